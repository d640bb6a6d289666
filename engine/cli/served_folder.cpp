#include "cli/served_folder.hpp"

#include <charconv>
#include <filesystem>
#include <optional>
#include <system_error>
#include <vector>

namespace tidemark::cli {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view k_half = ".half-written";
constexpr std::string_view k_whole = ".whole";
constexpr std::string_view k_run = "-run-";

std::string own_name(const RunName& run) {
  return iso(run.as_at) + std::string(k_run) + std::to_string(run.number);
}

Error not_renamed(const fs::path& from, const fs::path& to, const std::string& why) {
  return {ErrorKind::input,
          "the outputs in " + from.string() + " cannot be put in " + to.string() + ": " + why};
}

// Of ".2026-11-30-run-12.whole".
std::optional<std::int64_t> number_in(std::string_view name) {
  const std::size_t at = name.rfind(k_run);
  if (at == std::string_view::npos) return std::nullopt;
  const std::string_view digits =
      name.substr(at + k_run.size(), name.size() - at - k_run.size() - k_whole.size());
  std::int64_t number = 0;
  const char* end = digits.data() + digits.size();
  const auto read = std::from_chars(digits.data(), end, number);
  if (read.ec != std::errc{} || read.ptr != end) return std::nullopt;
  return number;
}

// The hidden folders of runs, of all jobs.
std::vector<fs::path> hidden_folders(const std::string& out) {
  std::vector<fs::path> found;
  std::error_code failed;
  for (fs::directory_iterator job(out, failed), end; !failed && job != end; job.increment(failed)) {
    std::error_code inner;
    for (fs::directory_iterator at(job->path(), inner), last; !inner && at != last;
         at.increment(inner)) {
      const std::string name = at->path().filename().string();
      if (name.front() != '.') continue;
      if (name.ends_with(k_half) || name.ends_with(k_whole)) found.push_back(at->path());
    }
  }
  return found;
}

}  // namespace

std::string half_written_folder(const std::string& out, const std::string& job) {
  return (fs::path(out) / job / k_half).string();
}

Status set_aside(const std::string& out, const RunName& run) {
  const fs::path half = half_written_folder(out, run.job);
  const fs::path own = half.parent_path() / own_name(run);
  std::error_code failed;
  if (fs::exists(own, failed)) {
    return not_renamed(half, own, "that is there already, from another store; move it away");
  }
  const fs::path whole = half.parent_path() / ("." + own_name(run) + std::string(k_whole));
  fs::remove_all(whole, failed);  // of a run that was never committed
  fs::rename(half, whole, failed);
  return failed ? not_renamed(half, whole, failed.message()) : Status(Done{});
}

Status put_in_place(const std::string& out,
                    const std::function<bool(const std::string& job, std::int64_t run)>& is_kept) {
  Status status = Done{};
  for (const fs::path& hidden : hidden_folders(out)) {
    const std::string name = hidden.filename().string();
    const auto number = name.ends_with(k_whole) ? number_in(name) : std::nullopt;
    std::error_code failed;
    if (!number || !is_kept(hidden.parent_path().filename().string(), *number)) {
      fs::remove_all(hidden, failed);
      continue;
    }
    const fs::path own = hidden.parent_path() / name.substr(1, name.size() - 1 - k_whole.size());
    fs::rename(hidden, own, failed);
    if (failed) status = not_renamed(hidden, own, failed.message());
  }
  return status;
}

}  // namespace tidemark::cli
