// Recording: the second half of an audit, behind the store's write lock: the findings one after
// another, what became of those of the run before, and what the run says of the lives of
// exceptions. All of it is in the store when finish() returns, or nothing. One thread.
#pragma once

#include <memory>
#include <vector>

#include "audit/findings_digest.hpp"
#include "audit/former_runs.hpp"
#include "audit/run.hpp"
#include "audit/since_last.hpp"
#include "snapshot/found_files.hpp"
#include "store/run_writer.hpp"
#include "store/store.hpp"

namespace tidemark {

class Recording {
 public:
  // `run` is judged and gets the rest; all three must outlive the recording.
  [[nodiscard]] static Result<std::unique_ptr<Recording>> begin(const AuditRequest& request,
                                                                const Store& store, AuditRun& run);
  [[nodiscard]] Status write_findings();
  [[nodiscard]] Status finish(std::vector<KeptFile> snapshot, std::vector<KeptFile> rule_set,
                              const FoundFiles& found);

  Recording(const AuditRequest& request, const Store& store, AuditRun& run,
            std::unique_ptr<RunWriter> writer);  // for begin()

 private:
  [[nodiscard]] Status look_back();
  [[nodiscard]] Status take(Finding&& finding);
  [[nodiscard]] bool is_held(const Finding& finding);
  void count_exempted(const std::vector<NewEvents>& events);
  void count_exempted(const ExceptionLife& life);
  [[nodiscard]] Result<std::vector<NewEvents>> events(FormerRuns& former);

  const AuditRequest& request_;
  const Store& store_;
  AuditRun& run_;
  std::unique_ptr<RunWriter> writer_;
  std::vector<ExceptionLife> lives_;       // read anew behind the lock; as they were before the run
  std::vector<std::int64_t> moving_runs_;  // numbers of those before that moved lives
  StoodBefore stood_;
  FindingsDigest digest_;
  FindingRow row_;
};

}  // namespace tidemark
