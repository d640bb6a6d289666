// AuditServer: makes the scheduled runs of one store: looks at the drop folder and at the clock,
// starts what is due, and keeps and sends how each ended. Holds no store open between steps, and
// nothing that is not also in the table of outcomes. Belongs to one thread.
#pragma once

#include <memory>
#include <set>
#include <string>
#include <vector>

#include "audit/drop_folder.hpp"
#include "audit/dropped_content.hpp"
#include "audit/owed_time.hpp"
#include "calendar/working_calendar.hpp"
#include "cli/served_config.hpp"
#include "cli/served_outcomes.hpp"
#include "cli/served_run.hpp"
#include "cli/signals.hpp"

namespace tidemark::cli {

class AuditServer {
 public:
  AuditServer(Signals& signals) : signals_(signals) {}

  // Reads the file and the rules' calendar; on failure all stays as it was.
  [[nodiscard]] Status configure(const std::string& file);
  // What is kept of former times; makes the store where there is none. Outputs of runs that a kill
  // left under another name get their own or are taken away.
  [[nodiscard]] Status recall();
  [[nodiscard]] const ServedConfig& config() const { return config_; }
  // For each job, its next time in words.
  [[nodiscard]] std::vector<std::string> plan(const LocalTime& now) const;

  // Looks at the drop folder; true when every snapshot there is complete.
  bool look();
  // Everything that is due now, one after another, until told to end; and the letters.
  void make_what_is_due(const LocalTime& now);
  // The gravest exit code of all outcomes so far.
  [[nodiscard]] int gravest() const { return gravest_; }

 private:
  // The snapshot that a run would take now.
  struct Latest {
    DroppedSnapshot snapshot;
    std::string content;
  };
  [[nodiscard]] std::optional<Latest> latest(const LocalTime& now);
  [[nodiscard]] std::optional<std::string> content_of(const DroppedSnapshot& snapshot);
  [[nodiscard]] bool is_being_copied() const;

  void make_job(const ServedJob& job, const LocalTime& now);
  void make_owed(const ServedJob& job, const OwedTime& owed, const LocalTime& now);
  void make_arrived(const ServedJob& job, const LocalTime& now);
  void run(const ServedJob& job, const Latest& latest, const OwedTime& owed, const LocalTime& now);
  void say_none_came(const ServedJob& job, const OwedTime& owed, const LocalTime& now);
  void follow_policy(const LocalTime& now);
  void check_arrival(const ServedJob& job, const LocalTime& now);
  [[nodiscard]] bool came_between(const ServedJob& job, const LocalTime& after,
                                  const LocalTime& until);
  // " One that comes by ... is run late."; empty where none is waited for.
  [[nodiscard]] std::string words_of_waiting(const ServedJob& job, const OwedTime& owed,
                                             const LocalTime& now) const;

  [[nodiscard]] Status put_outputs_in_place();
  void conclude(const std::string& job, const LocalTime& due, const std::string& began_at,
                const RunEnd& end, const std::string& content);
  void say(const ScheduledOutcome& outcome);
  void send_letters();
  void complain(const std::string& message);  // once, for as long as it stays true

  Signals& signals_;
  ServedConfig config_;
  WorkingCalendar calendar_;
  std::unique_ptr<DropFolder> drop_;
  std::vector<DroppedSnapshot> snapshots_;
  bool drop_is_readable_ = true;
  DroppedContents contents_;
  OutcomeBook book_;
  std::set<std::string> complaints_, complaints_before_;  // of this look and the one before
  std::optional<std::int64_t> letters_failed_;            // when, by steady_seconds()
  int gravest_ = 0;
};

}  // namespace tidemark::cli
