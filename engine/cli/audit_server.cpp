#include "cli/audit_server.hpp"

#include <algorithm>

#include "base/log.hpp"
#include "cli/clock.hpp"
#include "cli/local_clock.hpp"
#include "cli/opening.hpp"
#include "cli/outcome.hpp"
#include "cli/served_words.hpp"
#include "cli/stored.hpp"

namespace tidemark::cli {

namespace {

constexpr Day k_look_back = 400;  // a job that never ran is due for the latest of its times

// Rows of snapshots that did not come stand beside the job's own.
std::string arrival_row(const std::string& job) {
  return job + " (snapshot)";
}

std::string arrival_of(const DroppedSnapshot& snapshot) {
  return snapshot.name + " " + std::to_string(snapshot.last_change);
}

// The minute by which it had stood still for long enough, so that a run in the minute before, which
// went without it, does not pass for an answer to it.
LocalTime complete_since(const DroppedSnapshot& snapshot, int settle_seconds) {
  constexpr int k_up_to_the_minute = 59;
  return local_time_of(snapshot.last_change + settle_seconds + k_up_to_the_minute);
}

Result<std::map<std::string, LocalTime>> last_due_times(const ServedConfig& config) {
  const Result<Store> store = Store::open(config.store);
  if (!store) return store.error();
  const OutcomeTable table(store.value());
  std::map<std::string, LocalTime> last;
  for (const ServedJob& job : config.jobs) {
    for (const std::string& row : {job.name, arrival_row(job.name)}) {
      const Result<std::string> text = table.last_due_at(row);
      if (!text) return text.error();
      if (const auto time = parse_local_time(text.value())) last.emplace(row, *time);
    }
  }
  return last;
}

Result<std::int64_t> keep(const std::string& store_path, const ScheduledOutcome& outcome) {
  const Result<Store> store = Store::open(store_path);
  if (!store) return store.error();
  auto kept = OutcomeTable(store.value()).add(outcome);
  if (kept) note_seal(store_path);
  return kept;
}

}  // namespace

Status AuditServer::configure(const std::string& file) {
  Result<ServedConfig> config = read_served_config(file);
  if (!config) return config.error();
  const Result<Rulebook> rules = open_rules(config.value().rules);
  if (!rules) return rules.error();
  const bool same_drop = drop_ && config.value().drop == config_.drop &&
                         config.value().settle_seconds == config_.settle_seconds;
  config_ = std::move(config).value();
  calendar_ = rules.value().calendar;
  if (!same_drop) drop_ = std::make_unique<DropFolder>(config_.drop, config_.settle_seconds);
  return Done{};
}

Status AuditServer::recall() {
  auto last = last_due_times(config_);
  if (!last) return last.error();
  last_due_ = std::move(last).value();
  return Done{};
}

std::vector<std::string> AuditServer::plan(const LocalTime& now) const {
  std::vector<std::string> lines;
  for (const ServedJob& job : config_.jobs) {
    std::string line = job.name + ":";
    if (job.when) {
      const Timetable::Next next = job.when->next_after(now, calendar_);
      line += " " + job.when_words +
              (next.time ? "; next " + iso(*next.time) : "; no next time: " + next.why_none);
    }
    if (job.on_arrival) line += std::string(job.when ? ";" : "") + " when a snapshot comes";
    lines.push_back(line);
  }
  return lines;
}

bool AuditServer::look() {
  auto looked = drop_->look(steady_seconds());
  if (!looked) {
    if (complaint_ != looked.error().message) log_error(looked.error().message);
    complaint_ = looked.error().message;
    snapshots_.clear();
    return true;
  }
  complaint_.clear();
  snapshots_ = std::move(looked).value();
  return std::all_of(snapshots_.begin(), snapshots_.end(),
                     [](const DroppedSnapshot& snapshot) { return snapshot.is_complete; });
}

LocalTime AuditServer::last_due(const std::string& job, const LocalTime& now) const {
  const auto found = last_due_.find(job);
  if (found != last_due_.end()) return found->second;
  return {now.day - k_look_back, 0};
}

bool AuditServer::came_between(const LocalTime& after, const LocalTime& until) const {
  return std::any_of(snapshots_.begin(), snapshots_.end(), [&](const DroppedSnapshot& snapshot) {
    const LocalTime came = local_time_of(snapshot.last_change);
    return snapshot.is_complete && came > after && came <= until;
  });
}

void AuditServer::check_arrival(const ServedJob& job, const LocalTime& now) {
  if (!job.snapshot_by) return;
  const LocalTime after = std::max(last_due(arrival_row(job.name), now), last_due(job.name, now));
  const auto by = job.snapshot_by->latest_due(after, now, calendar_);
  if (!by) return;
  const LocalTime long_before{by->day - k_look_back, 0};
  LocalTime until = *by;
  if (--until.minute < 0) until = {until.day - 1, 1439};
  const auto before = job.snapshot_by->latest_due(long_before, until, calendar_);
  if (came_between(before.value_or(long_before), *by)) return;
  RunEnd end;
  end.exit_code = k_found;
  end.sentence = "No snapshot came by " + iso(*by) + ".";
  if (before) end.sentence += " The time before that was " + iso(*before) + ".";
  conclude(arrival_row(job.name), *by, time_of_run(), end);
}

std::optional<LocalTime> AuditServer::due_time(const ServedJob& job, const LocalTime& now) const {
  const LocalTime after = last_due(job.name, now);
  std::optional<LocalTime> due;
  if (job.when) due = job.when->latest_due(after, now, calendar_);
  if (!job.on_arrival) return due;
  const auto latest = latest_complete(snapshots_, now.day);
  if (!latest) return due;
  const auto before = ran_with_.find(job.name);
  if (before != ran_with_.end() && before->second == arrival_of(*latest)) return due;
  const LocalTime came = std::min(complete_since(*latest, config_.settle_seconds), now);
  if (came > after && (!due || came > *due)) due = came;
  return due;
}

void AuditServer::run(const ServedJob& job, const LocalTime& due, const LocalTime& now) {
  const auto snapshot = latest_complete(snapshots_, now.day);
  const std::string began_at = time_of_run();
  if (!snapshot) {
    RunEnd end;
    end.exit_code = k_found;
    end.sentence = "There is no complete snapshot to run with.";
    return conclude(job.name, due, began_at, end);
  }
  log_info("job " + job.name + ", due " + iso(due) + ": begins with snapshot " + snapshot->name);
  ran_with_.insert_or_assign(job.name, arrival_of(*snapshot));
  const RunEnd end = make_served_run({config_, job, *snapshot, due, now.day}, signals_);
  if (end.was_ended) {
    log_warn("job " + job.name + " was ended with the server; it is due again");
    return;
  }
  conclude(job.name, due, began_at, end);
}

void AuditServer::conclude(const std::string& job, const LocalTime& due,
                           const std::string& began_at, const RunEnd& end) {
  const ScheduledOutcome outcome{
      0, job, iso(due), began_at, time_of_run(), end.exit_code, end.run, end.sentence};
  last_due_.insert_or_assign(job, due);  // also when it cannot be kept: not again and again
  gravest_ = std::max(gravest_, end.exit_code);
  const std::string line = "job " + job + ", due " + outcome.due_at + ": exit code " +
                           std::to_string(outcome.exit_code) + ". " + outcome.sentence;
  end.exit_code == k_done ? log_info(line) : log_warn(line);
  if (const auto kept = keep(config_.store, outcome); !kept) {
    log_error("the outcome could not be kept: " + kept.error().message);
    gravest_ = std::max(gravest_, k_store);
  }
  if (!config_.mail) return;
  if (const Status sent = send_letter(*config_.mail, letter_of(outcome)); !sent) {
    log_error(sent.error().message);
    gravest_ = std::max(gravest_, k_bad_input);
  }
}

void AuditServer::make_what_is_due(const LocalTime& now) {
  for (const ServedJob& job : config_.jobs) {
    signals_.wait(0);
    if (signals_.asked_to_end()) return;
    check_arrival(job, now);
    if (const auto due = due_time(job, now)) run(job, *due, now);
  }
}

}  // namespace tidemark::cli
