#include "store/run_table.hpp"

#include "store/statement.hpp"

namespace tidemark {

std::vector<RunRecord> read_runs(Database& database) {
  Statement list(database,
                 "SELECT r.number, r.made_at, r.as_at, s.digest, b.digest, r.calendar, r.engine, "
                 "r.findings, r.finding_count, r.previous_seal, r.seal FROM run r "
                 "JOIN file_set s ON s.id = r.snapshot JOIN file_set b ON b.id = r.rule_set "
                 "ORDER BY r.number");
  std::vector<RunRecord> runs;
  while (list.step()) {
    const auto text = [&](int column) { return std::string(list.text(column)); };
    runs.push_back({list.number(0), text(1), text(2), text(3), text(4), text(5), text(6), text(7),
                    static_cast<std::uint64_t>(list.number(8)), text(9), text(10)});
  }
  return runs;
}

void add_run(Database& database, RunRecord& record, std::int64_t snapshot, std::int64_t rule_set) {
  Statement last(database, "SELECT number, seal FROM run ORDER BY number DESC LIMIT 1");
  const bool any = last.step();
  record.number = any ? last.number(0) + 1 : 1;
  record.previous_seal = any ? std::string(last.text(1)) : std::string();
  record.seal = seal_of(record);
  Statement add(database,
                "INSERT INTO run (number, made_at, as_at, snapshot, rule_set, calendar, engine, "
                "findings, finding_count, previous_seal, seal) VALUES (?,?,?,?,?,?,?,?,?,?,?)");
  add.bind(1, record.number).bind(2, record.made_at).bind(3, record.as_at);
  add.bind(4, snapshot).bind(5, rule_set).bind(6, record.calendar).bind(7, record.engine);
  add.bind(8, record.findings).bind(9, static_cast<std::int64_t>(record.finding_count));
  add.bind(10, record.previous_seal).bind(11, record.seal).run();
}

}  // namespace tidemark
