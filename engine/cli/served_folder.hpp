// The folders of scheduled runs: "<out>/<job>/<as-at>-run-<number>". A run's outputs are written
// under one hidden name, take another when they are whole, just before the run is committed, and
// their own when it has been: so that a kill at any moment neither loses the report of a run that
// is kept nor leaves one of a run that is not. Names and renames only.
#pragma once

#include <functional>
#include <string>

#include "base/result.hpp"
#include "calendar/day.hpp"

namespace tidemark::cli {

struct RunName {
  std::string job;
  Day as_at = 0;
  std::int64_t number = 0;
};

// While they are being written; one at a time for each job.
[[nodiscard]] std::string half_written_folder(const std::string& out, const std::string& job);
// They are whole and wait for the commit. Refused where the run's own folder is there already.
[[nodiscard]] Status set_aside(const std::string& out, const RunName& run);
// Gives those of runs that `is_kept` knows their own name, and takes all others away.
[[nodiscard]] Status put_in_place(
    const std::string& out,
    const std::function<bool(const std::string& job, std::int64_t run)>& is_kept);

}  // namespace tidemark::cli
