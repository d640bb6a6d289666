// A scheduled run: an audit of one snapshot with its outputs in a folder of its own, made in a
// process of its own, so that a file that brings it down brings down nothing else.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "audit/drop_folder.hpp"
#include "cli/served_config.hpp"
#include "cli/signals.hpp"

namespace tidemark::cli {

struct ServedRun {
  const ServedConfig& config;
  const ServedJob& job;
  DroppedSnapshot snapshot;
  LocalTime due;
  Day today = 0;
  std::string content;   // the snapshot's digest
  std::string began_at;  // as the outcome says it
  bool is_late = false;  // it was said before that there was no snapshot
};

struct RunEnd {
  int exit_code = 0;
  std::optional<std::int64_t> run;  // its outcome is kept with it, in one transaction
  std::string sentence;             // counts only: it is kept and sent
  bool was_ended =
      false;  // the server was told to end and the run did not finish: nothing of it is kept
};

// Waits for its end. What else there is to say of a failure goes to the log.
[[nodiscard]] RunEnd make_served_run(const ServedRun& run, Signals& signals);

}  // namespace tidemark::cli
