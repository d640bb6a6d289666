// Somebody with sqlite3 drops the triggers and alters, takes out or swaps any row of any table:
// verify names it.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>

#include "audit/verification.hpp"
#include "live_council.hpp"
#include "store/exception_table.hpp"
#include "store/outcome_table.hpp"
#include "store/pack_table.hpp"
#include "store/purge.hpp"
#include "store/statement.hpp"
#include "store/store_seal.hpp"

namespace tidemark {
namespace {

namespace fs = std::filesystem;

void note_seal(const CopiedCouncil& council) {
  const StoreSeal seal = last_seal(council.store()).value();
  REQUIRE(AccessLog::beside(council.store_path())
              .value()
              .add({"2021-05-01T09:00:00Z", "a.smith", Access::sealed, seal.seal,
                    "seal " + std::to_string(seal.number)})
              .ok());
}

// Of the last exception, unless it is said of which.
void record_deed(const Store& store, std::int64_t exception, EventKind kind, const char* on) {
  if (exception == 0) exception = ExceptionTable(store).lives().value().back().number;
  const auto recorded = ExceptionTable(store).record(exception, [&](const ExceptionLife& life) {
    Event event;
    event.kind = kind;
    event.on = parse_iso(on).value();
    event.recorded_at = "2021-05-01T09:00:00Z";
    event.facts = life.facts;
    if (kind == EventKind::parked) event.code = name_of(Parking::rule_off);
    if (kind == EventKind::explained) event.by = event.why = "SW-1 said";
    return Result(std::vector<Event>{event});
  });
  INFO((recorded ? "" : recorded.error().message));
  REQUIRE(recorded.ok());
}

void issue_pack(const Store& store, const char* held_on, bool identified = false) {
  PackRecord pack;
  pack.kind = "panel";
  pack.held_on = held_on;
  pack.run = 2;
  pack.issued_at = "2021-05-01T09:00:00Z";
  pack.issued_by = "a.smith";
  pack.identified = identified;
  REQUIRE(PackTable(store)
              .issue(pack,
                     [&](std::int64_t) {
                       return Result(std::vector<PackFile>{{"a.html", held_on}, {"b.csv", "1\n"}});
                     })
              .ok());
}

// One that stood in March only, as if it came back and was parked long before the purge.
void park_one(const Store& store) {
  const auto lives = ExceptionTable(store).lives().value();
  const auto over = std::find_if(lives.begin(), lives.end(), [](const ExceptionLife& life) {
    return !life.is_open() && life.raised_on == k_march;
  });
  REQUIRE(over != lives.end());
  record_deed(store, over->number, EventKind::reopened, "2021-04-01");
  record_deed(store, over->number, EventKind::parked, "2021-04-02");
}

// Something of everything: runs, deeds, packs, outcomes, a purge of run 1 and of an exception.
void record_everything(const CopiedCouncil& council) {
  static_cast<void>(council.audited("march", k_march));
  static_cast<void>(council.audited("april", k_april));
  const Store store = council.store();
  record_deed(store, 0, EventKind::explained, "2021-05-01");
  issue_pack(store, "2021-05-11");
  issue_pack(store, "2021-05-12");
  issue_pack(store, "2021-05-13", true);
  issue_pack(store, "2021-04-01", true);
  const OutcomeTable outcomes(store);
  REQUIRE(OutcomeTable(store)
              .add({0, "nightly", "2021-05-01 06:00", "a", "b", 0, 2, "Done.", "a digest"})
              .ok());
  REQUIRE(OutcomeTable(store)
              .add({0, "nightly", "2021-05-02 06:00", "a", "b", 3, std::nullopt, "No files.",
                    "another"})
              .ok());
  const auto lives = ExceptionTable(store).lives().value();
  const auto old = std::find_if(lives.begin(), lives.end(), [](const ExceptionLife& life) {
    return std::all_of(life.history.begin(), life.history.end(),
                       [](const Event& event) { return event.on < k_april; });
  });
  REQUIRE(old != lives.end());
  park_one(store);
  record_deed(store, old->number, EventKind::resolved, "2021-04-02");
  const PurgeMade made{"2021-05-03T09:00:00Z", "a.smith", "for a test"};
  const auto purged = purge(store, {k_april, false}, made);
  REQUIRE(purged.ok());
  REQUIRE(purged.value().counts.runs == 1);
  REQUIRE(purged.value().counts.exceptions == 1);
  REQUIRE(purged.value().counts.packs == 1);
  REQUIRE(purged.value().counts.parked == 1);
  record_deed(store, 0, EventKind::explained, "2021-05-04");
  note_seal(council);
}

// What is wrong beside the schema, whose triggers the attacker dropped.
std::vector<std::string> flaws_in(const Verification& verification) {
  std::vector<std::string> flaws;
  for (const Flaw& flaw : verification.flaws) {
    if (flaw.check != Check::schema) flaws.push_back(flaw.says);
  }
  for (const VerifiedRun& run : verification.runs) {
    for (const Flaw& flaw : run.flaws) flaws.push_back(flaw.says);
  }
  return flaws;
}

bool names(const std::vector<std::string>& flaws, const std::string& words) {
  return std::any_of(flaws.begin(), flaws.end(), [&](const std::string& says) {
    return says.find(words) != std::string::npos;
  });
}

// A copy of the store, attacked.
class Attacked {
 public:
  explicit Attacked(const CopiedCouncil& council) : path_(council.store_path() + ".attacked") {
    fs::copy_file(council.store_path(), path_, fs::copy_options::overwrite_existing);
    REQUIRE(sqlite3_open(path_.c_str(), &handle_) == SQLITE_OK);
    run("PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY");
    for (const std::string& name : texts("SELECT name FROM sqlite_schema WHERE type = 'trigger'")) {
      run("DROP TRIGGER " + name);
    }
  }
  ~Attacked() { sqlite3_close(handle_); }
  Attacked(const Attacked&) = delete;
  Attacked& operator=(const Attacked&) = delete;

