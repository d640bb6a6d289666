// AuditServer: makes the scheduled runs of one store: looks at the drop folder and at the clock,
// starts what is due, and keeps and sends how each ended. Holds no store open between steps, and
// nothing that is not also in the table of outcomes. Belongs to one thread.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "audit/drop_folder.hpp"
#include "calendar/working_calendar.hpp"
#include "cli/served_config.hpp"
#include "cli/served_run.hpp"
#include "cli/signals.hpp"
#include "store/outcome_table.hpp"

namespace tidemark::cli {

class AuditServer {
 public:
  AuditServer(Signals& signals) : signals_(signals) {}

  // Reads the file and the rules' calendar; on failure all stays as it was.
  [[nodiscard]] Status configure(const std::string& file);
  // For which times there are outcomes already. Makes the store where there is none.
  [[nodiscard]] Status recall();
  [[nodiscard]] const ServedConfig& config() const { return config_; }
  // For each job, its next time in words.
  [[nodiscard]] std::vector<std::string> plan(const LocalTime& now) const;

  // Looks at the drop folder; true when every snapshot there is complete.
  bool look();
  // Everything that is due now, one after another, until told to end.
  void make_what_is_due(const LocalTime& now);
  // The gravest exit code of all outcomes so far.
  [[nodiscard]] int gravest() const { return gravest_; }

 private:
  void check_arrival(const ServedJob& job, const LocalTime& now);
  [[nodiscard]] std::optional<LocalTime> due_time(const ServedJob& job, const LocalTime& now) const;
  void run(const ServedJob& job, const LocalTime& due, const LocalTime& now);
  [[nodiscard]] bool came_between(const LocalTime& after, const LocalTime& until) const;
  void conclude(const std::string& job, const LocalTime& due, const std::string& began_at,
                const RunEnd& end);
  [[nodiscard]] LocalTime last_due(const std::string& job, const LocalTime& now) const;

  Signals& signals_;
  ServedConfig config_;
  WorkingCalendar calendar_;
  std::unique_ptr<DropFolder> drop_;
  std::vector<DroppedSnapshot> snapshots_;
  std::map<std::string, LocalTime> last_due_;    // as in the table of outcomes
  std::map<std::string, std::string> ran_with_;  // job: the arrival that it last answered
  std::string complaint_;                        // of the drop folder; said once
  int gravest_ = 0;
};

}  // namespace tidemark::cli
