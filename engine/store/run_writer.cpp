#include "store/run_writer.hpp"

#include "store/event_rows.hpp"
#include "store/file_set.hpp"
#include "store/guarded.hpp"
#include "store/run_table.hpp"
#include "store/store_seal.hpp"

namespace tidemark {

namespace {

std::int64_t next_number(Database& database) {
  return database.number("SELECT coalesce(max(number), 0) + 1 FROM run");
}

void add_totals(Database& database, std::int64_t run, const std::vector<RunTotal>& totals) {
  Statement add(
      database,
      "INSERT INTO run_total (run, rule, title, severity, maturity, population, on_track, "
      "due_soon, breach, explained, met_late, cannot_decide, error, population_undecided) "
      "VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
  for (const RunTotal& total : totals) {
    add.bind(1, run).bind(2, total.rule).bind(3, total.title).bind(4, total.severity);
    add.bind(5, total.maturity);
    int parameter = 6;
    for (const std::uint64_t count :
         {total.population, total.on_track, total.due_soon, total.breach, total.explained,
          total.met_late, total.cannot_decide, total.error, total.population_undecided}) {
      add.bind(parameter++, static_cast<std::int64_t>(count));
    }
    add.run();
  }
}

void add_label(Database& database, std::int64_t run, const NewRun& made) {
  Statement add(database, "INSERT INTO run_label (run, source, children) VALUES (?,?,?)");
  add.bind(1, run).bind(2, made.source).bind(3, static_cast<std::int64_t>(made.children)).run();
}

RunRecord record_of(const NewRun& run, std::int64_t findings) {
  RunRecord record;
  record.made_at = run.made_at;
  record.as_at = run.as_at;
  record.calendar = run.calendar;
  record.engine = run.engine;
  record.findings = run.findings;
  record.finding_count = static_cast<std::uint64_t>(findings);
  return record;
}

}  // namespace

Result<std::unique_ptr<RunWriter>> RunWriter::begin(const Store& store) {
  return guarded([&] { return std::make_unique<RunWriter>(store.database()); });
}

RunWriter::RunWriter(Database& database)
    : database_(database),
      transaction_(database),
      number_(next_number(database)),
      findings_(database, number_) {
  // The findings are written before their run, whose seal is taken over them.
  database_.run("PRAGMA defer_foreign_keys = ON");
}

Result<std::int64_t> RunWriter::next_exception() const {
  return guarded(
      [&] { return database_.number("SELECT coalesce(max(number), 0) + 1 FROM exception"); });
}

Status RunWriter::add(const FindingRow& row) {
  return guarded([&] {
    findings_.add(row);
    return Done{};
  });
}

Result<RunRecord> RunWriter::finish(NewRun run) {
  auto written = guarded([&] {
    RunRecord record = record_of(run, findings_.count());
    record.snapshot = digest_of(run.snapshot);
    record.rule_set = digest_of(run.rule_set);
    const std::int64_t snapshot = keep_files(database_, std::move(run.snapshot));
    const std::int64_t rule_set = keep_files(database_, std::move(run.rule_set));
    add_run(database_, record, snapshot, rule_set);
    add_totals(database_, record.number, run.totals);
    add_label(database_, record.number, run);
    EventWriter events(database_);
    for (NewEvents& of_one : run.events) {
      for (Event& event : of_one.events) event.run = record.number;
      events.add(of_one);
    }
    add_seal(database_, Sealed::run, record.number);
    return record;
  });
  if (!written) return written;
  if (run.before_commit) {
    if (const Status agreed = run.before_commit(written.value()); !agreed) return agreed.error();
  }
  return guarded([&] {
    transaction_.commit();
    return written.value();
  });
}

}  // namespace tidemark
