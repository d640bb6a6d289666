// OutcomeTable: how each scheduled run ended, and each time at which one should have run and could
// not. A view on a Store that must outlive it; belongs to its thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "store/store.hpp"

namespace tidemark {

struct ScheduledOutcome {
  std::int64_t number = 0;
  std::string job;
  std::string due_at;              // of its calendar, by the wall clock: "2026-11-23 06:00"
  std::string began_at, ended_at;  // as the caller said it
  int exit_code = 0;
  std::optional<std::int64_t> run;
  std::string sentence;  // counts only, no child
};

class OutcomeTable {
 public:
  explicit OutcomeTable(const Store& store) : database_(store.database()) {}

  // Its number.
  [[nodiscard]] Result<std::int64_t> add(const ScheduledOutcome& outcome);
  // By number; all jobs where `job` is empty.
  [[nodiscard]] Result<std::vector<ScheduledOutcome>> outcomes(const std::string& job = "") const;
  // The latest time for which the job has an outcome; "" where it has none.
  [[nodiscard]] Result<std::string> last_due_at(const std::string& job) const;

 private:
  Database& database_;
};

}  // namespace tidemark