  // How many rows it changed.
  int run(const std::string& sql) {
    char* message = nullptr;
    const int code = sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, &message);
    INFO(sql << ": " << (message == nullptr ? "" : message));
    sqlite3_free(message);
    REQUIRE(code == SQLITE_OK);
    return sqlite3_changes(handle_);
  }
  [[nodiscard]] std::vector<std::string> texts(const std::string& sql) const {
    sqlite3_stmt* list = nullptr;
    REQUIRE(sqlite3_prepare_v2(handle_, sql.c_str(), -1, &list, nullptr) == SQLITE_OK);
    std::vector<std::string> found;
    while (sqlite3_step(list) == SQLITE_ROW) {
      found.emplace_back(reinterpret_cast<const char*>(sqlite3_column_text(list, 0)));
    }
    sqlite3_finalize(list);
    return found;
  }
  [[nodiscard]] std::vector<std::string> tables() const {
    // Whether a letter was sent is no record: it changes when it is.
    return texts(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'letter' ORDER BY name");
  }
  // "run, rule": the columns of the table's key.
  [[nodiscard]] std::string key_of(const std::string& table) const {
    std::string key;
    for (const auto& column :
         texts("SELECT name FROM pragma_table_info('" + table + "') WHERE pk > 0 ORDER BY pk")) {
      key += (key.empty() ? "" : ", ") + column;
    }
    return key;
  }
  [[nodiscard]] Verification verified() const {
    VerifyRequest request;
    request.engine_version = "test";
    const auto verification = verify(Store::open(path_).value(), request);
    INFO((verification ? "" : verification.error().message));
    REQUIRE(verification.ok());
    return verification.value();
  }

 private:
  std::string path_;
  sqlite3* handle_ = nullptr;
};

// The nth row by its key: 0 the first, -1 the last.
std::string row_at(const std::string& table, const std::string& key, int n) {
  const std::string end = n < 0 ? " DESC LIMIT 1" : " LIMIT 1 OFFSET " + std::to_string(n);
  std::string order;
  for (const char c : key) order += c == ',' && n < 0 ? " DESC," : std::string(1, c);
  return " WHERE (" + key + ") = (SELECT " + key + " FROM " + table + " ORDER BY " + order + end +
         ")";
}

std::string altered(const std::string& column, const std::string& type) {
  const std::string quoted = "\"" + column + "\"";
  if (type == "TEXT") return quoted + " || 'x'";
  if (type == "BLOB") return "x'00'";
  return "coalesce(" + quoted + ", 0) + 1000";
}

TEST_CASE("a store in which everything was recorded, and some of it purged, is right") {
  const LiveCouncil council;
  record_everything(council);
  VerifyRequest request;
  request.engine_version = "test";
  request.log = AccessLog::read_beside(council.store_path()).value();
  const auto verification = verify(council.store(), request);
  REQUIRE(verification.ok());
  CHECK(flaws_in(verification.value()).empty());
  CHECK(verification.value().notes.empty());
  CHECK(verification.value().is_right());
}

TEST_CASE("every column of every table, altered in its first or last row, is named") {
  const LiveCouncil council;
  record_everything(council);
  int tried = 0;
  for (const std::string& table : Attacked(council).tables()) {
    const Attacked shape(council);
    const std::string from = " FROM pragma_table_info('" + table + "') ORDER BY cid";
    const auto columns = shape.texts("SELECT name" + from);
    const auto types = shape.texts("SELECT type" + from);
    for (std::size_t i = 0; i < columns.size(); ++i) {
      for (const int row : {0, -1}) {
        Attacked attacked(council);
        const std::string sql = "UPDATE " + table + " SET \"" + columns[i] +
                                "\" = " + altered(columns[i], types[i]) +
                                row_at(table, attacked.key_of(table), row);
        INFO(sql);
        REQUIRE(attacked.run(sql) == 1);
        CHECK_FALSE(flaws_in(attacked.verified()).empty());
        ++tried;
      }
    }
  }
  CHECK(tried > 200);
}

TEST_CASE("a row taken out of any table, the first, the second or the last, is named") {
  const LiveCouncil council;
  record_everything(council);
  for (const std::string& table : Attacked(council).tables()) {
    for (const int row : {0, 1, -1}) {
      Attacked attacked(council);
      const std::string sql = "DELETE FROM " + table + row_at(table, attacked.key_of(table), row);
      INFO(sql);
      if (attacked.run(sql) == 0) continue;  // it has one only
      CHECK_FALSE(flaws_in(attacked.verified()).empty());
    }
  }
}

TEST_CASE("two rows that changed places are named") {
  const LiveCouncil council;
  record_everything(council);
  for (const char* table : {"run", "exception", "event", "pack", "outcome", "sealed"}) {
    Attacked attacked(council);
    const std::string t = table;
    attacked.run("UPDATE " + t + " SET number = -1 WHERE number = 1; UPDATE " + t +
                 " SET number = 1 WHERE number = 2; UPDATE " + t +
                 " SET number = 2 WHERE number = -1");
    INFO(table);
    CHECK_FALSE(flaws_in(attacked.verified()).empty());
  }
}

TEST_CASE("what was altered is named with its number") {
  struct Case {
    const char *sql, *words;
  };
  const LiveCouncil council;
  record_everything(council);
  for (const Case& each : {
           Case{"UPDATE pack SET held_on = '2021-06-01' WHERE number = 2",
                "pack 2 has been altered"},
           {"DELETE FROM pack_file WHERE pack = 2; DELETE FROM pack WHERE number = 2",
            "pack 2 has been taken out"},
           {"INSERT INTO pack SELECT 9, kind, held_on, run, issued_at, issued_by, digest FROM pack "
            "WHERE number = 1",
            "pack 9 has been put in"},
           {"UPDATE outcome SET exit_code = 0 WHERE number = 2", "outcome 2 has been altered"},
           {"DELETE FROM outcome WHERE number = 2", "outcome 2 has been taken out"},
           {"UPDATE run_label SET source = 'elsewhere' WHERE run = 1", "run 1 has been altered"},
           {"UPDATE run_total SET title = 'Another' WHERE run = 2", "run 2 has been altered"},
           {"UPDATE purge SET made_by = 'nobody'", "purge 1 has been altered"},
           {"DELETE FROM event WHERE number = (SELECT max(number) FROM event)",
            "has been taken out"},
           {"DELETE FROM sealed WHERE number = 2", "seals have been taken out"},
           {"UPDATE unsealed SET last = 99 WHERE what = 'pack'", "seal 1 (run 1) does not follow"},
       }) {
    Attacked attacked(council);
    REQUIRE(attacked.run(each.sql) > 0);
    INFO(each.sql);
    const auto flaws = flaws_in(attacked.verified());
    CHECK(names(flaws, each.words));
  }
}

TEST_CASE("a trigger that was taken out is named, and so is one that was put in") {
  const LiveCouncil council;
  record_everything(council);
  Attacked attacked(council);
  attacked.run("CREATE TRIGGER own AFTER INSERT ON run BEGIN DELETE FROM place; END");
  const Verification verification = attacked.verified();
  CHECK(std::count_if(verification.flaws.begin(), verification.flaws.end(),
                      [](const Flaw& flaw) { return flaw.check == Check::schema; }) == 7);
  CHECK_FALSE(verification.is_right());
}

// The last deed taken off with its events and its seal: all that is left follows.
constexpr const char* k_cut_off =
    "DELETE FROM event WHERE number > (SELECT event FROM sealed ORDER BY number DESC LIMIT 1 "
    "OFFSET "
    "1); DELETE FROM sealed WHERE number = (SELECT max(number) FROM sealed)";

TEST_CASE("what was cut off the end is seen by the access log, and not without it") {
  const LiveCouncil council;
  record_everything(council);
  Attacked attacked(council);
  attacked.run(k_cut_off);
  Verification verification = attacked.verified();
  CHECK(flaws_in(verification).empty());
  REQUIRE(verification.notes.size() == 1);
  CHECK(verification.notes[0].starts_with("no access log lies beside the store"));

  VerifyRequest request;
  request.engine_version = "test";
  request.log = AccessLog::read_beside(council.store_path()).value();
  verification = verify(Store::open(council.store_path() + ".attacked").value(), request).value();
  CHECK(names(flaws_in(verification), "noted on 2021-05-01, is not in the store"));
}

TEST_CASE("a store that is ahead of its access log is right, and the log's age is said") {
  const LiveCouncil council;
  record_everything(council);
  record_deed(council.store(), 0, EventKind::explained, "2021-05-05");  // killed before the note
  VerifyRequest request;
  request.engine_version = "test";
  request.log = AccessLog::read_beside(council.store_path()).value();
  const auto verification = verify(council.store(), request).value();
  CHECK(verification.is_right());
  REQUIRE(verification.notes.size() == 1);
  CHECK(verification.notes[0].starts_with("the access log notes the seals up to 14 of 15"));
}

}  // namespace
}  // namespace tidemark
