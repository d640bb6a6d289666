#include "cli/audit_server.hpp"

#include <algorithm>

#include "base/log.hpp"
#include "cli/clock.hpp"
#include "cli/local_clock.hpp"
#include "cli/opening.hpp"
#include "cli/outcome.hpp"
#include "cli/served_folder.hpp"
#include "cli/served_words.hpp"

namespace tidemark::cli {

namespace {

constexpr std::int64_t k_letters_again_seconds = 600;

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
  if (Status read = book_.read(config_.store); !read) return read;
  return put_outputs_in_place();
}

Status AuditServer::put_outputs_in_place() {
  return put_in_place(config_.out, [this](const std::string& job, std::int64_t run) {
    return book_.has_run(job, run);
  });
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
  complaints_before_ = std::move(complaints_);
  complaints_.clear();
  auto looked = drop_->look(steady_seconds());
  drop_is_readable_ = looked.ok();
  if (!looked) {
    complain(looked.error().message);
    snapshots_.clear();
    return true;
  }
  snapshots_ = std::move(looked).value();
  for (const DroppedSnapshot& snapshot : snapshots_) {
    if (snapshot.why_never.empty()) continue;
    complain("the snapshot " + snapshot.name + " is not taken as it is: " + snapshot.why_never);
  }
  return !is_being_copied();
}

bool AuditServer::is_being_copied() const {
  return std::any_of(snapshots_.begin(), snapshots_.end(), [](const DroppedSnapshot& snapshot) {
    return !snapshot.is_complete && snapshot.why_never.empty();
  });
}

std::optional<std::string> AuditServer::content_of(const DroppedSnapshot& snapshot) {
  const auto goes_on = [this] {
    signals_.wait(0);
    return !signals_.asked_to_end();
  };
  const Result<std::string> content = contents_.digest_of(snapshot, goes_on);
  if (content) return content.value();
  if (!signals_.asked_to_end()) complain(content.error().message);
  return std::nullopt;
}

std::optional<AuditServer::Latest> AuditServer::latest(const LocalTime& now) {
  const auto snapshot = latest_complete(snapshots_, now.day);
  if (!snapshot) return std::nullopt;
  const auto content = content_of(*snapshot);
  if (!content) return std::nullopt;
  return Latest{*snapshot, *content};
}

void AuditServer::conclude(const std::string& job, const LocalTime& due,
                           const std::string& began_at, const RunEnd& end,
                           const std::string& content) {
  const ScheduledOutcome outcome{0,
                                 job,
                                 iso(due),
                                 began_at,
                                 time_of_run(),
                                 end.exit_code,
                                 end.run,
                                 end.sentence,
                                 content,
                                 config_.mail.has_value()};
  say(outcome);
  if (const Status kept = book_.keep(outcome); !kept) {
    log_error("the outcome could not be kept: " + kept.error().message);
    gravest_ = std::max(gravest_, k_store);
  }
}

void AuditServer::say(const ScheduledOutcome& outcome) {
  gravest_ = std::max(gravest_, outcome.exit_code);
  const std::string line = "job " + outcome.job + ", due " + outcome.due_at + ": exit code " +
                           std::to_string(outcome.exit_code) + ". " + outcome.sentence;
  outcome.exit_code == k_done ? log_info(line) : log_warn(line);
}

void AuditServer::send_letters() {
  if (!config_.mail) return;
  if (letters_failed_ && steady_seconds() - *letters_failed_ < k_letters_again_seconds) return;
  for (const ScheduledOutcome& outcome : book_.letters_due()) {
    if (const Status sent = send_letter(*config_.mail, letter_of(outcome)); !sent) {
      if (!letters_failed_) log_error(sent.error().message + "; it is tried again");
      letters_failed_ = steady_seconds();
      gravest_ = std::max(gravest_, k_bad_input);
      return;
    }
    if (letters_failed_) log_info("mail can be sent again");
    letters_failed_.reset();
    if (const Status noted = book_.letter_sent(outcome, time_of_run()); !noted) {
      log_error("that a letter was sent could not be kept: " + noted.error().message);
      gravest_ = std::max(gravest_, k_store);
    }
    signals_.wait(0);
    if (signals_.asked_to_end()) return;
  }
}

void AuditServer::complain(const std::string& message) {
  const bool said_before = complaints_before_.count(message) != 0;
  if (complaints_.insert(message).second && !said_before) log_error(message);
}

}  // namespace tidemark::cli
