#include "audit/drop_folder.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <tuple>

#include "base/digest.hpp"

namespace tidemark {

namespace {

namespace fs = std::filesystem;

constexpr const char* k_marker = "COMPLETE";
constexpr std::int64_t k_seconds_a_day = 86400;

bool is_looked_at(const std::string& name) {
  return !name.empty() && name.front() != '.' && !name.ends_with(".part");
}

std::optional<Day> day_in(const std::string& name) {
  constexpr std::size_t k_length = 10;
  for (std::size_t at = 0; at + k_length <= name.size(); ++at) {
    if (const auto day = parse_iso(std::string_view(name).substr(at, k_length))) return day;
  }
  return std::nullopt;
}

// What is seen of a snapshot in one look.
struct Sight {
  std::string listing;
  std::int64_t last_change = 0;
  bool has_marker = false;
  bool any_file = false;
  std::string why_not;  // readable
};

// "" is the snapshot itself.
std::string quoted_name(const std::string& name) {
  return name.empty() ? "it" : "\"" + name + "\"";
}

void add_file(const fs::path& file, const std::string& name, Sight& sight) {
  struct stat found = {};
  if (::stat(file.c_str(), &found) != 0) {
    // Being moved, or not ours to read yet.
    sight.why_not =
        quoted_name(name) + " cannot be read: " + std::generic_category().message(errno);
    return;
  }
  if (!S_ISREG(found.st_mode)) {
    sight.why_not = quoted_name(name) + " is neither a file nor a folder";
    return;
  }
  if (::access(file.c_str(), R_OK) != 0) {
    sight.why_not =
        quoted_name(name) + " cannot be read: " + std::generic_category().message(errno);
  }
  // A copy may keep the times of the original; the time of the last change of the file itself is
  // of here and now.
  const std::int64_t changed = std::max(found.st_mtim.tv_sec, found.st_ctim.tv_sec);
  sight.any_file = true;
  sight.last_change = std::max(sight.last_change, changed);
  sight.listing += name + '\0' + std::to_string(found.st_size) + ' ' +
                   std::to_string(found.st_mtim.tv_sec) + '.' +
                   std::to_string(found.st_mtim.tv_nsec) + '\n';
}

Sight sight_of(const fs::path& snapshot) {
  Sight sight;
  std::error_code failed;
  if (!fs::is_directory(snapshot, failed)) {
    add_file(snapshot, "", sight);
    return sight;
  }
  std::vector<fs::path> files;
  for (fs::recursive_directory_iterator at(snapshot, failed), end; !failed && at != end;
       at.increment(failed)) {
    std::error_code gone;
    if (!at->is_directory(gone)) files.push_back(at->path());
  }
  if (failed) sight.why_not = "it cannot be read: " + failed.message();
  std::sort(files.begin(), files.end());
  for (const fs::path& file : files) {
    const fs::path name = file.lexically_relative(snapshot);
    if (name == k_marker) {
      sight.has_marker = true;
    } else {
      add_file(file, name.string(), sight);
    }
  }
  return sight;
}

}  // namespace

Result<std::vector<DroppedSnapshot>> DropFolder::look(std::int64_t now) {
  std::vector<DroppedSnapshot> snapshots;
  std::map<std::string, Standing> standing;
  std::error_code failed;
  for (fs::directory_iterator at(folder_, failed), end; !failed && at != end;
       at.increment(failed)) {
    const std::string name = at->path().filename().string();
    if (!is_looked_at(name)) continue;
    const Sight sight = sight_of(at->path());
    Standing now_stands{sha256_hex(sight.listing), now};
    const auto before = standing_.find(name);
    if (before != standing_.end() && before->second.digest == now_stands.digest) {
      now_stands.since = before->second.since;
    }
    const bool settled = now - now_stands.since >= settle_seconds_ && before != standing_.end();
    const bool readable = sight.any_file && sight.why_not.empty();
    const bool complete = readable && (sight.has_marker || settled);
    snapshots.push_back({name, at->path().string(), sight.last_change, day_in(name), complete,
                         now_stands.digest, sight.why_not});
    standing.emplace(name, std::move(now_stands));
  }
  if (failed) {
    return Error{ErrorKind::input,
                 "the drop folder " + folder_.string() + " cannot be read: " + failed.message()};
  }
  standing_ = std::move(standing);
  std::sort(snapshots.begin(), snapshots.end(),
            [](const auto& a, const auto& b) { return a.name < b.name; });
  return snapshots;
}

std::optional<DroppedSnapshot> latest_complete(const std::vector<DroppedSnapshot>& snapshots,
                                               Day today) {
  const auto key = [](const DroppedSnapshot& snapshot) {
    const auto changed_on = static_cast<Day>(snapshot.last_change / k_seconds_a_day);
    return std::tuple(snapshot.named_day.value_or(changed_on), snapshot.last_change, snapshot.name);
  };
  std::optional<DroppedSnapshot> latest;
  for (const DroppedSnapshot& snapshot : snapshots) {
    if (snapshot.named_day && *snapshot.named_day > today) continue;
    if (snapshot.is_complete && (!latest || key(snapshot) > key(*latest))) latest = snapshot;
  }
  return latest;
}

}  // namespace tidemark
