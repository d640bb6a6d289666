#include "store/purge.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "store/event_rows.hpp"
#include "store/guarded.hpp"
#include "store/statement.hpp"
#include "store/store_seal.hpp"
#include "store/transaction.hpp"

namespace tidemark {

namespace {

constexpr const char* k_working_tables = R"sql(
CREATE TEMP TABLE going_run (number INTEGER PRIMARY KEY);
CREATE TEMP TABLE going_exception (number INTEGER PRIMARY KEY);
CREATE TEMP TABLE going_evidence (exception INTEGER PRIMARY KEY, run INTEGER);
CREATE TEMP TABLE going_set (id INTEGER PRIMARY KEY);
CREATE TEMP TABLE going_pack (number INTEGER PRIMARY KEY);
CREATE TEMP TABLE going_content (id INTEGER PRIMARY KEY);
)sql";

// Sets that no run uses any more whose rows are there, nor as its rules; then the bytes that only
// they and the packs that go have.
constexpr const char* k_find_contents = R"sql(
INSERT INTO going_set
  SELECT snapshot FROM run WHERE number IN (SELECT number FROM going_run)
                              OR number IN (SELECT run FROM purged_run)
  EXCEPT SELECT snapshot FROM run WHERE number NOT IN (SELECT number FROM going_run)
                                    AND number NOT IN (SELECT run FROM purged_run)
  EXCEPT SELECT rule_set FROM run;
INSERT INTO going_content
  SELECT content FROM file WHERE file_set IN (SELECT id FROM going_set)
  UNION SELECT content FROM pack_file WHERE pack IN (SELECT number FROM going_pack)
  EXCEPT SELECT content FROM file WHERE file_set NOT IN (SELECT id FROM going_set)
  EXCEPT SELECT content FROM pack_file WHERE pack NOT IN (SELECT number FROM going_pack);
)sql";

constexpr const char* k_take_away = R"sql(
UPDATE event SET by = '', role = '', code = '', why = '', until = '', "to" = '', meeting = '',
                 evidence = '', clock = '', due = '', reason = ''
  WHERE exception IN (SELECT number FROM going_exception);
DELETE FROM finding WHERE run IN (SELECT number FROM going_run);
DELETE FROM file WHERE file_set IN (SELECT id FROM going_set);
DELETE FROM pack_file WHERE pack IN (SELECT number FROM going_pack);
DELETE FROM content WHERE id IN (SELECT id FROM going_content);
)sql";

constexpr const char* k_drop = R"sql(
DROP TABLE going_run; DROP TABLE going_exception; DROP TABLE going_set; DROP TABLE going_content;
DROP TABLE going_pack; DROP TABLE going_evidence;
)sql";

std::uint64_t count(Database& database, const char* sql) {
  return static_cast<std::uint64_t>(database.number(sql));
}

// By exception, the latest run in which it stood.
using Sightings = std::map<std::int64_t, std::int64_t>;
Sightings last_sightings(Database& database) {
  Statement list(database,
                 "SELECT e.number, max(f.run) FROM finding f JOIN exception e ON e.rule = f.rule "
                 "AND e.child = f.child AND e.occasion = f.occasion AND e.purge IS NULL "
                 "WHERE f.verdict IN ('breach', 'explained') GROUP BY e.number");
  Sightings runs;
  while (list.step()) runs.emplace(list.number(0), list.number(1));
  return runs;
}

// For so long that what it rested on need not wait for it any longer. It stays listed: silence is
// not recovery. Source: domain/process.md, sections 3 and 5.
bool is_long_parked(const ExceptionLife& life, const PurgePolicy& policy) {
  if (!life.is_parked) return false;
  std::optional<Day> since;
  for (const Event& event : life.history) {
    if (event.kind == EventKind::parked && !since) since = event.on;
    if (event.kind == EventKind::returned || event.kind == EventKind::resolved ||
        event.kind == EventKind::reopened) {
      since.reset();
    }
  }
  return since && *since < policy.before;
}

