#include "audit/inputs.hpp"

#include <algorithm>
#include <filesystem>

#include "base/digest.hpp"
#include "base/file.hpp"

namespace tidemark {

namespace fs = std::filesystem;

FolderStamp FolderStamp::of(const std::string& path) {
  FolderStamp stamp;
  const auto add = [&](const fs::path& file) {
    std::error_code ignored;  // a file that cannot be looked at will not have been read either
    const auto changed = fs::last_write_time(file, ignored).time_since_epoch().count();
    stamp.entries_.push_back({file.string(), fs::file_size(file, ignored), changed});
  };
  std::error_code failed;
  if (!fs::is_directory(path, failed)) add(path);
  for (fs::recursive_directory_iterator at(path, failed), end; !failed && at != end;
       at.increment(failed)) {
    if (at->is_regular_file(failed)) add(at->path());
  }
  std::sort(stamp.entries_.begin(), stamp.entries_.end(),
            [](const Entry& a, const Entry& b) { return a.path < b.path; });
  return stamp;
}

namespace {

Result<KeptFile> kept_source_file(const SourceFile& file, const fs::path& path,
                                  const Store& store) {
  const auto bytes = read_file(path);
  if (!bytes) return bytes.error();
  KeptFile kept;
  kept.path = file.path;
  kept.digest = sha256_hex(bytes.value());
  kept.size = bytes.value().size();
  const auto held = store.holds(kept.digest);
  if (!held) return held.error();
  return held.value() ? kept : kept_file(file.path, bytes.value());
}

}  // namespace

Result<std::vector<KeptFile>> kept_snapshot(const Snapshot& snapshot, const std::string& path,
                                            const FolderStamp& before, const Store& store) {
  std::error_code ignored;
  const bool is_folder = fs::is_directory(path, ignored);
  std::vector<KeptFile> files;
  for (const SourceFile& file : snapshot.files) {
    if (file.table < 0) continue;
    auto kept =
        kept_source_file(file, is_folder ? fs::path(path) / file.path : fs::path(path), store);
    if (!kept) return kept.error();
    files.push_back(std::move(kept).value());
  }
  if (FolderStamp::of(path) != before) {
    return Error{ErrorKind::input, "a file of the snapshot " + path +
                                       " changed while it was being read; run again when the "
                                       "export has finished"};
  }
  return files;
}

std::vector<KeptFile> kept_rules(const Rulebook& rulebook) {
  std::vector<KeptFile> files;
  for (const RuleFile& file : rulebook.files) files.push_back(kept_file(file.path, file.text));
  return files;
}

std::string digest_of(const WorkingCalendar& calendar) {
  std::string text = "tidemark calendar 1\n" + calendar.name() + "\n";
  text += std::to_string(calendar.known_from()) + " " + std::to_string(calendar.known_to()) + "\n";
  for (const Day holiday : calendar.holidays()) text += std::to_string(holiday) + "\n";
  return sha256_hex(text);
}

}  // namespace tidemark
