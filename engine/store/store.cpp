#include "store/store.hpp"

#include <cassert>

#include "store/file_set.hpp"
#include "store/finding_table.hpp"
#include "store/guarded.hpp"
#include "store/run_table.hpp"
#include "store/schema.hpp"
#include "store/transaction.hpp"

namespace tidemark {

namespace {

RunRecord record_of(const NewRun& run) {
  RunRecord record;
  record.made_at = run.made_at;
  record.as_at = run.as_at;
  record.calendar = run.calendar;
  record.engine = run.engine;
  record.findings = run.findings;
  record.finding_count = run.finding_count;
  return record;
}

void add_findings(Database& database, const NewRun& run, const RunRecord& record) {
  FindingWriter writer(database, record.number);
  FindingRow row;
  while (run.next_finding(row)) writer.add(row);
  assert(static_cast<std::uint64_t>(writer.count()) == run.finding_count);
}

}  // namespace

Store::Store(std::unique_ptr<Database> database) : database_(std::move(database)) {}
Store::~Store() = default;
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;

Result<Store> Store::open(const std::string& path, int busy_milliseconds) {
  return guarded([&] {
    auto database = std::make_unique<Database>(path, busy_milliseconds);
    migrate(*database);
    return Store(std::move(database));
  });
}

Result<RunRecord> Store::record(NewRun run) {
  return guarded([&] {
    RunRecord record = record_of(run);
    record.snapshot = digest_of(run.snapshot);
    record.rule_set = digest_of(run.rule_set);
    Transaction transaction(*database_);
    const std::int64_t snapshot_id = keep_files(*database_, std::move(run.snapshot));
    const std::int64_t rule_set_id = keep_files(*database_, std::move(run.rule_set));
    add_run(*database_, record, snapshot_id, rule_set_id);
    add_findings(*database_, run, record);
    transaction.commit();
    return record;
  });
}

Result<std::vector<RunRecord>> Store::runs() const {
  return guarded([&] { return read_runs(*database_); });
}

Status Store::each_finding(std::int64_t run,
                           const std::function<void(const FindingRow&)>& take) const {
  return guarded([&] {
    tidemark::each_finding(*database_, run, take);
    return Done{};
  });
}

Result<std::vector<CellRow>> Store::evidence(std::int64_t run, std::int64_t finding) const {
  return guarded([&] { return evidence_of(*database_, run, finding); });
}

Result<std::vector<KeptFile>> Store::files(std::string_view set_digest) const {
  return guarded([&] { return files_of(*database_, set_digest); });
}

Result<bool> Store::holds(std::string_view content_digest) const {
  return guarded([&] { return holds_content(*database_, content_digest); });
}

Result<std::string> Store::content(std::string_view content_digest) const {
  return guarded([&] { return content_of(*database_, content_digest); });
}

}  // namespace tidemark