// Why each run stays whatever its age; the first reason that is found.
std::map<std::int64_t, std::string> reasons_to_stay(Database& database,
                                                    const std::vector<ExceptionLife>& lives,
                                                    const Sightings& sightings,
                                                    const PurgePolicy& policy) {
  std::map<std::int64_t, std::string> reasons;
  reasons.emplace(database.number("SELECT coalesce(max(number), 0) FROM run"),
                  "it is the latest run");
  for (const ExceptionLife& life : lives) {
    if (!life.is_open() || is_long_parked(life, policy)) continue;
    const auto seen = sightings.find(life.number);
    if (seen == sightings.end()) continue;
    reasons.emplace(seen->second, "exception " + std::to_string(life.number) + " is open");
  }
  if (policy.packs_too) return reasons;
  Statement packs(database,
                  "SELECT number, run FROM pack WHERE number NOT IN (SELECT number FROM going_pack "
                  "UNION ALL SELECT pack FROM purged_pack) ORDER BY number");
  while (packs.step()) {
    reasons.emplace(packs.number(1), "pack " + std::to_string(packs.number(0)) + " rests on it");
  }
  return reasons;
}

void choose_packs(Database& database, const PurgePolicy& policy) {
  Statement choose(database,
                   "INSERT INTO going_pack SELECT k.number FROM pack k JOIN identified_pack i ON "
                   "i.pack = k.number WHERE k.held_on < ? AND k.number NOT IN (SELECT pack FROM "
                   "purged_pack)");
  const std::string before = iso(policy.before);
  choose.bind(1, before).run();
}

void choose_runs(Database& database, const std::map<std::int64_t, std::string>& reasons,
                 const PurgePolicy& policy, PurgePlan& plan) {
  Statement old(database,
                "SELECT number FROM run WHERE as_at < ? AND number NOT IN "
                "(SELECT run FROM purged_run) ORDER BY number");
  const std::string before = iso(policy.before);
  old.bind(1, before);
  Statement add(database, "INSERT INTO going_run VALUES (?)");
  while (old.step()) {
    const std::int64_t run = old.number(0);
    if (const auto reason = reasons.find(run); reason != reasons.end()) {
      plan.spared.push_back({run, reason->second});
      continue;
    }
    plan.runs.push_back(run);
    add.bind(1, run).run();
  }
}

void choose_exceptions(Database& database, const std::vector<ExceptionLife>& lives,
                       const PurgePolicy& policy) {
  Statement add(database, "INSERT INTO going_exception VALUES (?)");
  for (const ExceptionLife& life : lives) {
    // What a panel asked for outlives the exception, and so does a correction task.
    const bool is_done = !life.record_wrong && std::all_of(life.actions.begin(), life.actions.end(),
                                                           [](const LifeAction& action) {
                                                             return action.done.has_value();
                                                           });
    const bool is_long_over =
        std::all_of(life.history.begin(), life.history.end(),
                    [&](const Event& event) { return event.on < policy.before; });
    if (!life.is_open() && is_done && is_long_over) add.bind(1, life.number).run();
  }
}

// Open exceptions that stay while the last run in which they stood goes.
void choose_evidence(Database& database, const std::vector<ExceptionLife>& lives,
                     const Sightings& sightings, const PurgePlan& plan) {
  Statement add(database, "INSERT INTO going_evidence VALUES (?, ?)");
  for (const ExceptionLife& life : lives) {
    const auto seen = sightings.find(life.number);
    if (!life.is_open() || seen == sightings.end()) continue;
    if (!std::binary_search(plan.runs.begin(), plan.runs.end(), seen->second)) continue;
    add.bind(1, life.number).bind(2, seen->second).run();
  }
}

PurgeCounts counts_of(Database& database) {
  PurgeCounts counts;
  counts.runs = count(database, "SELECT count(*) FROM going_run");
  counts.findings =
      count(database, "SELECT count(*) FROM finding WHERE run IN (SELECT number FROM going_run)");
  counts.contents = count(database, "SELECT count(*) FROM going_content");
  counts.bytes = count(database,
                       "SELECT coalesce(sum(length(packed)), 0) FROM content WHERE id IN "
                       "(SELECT id FROM going_content)");
  counts.exceptions = count(database, "SELECT count(*) FROM going_exception");
  counts.events =
      count(database,
            "SELECT count(*) FROM event WHERE exception IN (SELECT number FROM going_exception)");
  counts.parked = count(database, "SELECT count(*) FROM going_evidence");
  counts.packs = count(database, "SELECT count(*) FROM going_pack");
  return counts;
}

