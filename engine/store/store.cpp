#include "store/store.hpp"

#include "store/file_set.hpp"
#include "store/finding_table.hpp"
#include "store/guarded.hpp"
#include "store/run_table.hpp"
#include "store/schema.hpp"

namespace tidemark {

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
