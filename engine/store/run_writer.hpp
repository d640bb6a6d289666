// RunWriter: records one run, all of it or nothing of it. Holds the store's write lock from its
// making until finish(), so that what is read from the store meanwhile (the run before, the lives
// of exceptions) still holds when the run is there. The Store must outlive it; its thread.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "casework/observe.hpp"
#include "store/finding_table.hpp"
#include "store/kept_file.hpp"
#include "store/run_record.hpp"
#include "store/store.hpp"
#include "store/transaction.hpp"

namespace tidemark {

// What a run counted for one rule; stays when the run's rows are purged.
struct RunTotal {
  std::string rule, title, severity, maturity;
  std::uint64_t population = 0, on_track = 0, due_soon = 0, breach = 0, explained = 0, met_late = 0,
                cannot_decide = 0, error = 0, population_undecided = 0;
  friend bool operator==(const RunTotal&, const RunTotal&) = default;
};

struct NewRun {
  std::string made_at, as_at, calendar, engine;  // as RunRecord has them
  std::vector<KeptFile> snapshot, rule_set;
  std::string findings;          // digest of findings.csv
  std::vector<RunTotal> totals;  // one a rule
  std::string source;            // the snapshot's path as it was named
  std::uint64_t children = 0;
  std::vector<NewEvents> events;  // what the run says of the lives of exceptions
  // When all of it is written and nothing committed; may be empty. On failure nothing is kept.
  std::function<Status(const RunRecord&)> before_commit;
};

class RunWriter {
 public:
  [[nodiscard]] static Result<std::unique_ptr<RunWriter>> begin(const Store& store);

  [[nodiscard]] std::int64_t number() const { return number_; }
  // That the first new exception of the run will get; the next ones count on.
  [[nodiscard]] Result<std::int64_t> next_exception() const;
  // In the order of findings.csv.
  [[nodiscard]] Status add(const FindingRow& row);
  [[nodiscard]] Result<RunRecord> finish(NewRun run);

  explicit RunWriter(Database& database);  // throws StoreFailure; for begin()

 private:
  Database& database_;
  Transaction transaction_;
  std::int64_t number_;
  FindingWriter findings_;
};

}  // namespace tidemark
