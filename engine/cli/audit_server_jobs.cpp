// AuditServer: what is due, and with what.
#include <algorithm>

#include "base/log.hpp"
#include "cli/audit_server.hpp"
#include "cli/automatic_purge.hpp"
#include "cli/clock.hpp"
#include "cli/local_clock.hpp"
#include "cli/outcome.hpp"
#include "cli/stored.hpp"

namespace tidemark::cli {

namespace {

constexpr int k_seconds_a_minute = 60;
constexpr const char* k_retention_row = "(retention)";  // no job can have this name

// Rows of snapshots that did not come by their own time stand beside the job's.
std::string arrival_row(const std::string& job) {
  return job + " (snapshot)";
}

// The minute by which it had stood still for long enough.
LocalTime complete_since(const DroppedSnapshot& snapshot, int settle_seconds) {
  return local_time_of(snapshot.last_change + settle_seconds + k_seconds_a_minute - 1);
}

}  // namespace

void AuditServer::make_what_is_due(const LocalTime& now) {
  for (const ServedJob& job : config_.jobs) {
    signals_.wait(0);
    if (signals_.asked_to_end()) return;
    make_job(job, now);
    send_letters();
  }
  signals_.wait(0);
  if (signals_.asked_to_end()) return;
  follow_policy(now);
  send_letters();
}

void AuditServer::follow_policy(const LocalTime& now) {
  if (!config_.retention || !config_.retention->automatic || !config_.retention->when) return;
  const Retention& retention = *config_.retention;
  const Timetable& when = *config_.retention->when;
  auto kept = book_.times_of(k_retention_row);
  for (KeptTime& one : kept) one.has_run = true;  // also where it failed: not again before the next
  const auto due = owed_time(when, calendar_, kept, now, 0, false);
  const std::string policy = name_of_policy(retention);
  const bool is_known = book_.tried_with(k_retention_row, policy);
  const std::string began_at = time_of_run();
  if (is_known) {
    if (!due) return;
    const RunEnd end = automatic_purge(config_, retention, now.day);
    return conclude(k_retention_row, due->due, began_at, end, policy);
  }
  const auto next = when.next_after(now, calendar_).time;
  const std::string first = next ? iso(*next) : "the next time";
  conclude(k_retention_row, now, began_at, announce_purge(config_, retention, now.day, first),
           policy);
}

void AuditServer::make_job(const ServedJob& job, const LocalTime& now) {
  check_arrival(job, now);
  if (job.when) {
    const auto owed = owed_time(*job.when, calendar_, book_.times_of(job.name), now, job.wait_hours,
                                job.on_arrival);
    if (owed) make_owed(job, *owed, now);
  }
  if (job.on_arrival && !signals_.asked_to_end()) make_arrived(job, now);
}

void AuditServer::make_owed(const ServedJob& job, const OwedTime& owed, const LocalTime& now) {
  const auto found = latest(now);
  const bool is_new = found && !book_.tried_for(job.name, owed.due, found->content) &&
                      (job.unchanged_too || !book_.ran_with(job.name, found->content));
  if (is_new) return run(job, *found, owed, now);
  if (owed.was_said || signals_.asked_to_end()) return;
  // What is being copied just now is not said to be missing.
  const int a_while = config_.settle_seconds / k_seconds_a_minute + 1;
  if (is_being_copied() && now <= later_by(owed.due, a_while)) return;
  say_none_came(job, owed, now);
}

void AuditServer::make_arrived(const ServedJob& job, const LocalTime& now) {
  const auto found = latest(now);
  if (!found || book_.tried_with(job.name, found->content)) return;
  OwedTime owed;
  owed.due = std::min(complete_since(found->snapshot, config_.settle_seconds), now);
  run(job, *found, owed, now);
}

void AuditServer::run(const ServedJob& job, const Latest& latest, const OwedTime& owed,
                      const LocalTime& now) {
  const std::string began_at = time_of_run();
  log_info("job " + job.name + ", due " + iso(owed.due) + ": begins with snapshot " +
           latest.snapshot.name);
  RunEnd end = make_served_run(
      {config_, job, latest.snapshot, owed.due, now.day, latest.content, began_at, owed.was_said},
      signals_);
  // The store says whether there is a run, not its process, which may have been brought down after.
  const Status read = book_.read(config_.store);
  if (const ScheduledOutcome* kept = book_.run_for(job.name, owed.due, latest.content)) {
    note_seal(config_.store);
    say(*kept);
    if (const Status placed = put_outputs_in_place(); !placed) {
      log_error(placed.error().message);
      gravest_ = std::max(gravest_, k_bad_input);
    }
    return;
  }
  if (end.was_ended) {
    log_warn("job " + job.name + " was ended with the server; it is due again");
    return;
  }
  if (!read) log_error("the outcomes could not be read: " + read.error().message);
  if (end.exit_code != k_done) end.sentence += words_of_waiting(job, owed, now);
  conclude(job.name, owed.due, began_at, end, latest.content);
  (void)put_outputs_in_place();  // there are none of a run that was not kept
}

void AuditServer::say_none_came(const ServedJob& job, const OwedTime& owed, const LocalTime& now) {
  RunEnd end;
  end.exit_code = k_found;
  if (!drop_is_readable_) {
    end.sentence = "No snapshot has come: the drop folder cannot be read.";
  } else if (!latest_complete(snapshots_, now.day)) {
    end.sentence = "No snapshot has come: there is no complete one in the drop folder.";
  } else {
    end.sentence = "No new snapshot has come: this job has run with the latest one already.";
  }
  end.sentence += words_of_waiting(job, owed, now);
  conclude(job.name, owed.due, time_of_run(), end, "");
}

std::string AuditServer::words_of_waiting(const ServedJob& job, const OwedTime& owed,
                                          const LocalTime& now) const {
  if (!job.when || owed.waits_until <= now) return "";
  const auto next = job.when->next_after(owed.due, calendar_).time;
  const bool next_is_sooner = next && *next <= owed.waits_until;
  return " One that comes " + std::string(next_is_sooner ? "before " : "by ") +
         iso(next_is_sooner ? *next : owed.waits_until) + " is run late.";
}

bool AuditServer::came_between(const ServedJob& job, const LocalTime& after,
                               const LocalTime& until) {
  return std::any_of(snapshots_.begin(), snapshots_.end(), [&](const DroppedSnapshot& snapshot) {
    const LocalTime came = local_time_of(snapshot.last_change);
    if (!snapshot.is_complete || came <= after || came > until) return false;
    const auto content = content_of(snapshot);
    return content && !book_.ran_before(job.name, *content, after);
  });
}

void AuditServer::check_arrival(const ServedJob& job, const LocalTime& now) {
  if (!job.snapshot_by) return;
  auto kept = book_.times_of(arrival_row(job.name));
  for (KeptTime& one : kept) one.has_run = true;  // it was said, and that is all there is to do
  // Times at which the job has already gone without one, or run, are over.
  for (const KeptTime& one : book_.times_of(job.name)) kept.push_back({one.due, true});
  const auto by = owed_time(*job.snapshot_by, calendar_, kept, now, 0, false);
  if (!by) return;
  const LocalTime before = time_before(*job.snapshot_by, calendar_, by->due);
  if (came_between(job, before, by->due)) return;
  RunEnd end;
  end.exit_code = k_found;
  end.sentence = "No new snapshot came by " + iso(by->due) + ".";
  conclude(arrival_row(job.name), by->due, time_of_run(), end, "");
}

}  // namespace tidemark::cli