// Fills the working tables.
PurgePlan planned(Database& database, const PurgePolicy& policy) {
  PurgePlan plan;
  plan.number = database.number("SELECT coalesce(max(number), 0) + 1 FROM purge");
  database.run(k_working_tables);
  const std::vector<ExceptionLife> lives = read_lives(database, 0);
  choose_packs(database, policy);
  const Sightings sightings = last_sightings(database);
  choose_runs(database, reasons_to_stay(database, lives, sightings, policy), policy, plan);
  choose_exceptions(database, lives, policy);
  choose_evidence(database, lives, sightings, plan);
  database.run(k_find_contents);
  plan.counts = counts_of(database);
  return plan;
}

void record(Database& database, const PurgePlan& plan, const PurgePolicy& policy,
            const PurgeMade& made) {
  Statement add(database,
                "INSERT INTO purge (number, made_at, made_by, policy, before_day, runs, findings, "
                "contents, exceptions) VALUES (?,?,?,?,?,?,?,?,?)");
  const auto signed_count = [](std::uint64_t n) { return static_cast<std::int64_t>(n); };
  const std::string before = iso(policy.before);
  add.bind(1, plan.number).bind(2, made.at).bind(3, made.by).bind(4, made.policy).bind(5, before);
  add.bind(6, signed_count(plan.counts.runs)).bind(7, signed_count(plan.counts.findings));
  add.bind(8, signed_count(plan.counts.contents));
  add.bind(9, signed_count(plan.counts.exceptions)).run();
  Statement runs(database, "INSERT INTO purged_run (run, purge) SELECT number, ? FROM going_run");
  runs.bind(1, plan.number).run();
  Statement packs(database,
                  "INSERT INTO purged_pack (pack, purge) SELECT number, ? FROM going_pack");
  packs.bind(1, plan.number).run();
  Statement evidence(database,
                     "INSERT INTO purged_evidence (exception, run, purge) SELECT exception, run, ? "
                     "FROM going_evidence");
  evidence.bind(1, plan.number).run();
  // Before its events: only those of a purged exception may be changed.
  Statement exceptions(
      database,
      "UPDATE exception SET purge = ?, child = '', occasion = '', salt = '' WHERE number IN "
      "(SELECT number FROM going_exception)");
  exceptions.bind(1, plan.number).run();
}

}  // namespace

Result<PurgePlan> plan_purge(const Store& store, const PurgePolicy& policy) {
  return guarded([&] {
    Database& database = store.database();
    const Transaction undone(database);  // the working tables with it
    return planned(database, policy);
  });
}

Result<PurgePlan> purge(const Store& store, const PurgePolicy& policy, const PurgeMade& made) {
  return guarded([&] {
    Database& database = store.database();
    Transaction transaction(database);
    PurgePlan plan = planned(database, policy);
    if (plan.counts == PurgeCounts()) return plan;
    record(database, plan, policy, made);
    database.run(k_take_away);
    database.run(k_drop);
    add_seal(database, Sealed::purge, plan.number);
    transaction.commit();
    return plan;
  });
}

Status shrink(const Store& store) {
  return guarded([&] {
    store.database().run("VACUUM");
    return Done{};
  });
}

Result<std::map<std::int64_t, PurgedEvidence>> purged_evidence(const Store& store) {
  return guarded([&] {
    // Of one that returned and stood in a later run, that run is its evidence.
    Statement list(store.database(),
                   "SELECT g.exception, g.run, p.made_at FROM purged_evidence g JOIN purge p ON "
                   "p.number = g.purge WHERE NOT EXISTS (SELECT 1 FROM event v WHERE v.exception = "
                   "g.exception AND v.kind IN ('returned', 'reopened', 'resolved') AND v.run > "
                   "g.run) ORDER BY p.number");
    std::map<std::int64_t, PurgedEvidence> evidence;
    while (list.step()) {
      evidence[list.number(0)] = {list.number(1), std::string(list.text(2))};
    }
    return evidence;
  });
}

Result<std::vector<std::int64_t>> purged_runs(const Store& store) {
  return guarded([&] {
    Statement list(store.database(), "SELECT run FROM purged_run ORDER BY run");
    std::vector<std::int64_t> runs;
    while (list.step()) runs.push_back(list.number(0));
    return runs;
  });
}

}  // namespace tidemark
