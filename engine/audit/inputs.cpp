#include "audit/inputs.hpp"

#include <algorithm>

#include "base/digest.hpp"
#include "base/file.hpp"

namespace tidemark {

namespace fs = std::filesystem;

FileStamps::Stamp FileStamps::stamp_of(const fs::path& file) {
  std::error_code ignored;  // a file that cannot be looked at will not have been read either
  return {fs::file_size(file, ignored), fs::last_write_time(file, ignored)};
}

FileStamps FileStamps::of(const fs::path& path) {
  FileStamps stamps;
  std::error_code failed;
  if (!fs::is_directory(path, failed)) stamps.stamps_[path] = stamp_of(path);
  for (fs::recursive_directory_iterator at(path, failed), end; !failed && at != end;
       at.increment(failed)) {
    std::error_code broken_link;
    if (at->is_regular_file(broken_link)) stamps.stamps_[at->path()] = stamp_of(at->path());
  }
  return stamps;
}

bool FileStamps::unchanged(const fs::path& file) const {
  const auto found = stamps_.find(file);
  return found != stamps_.end() && found->second == stamp_of(file);
}

namespace {

Result<KeptFile> kept_source_file(const std::string& shown, const fs::path& path,
                                  const FileStamps& before, const Store& store) {
  const auto bytes = read_file(path);
  if (!bytes) return bytes.error();
  if (!before.unchanged(path)) {
    return Error{ErrorKind::input, path.string() +
                                       " changed while it was being read; run again when the "
                                       "export has finished"};
  }
  std::string digest = sha256_hex(bytes.value());
  const auto held = store.holds(digest);
  if (!held) return held.error();
  if (held.value()) return KeptFile{shown, std::move(digest), bytes.value().size(), ""};
  return kept_file(shown, bytes.value());
}

}  // namespace

Result<std::vector<KeptFile>> kept_snapshot(const Snapshot& snapshot, const std::string& path,
                                            const FileStamps& before, const Store& store) {
  std::error_code ignored;
  const bool is_folder = fs::is_directory(path, ignored);
  std::vector<KeptFile> files;
  for (const SourceFile& file : snapshot.files) {
    if (file.table < 0) continue;
    const bool kept_already = std::any_of(files.begin(), files.end(), [&](const KeptFile& other) {
      return other.path == file.on_disk;
    });
    if (kept_already) continue;  // several tables lie in one workbook
    const fs::path whole = is_folder ? fs::path(path) / file.on_disk : fs::path(path);
    auto kept = kept_source_file(file.on_disk, whole, before, store);
    if (!kept) return kept.error();
    files.push_back(std::move(kept).value());
  }
  return files;
}

std::vector<KeptFile> kept_rules(const Rulebook& rulebook) {
  std::vector<KeptFile> files;
  files.reserve(rulebook.files.size());
  for (const RuleFile& file : rulebook.files) files.push_back(kept_file(file.path, file.text));
  return files;
}

std::string digest_of(const WorkingCalendar& calendar) {
  std::string text = "tidemark calendar 1\n" + calendar.name() + "\n";
  text += std::to_string(calendar.known_from()) + " " + std::to_string(calendar.known_to()) + "\n";
  for (const Day holiday : calendar.holidays()) text += std::to_string(holiday) + "\n";
  for (const DaySpan& term : calendar.school().terms())
    text += "term " + std::to_string(term.from) + " " + std::to_string(term.to) + "\n";
  for (const DaySpan& closed : calendar.school().closed())
    text += "closed " + std::to_string(closed.from) + " " + std::to_string(closed.to) + "\n";
  return sha256_hex(text);
}

}  // namespace tidemark
