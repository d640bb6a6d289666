// ServedConfig: what `serve-audits` is told by its file: where things lie, which jobs run when, who
// is written to. A mistake is named with file, line and column; a key that nobody knows is a
// mistake. Values only, read once and then shared.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "audit/timetable.hpp"
#include "base/result.hpp"

namespace tidemark::cli {

enum class ServedDay : std::uint8_t {
  today,                 // the day on which the run is made
  last_of_month_before,  // the last day of the month before the job's due day
  last_of_snapshot,      // the last day that the snapshot's files tell of
};

struct ServedJob {
  std::string name;
  std::string when_words;  // as written; "" where only arrivals start it
  std::optional<Timetable> when;
  bool on_arrival = false;
  int wait_hours = 72;         // for a snapshot that did not come by the job's time
  bool unchanged_too = false;  // run at its times also with a snapshot that it has run with before
  std::optional<Timetable> snapshot_by;  // a snapshot must have come by each of these times
  ServedDay as_at = ServedDay::today;
  PanelDates panels;
};

struct MailSettings {
  std::vector<std::string> to;
  std::string from;
  std::string sendmail;  // the program; or
  std::string smtp;      // "host:port" of a relay
};

struct Retention {
  int keep_months = 24;
  bool packs_too = false;         // also what issued packs rest on
  bool automatic = false;         // the scheduled audits follow it by themselves, at these times
  std::optional<Timetable> when;  // always there where it is automatic
};

struct ServedConfig {
  std::string file;
  std::string store, rules, drop, out;
  int threads = 1;
  int settle_seconds = 60;
  int look_every_seconds = 5;
  std::vector<ServedJob> jobs;
  std::optional<MailSettings> mail;
  std::optional<Retention> retention;
};

[[nodiscard]] Result<ServedConfig> read_served_config(const std::string& file);
// Only the table [retention] of such a file, whatever else is in it.
[[nodiscard]] Result<Retention> read_retention(const std::string& file);

}  // namespace tidemark::cli
