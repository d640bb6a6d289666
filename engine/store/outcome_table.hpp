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
  std::string sentence;      // counts only, no child
  std::string content = {};  // digest of the snapshot that it looked at; "" where it looked at none
  bool letter_due = false;   // one is to be sent and has not been
};

class OutcomeTable {
 public:
  explicit OutcomeTable(const Store& store) : database_(store.database()) {}

  // Its number.
  [[nodiscard]] Result<std::int64_t> add(const ScheduledOutcome& outcome);
  // The same inside a transaction that somebody else has begun and will commit: a run and how it
  // ended are kept together or not at all.
  [[nodiscard]] Result<std::int64_t> add_within(const ScheduledOutcome& outcome);
  [[nodiscard]] Status letter_sent(std::int64_t number, const std::string& at);
  // By number; all jobs where `job` is empty.
  [[nodiscard]] Result<std::vector<ScheduledOutcome>> outcomes(const std::string& job = "") const;

 private:
  Database& database_;
};

}  // namespace tidemark
