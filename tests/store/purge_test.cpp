#include "store/purge.hpp"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>

#include "base/file.hpp"
#include "invented_run.hpp"
#include "store/database.hpp"
#include "store/event_seal.hpp"
#include "store/exception_table.hpp"
#include "store/pack_table.hpp"
#include "store/seal_check.hpp"
#include "store/statement.hpp"

namespace tidemark {
namespace {

constexpr const char* k_told = "her-aunt-told-the-worker";

Day day(const char* text) {
  return parse_iso(text).value();
}

Event event_of(EventKind kind, const char* on, std::int64_t run) {
  Event event;
  event.kind = kind;
  event.on = day(on);
  event.recorded_at = "2021-10-01T09:30:00Z";
  event.run = run;
  if (run == 0) event.by = "jsmith";
  if (kind == EventKind::explained) event.why = k_told;
  event.facts = {"breach", "2020-12-30", "2021-09-30", ""};
  return event;
}

// A run of files of its own, which says this of exceptions.
RunRecord add_run(const Store& store, const char* as_at, std::uint64_t findings,
                  std::vector<NewEvents> events = {}) {
  InventedRun made = invented_run(findings, as_at);
  made.run.snapshot.push_back(kept_file("own.csv", std::string("CHILD of ") + as_at));
  made.run.events = std::move(events);
  auto record_made = record(store, std::move(made));
  INFO((record_made ? "" : record_made.error().message));
  REQUIRE(record_made.ok());
  return record_made.value();
}

// Four runs: 1 and 2 old, 3 old and the last in which an open exception stood, 4 new (its findings
// end before that child). Exception 1 was explained and resolved long ago; exception 2 is open.
void fill(const Store& store) {
  add_run(
      store, "2019-03-31", 5,
      {{0, "PO-9M", "child-one", "2018-01-01", {event_of(EventKind::raised, "2019-03-31", 1)}}});
  ExceptionTable writing(store);
  REQUIRE(writing
              .record(1,
                      [](const ExceptionLife&) -> Result<std::vector<Event>> {
                        return std::vector<Event>{event_of(EventKind::explained, "2019-04-02", 0)};
                      })
              .ok());
  Event resolved = event_of(EventKind::resolved, "2019-06-30", 2);
  resolved.code = name_of(Resolution::put_right);
  resolved.facts = {};
  add_run(store, "2019-06-30", 6, {{1, "PO-9M", "child-one", "2018-01-01", {resolved}}});
  add_run(store, "2019-09-30", 7,
          {{0, "PO-9M", "1007", "2020-12-30", {event_of(EventKind::raised, "2019-09-30", 3)}}});
  add_run(store, "2021-09-30", 4);
}

const PurgePolicy k_policy{parse_iso("2020-01-01").value(), false};
const PurgeMade k_made{"2022-01-01T09:30:00Z", "jsmith", "24 months"};

std::int64_t number(const Store& store, const char* sql) {
  return store.database().number(sql);
}

TEST_CASE("a plan says what goes and what stays, and changes nothing") {
  const Store store = Store::open(":memory:").value();
  fill(store);
  const auto plan = plan_purge(store, k_policy).value();
  CHECK(plan.runs == std::vector<std::int64_t>{1, 2});
  REQUIRE(plan.spared.size() == 1);
  CHECK(plan.spared[0].run == 3);
  CHECK(plan.spared[0].why == "exception 2 is open");
  CHECK(plan.counts.runs == 2);
  CHECK(plan.counts.findings == 11);
  CHECK(plan.counts.contents == 2);  // header.csv and episodes.csv are also those of later runs
  CHECK(plan.counts.exceptions == 1);
  CHECK(plan.counts.events == 3);
  CHECK(number(store, "SELECT count(*) FROM finding") == 22);
  CHECK(number(store, "SELECT count(*) FROM purge") == 0);
  CHECK(plan_purge(store, k_policy).value().counts == plan.counts);
}

TEST_CASE("what a plan counted is what a purge takes, and the rest is untouched") {
  const Store store = Store::open(":memory:").value();
  fill(store);
  const auto plan = plan_purge(store, k_policy).value();
  const auto contents = number(store, "SELECT count(*) FROM content");
  const auto bytes = number(store, "SELECT sum(length(packed)) FROM content");
  const auto done = purge(store, k_policy, k_made);
  INFO((done ? "" : done.error().message));
  REQUIRE(done.ok());
  CHECK(done.value().counts == plan.counts);
  CHECK(done.value().number == 1);
  CHECK(number(store, "SELECT count(*) FROM finding") == 22 - 11);
  CHECK(number(store, "SELECT count(*) FROM content") == contents - 2);
  CHECK(number(store, "SELECT sum(length(packed)) FROM content") ==
        bytes - static_cast<std::int64_t>(plan.counts.bytes));
  CHECK(number(store, "SELECT count(*) FROM exception WHERE child = ''") == 1);
  CHECK(number(store, "SELECT count(*) FROM event WHERE why = '' AND by = '' AND clock = ''") == 3);
  CHECK(purged_runs(store).value() == std::vector<std::int64_t>{1, 2});
  CHECK(number(store,
               "SELECT count(*) FROM purge WHERE runs = 2 AND findings = 11 AND "
               "contents = 2 AND exceptions = 1 AND before_day = '2020-01-01'") == 1);
  // Runs, seals, and whatever else rests on what stays.
  const auto runs = store.runs().value();
  REQUIRE(runs.size() == 4);
  for (const RunRecord& run : runs) CHECK(run.seal == seal_of(run));
  CHECK(ExceptionTable(store).first_broken_seal().value() == 0);
  CHECK(ExceptionTable(store).lives().value().size() == 1);
  for (const std::size_t kept : {2U, 3U}) {
    const auto files = store.files(runs[kept].snapshot).value();
    REQUIRE(files.size() == 3);
    for (const KeptFile& file : files) {
      CHECK(store.content(file.digest).ok());
    }
  }
  CHECK(store.files(runs[0].rule_set).value().size() == 1);
  CHECK(number(store, "PRAGMA foreign_key_check") == 0);
}

TEST_CASE("a second purge finds nothing to do and records nothing") {
  const Store store = Store::open(":memory:").value();
  fill(store);
  REQUIRE(purge(store, k_policy, k_made).ok());
  CHECK(purge(store, k_policy, k_made).value().counts == PurgeCounts());
  CHECK(number(store, "SELECT count(*) FROM purge") == 1);
}

TEST_CASE("the latest run stays, however old it is") {
  const Store store = Store::open(":memory:").value();
  add_run(store, "2010-03-31", 5);
  add_run(store, "2011-03-31", 5);
  const auto plan = plan_purge(store, k_policy).value();
  CHECK(plan.runs == std::vector<std::int64_t>{1});
  REQUIRE(plan.spared.size() == 1);
  CHECK(plan.spared[0].why == "it is the latest run");
}

TEST_CASE("a run that a pack rests on stays unless the policy says packs too; the pack stays") {
  const Store store = Store::open(":memory:").value();
  fill(store);
  PackRecord pack;
  pack.kind = "panel";
  pack.held_on = "2019-04-11";
  pack.run = 1;
  pack.issued_at = "2019-04-04T09:30:00Z";
  pack.issued_by = "jsmith";
  REQUIRE(PackTable(store)
              .issue(pack,
                     [](std::int64_t) -> Result<std::vector<PackFile>> {
                       return std::vector<PackFile>{{"a.csv", "CHILD of 2019-03-31"}};
                     })
              .ok());
  CHECK(plan_purge(store, k_policy).value().runs == std::vector<std::int64_t>{2});
  PurgePolicy policy = k_policy;
  policy.packs_too = true;
  REQUIRE(purge(store, policy, k_made).value().runs == std::vector<std::int64_t>{1, 2});
  // Its file has the very bytes of a snapshot's; they are the pack's too.
  CHECK(PackTable(store).files(1).value().at(0).bytes == "CHILD of 2019-03-31");
}

PackRecord issue(const Store& store, const char* held_on, bool identified, const char* bytes) {
  PackRecord pack;
  pack.kind = "panel";
  pack.held_on = held_on;
  pack.run = 1;
  pack.issued_at = "2019-04-04T09:30:00Z";
  pack.issued_by = "jsmith";
  pack.identified = identified;
  const auto issued = PackTable(store).issue(pack, [&](std::int64_t) {
    return Result(std::vector<PackFile>{{"a.csv", bytes}, {"b.csv", "the same in all"}});
  });
  REQUIRE(issued.ok());
  return issued.value();
}

TEST_CASE("the files of an identified pack for a meeting before go; its row stays and says so") {
  const Store store = Store::open(":memory:").value();
  fill(store);
  issue(store, "2019-04-11", true, "child-one in full");
  issue(store, "2019-04-11", false, "K7-042");
  issue(store, "2020-01-01", true, "child-two in full");
  const PackTable packs(store);
  REQUIRE(packs.packs().value()[0].identified);
  const auto plan = plan_purge(store, k_policy).value();
  CHECK(plan.counts.packs == 1);
  CHECK(plan.counts.contents == 2);  // own.csv of run 2, and a.csv; run 1 stays for packs 2 and 3
  CHECK(packs.files(1).ok());
  CHECK(purge(store, k_policy, k_made).value().counts == plan.counts);
  CHECK(number(store, "SELECT count(*) FROM pack_file WHERE pack = 1") == 0);
  const auto gone = packs.files(1);
  REQUIRE_FALSE(gone.ok());
  CHECK(gone.error().message.find("pack 1 were purged on 2022-01-01") != std::string::npos);
  CHECK(packs.pack(1).value().purged_at == "2022-01-01T09:30:00Z");
  CHECK(packs.pack(1).value().digest.size() == 64);
  for (const std::int64_t other : {2, 3}) CHECK(packs.files(other).value().size() == 2);
  CHECK(check_seals(store).value().faults.empty());
  CHECK(purge(store, k_policy, k_made).value().counts == PurgeCounts());
}

TEST_CASE("no run stays for an identified pack whose files go") {
  const Store store = Store::open(":memory:").value();
  fill(store);
  issue(store, "2019-04-11", true, "child-one in full");
  CHECK(plan_purge(store, k_policy).value().runs == std::vector<std::int64_t>{1, 2});
}

void add_moved(const Store& store, EventKind kind, const char* on, std::int64_t run) {
  Event moved = event_of(kind, on, run);
  if (kind == EventKind::parked) moved.code = name_of(Parking::child_not_there);
  moved.facts = {};
  add_run(store, on, 4, {{2, "PO-9M", "1007", "2020-12-30", {moved}}});
}

TEST_CASE("an exception parked since before holds no run; it stays, and says what was purged") {
  const Store store = Store::open(":memory:").value();
  fill(store);
  add_moved(store, EventKind::parked, "2021-10-31", 5);
  const auto still = plan_purge(store, k_policy).value();
  CHECK(still.counts.parked == 0);
  REQUIRE(still.spared.size() == 1);
  CHECK(still.spared[0].why == "exception 2 is open");
  const PurgePolicy later{day("2021-11-01"), false};
  const auto plan = plan_purge(store, later).value();
  CHECK(plan.runs == std::vector<std::int64_t>{1, 2, 3, 4});
  CHECK(plan.counts.parked == 1);
  CHECK(purged_evidence(store).value().empty());
  CHECK(purge(store, later, k_made).value().counts == plan.counts);
  const auto lives = ExceptionTable(store).lives().value();
  REQUIRE(lives.size() == 1);
  CHECK(lives[0].child == "1007");
  CHECK(lives[0].is_parked);
  const auto evidence = purged_evidence(store).value();
  REQUIRE(evidence.size() == 1);
  CHECK(evidence.at(2).run == 3);
  CHECK(evidence.at(2).purged_at == k_made.at);
  CHECK(check_seals(store).value().faults.empty());
  add_moved(store, EventKind::returned, "2021-12-31", 6);
  CHECK(purged_evidence(store).value().empty());
  CHECK(check_seals(store).value().faults.empty());
}

TEST_CASE("one that came back and was parked anew counts from then") {
  const Store store = Store::open(":memory:").value();
  fill(store);
  add_moved(store, EventKind::parked, "2021-10-31", 5);
  add_moved(store, EventKind::returned, "2021-11-30", 6);
  add_moved(store, EventKind::parked, "2021-12-31", 7);
  const auto held = plan_purge(store, {day("2021-12-31"), false}).value();
  REQUIRE(held.spared.size() == 1);
  CHECK(held.spared[0].why == "exception 2 is open");
  const auto free = plan_purge(store, {day("2022-01-01"), false}).value();
  REQUIRE(free.spared.size() == 1);
  CHECK(free.spared[0].why == "it is the latest run");
}

TEST_CASE("files that an earlier purge spared for a run go with that run") {
  const Store store = Store::open(":memory:").value();
  add_run(store, "2018-03-31", 1);
  InventedRun same = invented_run(1, "2019-12-31");  // the files of 2018 again
  same.run.snapshot.push_back(kept_file("own.csv", "CHILD of 2018-03-31"));
  REQUIRE(record(store, std::move(same)).ok());
  add_run(store, "2021-09-30", 1);
  CHECK(purge(store, {day("2019-01-01"), false}, k_made).value().counts.contents == 0);
  CHECK(purge(store, {day("2020-01-01"), false}, k_made).value().counts.contents == 1);
}

TEST_CASE("a snapshot whose files were purged can be recorded again, whole") {
  const Store store = Store::open(":memory:").value();
  add_run(store, "2018-03-31", 1);
  add_run(store, "2021-09-30", 1);
  REQUIRE(purge(store, {day("2019-01-01"), false}, k_made).value().counts.contents == 1);
  InventedRun same = invented_run(1, "2021-10-31");
  same.run.snapshot.push_back(kept_file("own.csv", "CHILD of 2018-03-31"));
  REQUIRE(record(store, std::move(same)).ok());
  const auto runs = store.runs().value();
  CHECK(runs[2].snapshot == runs[0].snapshot);
  CHECK(store.files(runs[2].snapshot).value().size() == 3);
}

// The seal of event 1 as someone works it out who knows all of the event and tries children.
bool is_found_by_trying(const Store& store, const Event& event, const std::string& salt) {
  Statement seal(store.database(), "SELECT seal FROM event WHERE number = 1");
  REQUIRE(seal.step());
  const std::string kept(seal.text(0));
  for (const char* child : {"1006", "child-one", "1008"}) {
    if (seal_of(event, {"PO-9M", child, "2018-01-01"}, salt, "") == kept) return true;
  }
  return false;
}

TEST_CASE("a purged child cannot be found by trying ids against the seals that stay") {
  const Store store = Store::open(":memory:").value();
  fill(store);
  const Event first = ExceptionTable(store).life(1).value().history.at(0);
  const auto salt_of = [&](int exception) {
    Statement ask(store.database(), "SELECT salt FROM exception WHERE number = ?");
    REQUIRE(ask.bind(1, static_cast<std::int64_t>(exception)).step());
    return std::string(ask.text(0));
  };
  const std::string salt = salt_of(1);
  CHECK(salt.size() == 32);
  CHECK(salt != salt_of(2));
  CHECK(is_found_by_trying(store, first, salt));
  REQUIRE(purge(store, k_policy, k_made).ok());
  CHECK(salt_of(1).empty());
  CHECK_FALSE(is_found_by_trying(store, first, ""));
  CHECK_FALSE(is_found_by_trying(store, first, salt_of(2)));
  CHECK(ExceptionTable(store).first_broken_seal().value() == 0);
  CHECK(check_seals(store).value().faults.empty());
}

TEST_CASE("a salt that was altered, taken away or given back to a purged exception is seen") {
  for (const char* altered :
       {"UPDATE exception SET salt = '' WHERE number = 2",
        "UPDATE exception SET salt = salt || '0' WHERE number = 2",
        "UPDATE exception SET salt = '00112233445566778899aabbccddeeff' WHERE number = 1"}) {
    const Store store = Store::open(":memory:").value();
    fill(store);
    REQUIRE(purge(store, k_policy, k_made).ok());
    store.database().run(altered);
    INFO(altered);
    CHECK(ExceptionTable(store).first_broken_seal().value() != 0);
  }
}

TEST_CASE("nothing of what was purged can be read in the file any more") {
  const OwnFolder folder;
  const std::string path = folder.file("a");
  std::string salt;
  {
    const Store store = Store::open(path).value();
    fill(store);
    Statement ask(store.database(), "SELECT salt FROM exception WHERE number = 1");
    if (ask.step()) salt = ask.text(0);
    ask.reset();
    REQUIRE(salt.size() == 32);
    CHECK(read_file(path).value().find(salt) != std::string::npos);
    CHECK(read_file(path).value().find(k_told) != std::string::npos);
    REQUIRE(purge(store, k_policy, k_made).ok());
    CHECK(read_file(path).value().find(k_told) == std::string::npos);  // also before it shrinks
    CHECK(read_file(path).value().find(salt) == std::string::npos);
    REQUIRE(shrink(store).ok());
  }
  const std::string bytes = read_file(path).value();
  CHECK(bytes.find(k_told) == std::string::npos);
  CHECK(bytes.find("child-one") == std::string::npos);
  CHECK(Store::open(path).value().runs().value().size() == 4);
}

TEST_CASE("killed at random moments, a purge and the shrinking after it lose nothing") {
  for (int round = 0; round < 15; ++round) {
    INFO("round " << round);
    const OwnFolder folder;
    const std::string path = folder.file("a");
    {
      const Store store = Store::open(path).value();
      for (const char* as_at : {"2018-03-31", "2019-03-31", "2021-03-31"}) {
        add_run(store, as_at, 3000);
      }
    }
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
      auto store = Store::open(path);
      if (!store || !purge(store.value(), k_policy, k_made) || !shrink(store.value())) ::_exit(3);
      ::_exit(0);
    }
    ::usleep(static_cast<useconds_t>(round) * 4000);
    ::kill(child, SIGKILL);
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    const Store store = Store::open(path).value();
    const auto runs = store.runs().value();
    REQUIRE(runs.size() == 3);
    const auto findings = number(store, "SELECT count(*) FROM finding");
    const bool purged = !purged_runs(store).value().empty();
    CHECK(findings == (purged ? 3000 : 9000));
    CHECK(store.files(runs[2].snapshot).value().size() == 3);
    CHECK(number(store, "PRAGMA foreign_key_check") == 0);
  }
}

}  // namespace
}  // namespace tidemark
