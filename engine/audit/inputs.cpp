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

FileStamps FileStamps::of(const FoundFiles& found) {
  FileStamps stamps;
  stamps.add(found);
  return stamps;
}

void FileStamps::add(const FoundFiles& found) {
  for (const FoundFile& file : found.files) stamps_[file.path] = stamp_of(file.path);
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

Result<std::vector<KeptFile>> kept_snapshot(const Snapshot& snapshot, const FoundFiles& found,
                                            const FileStamps& before, const Store& store) {
  std::vector<KeptFile> files;
  for (const FoundFile& file : found.files) {
    const bool is_used =
        std::any_of(snapshot.files.begin(), snapshot.files.end(), [&](const SourceFile& source) {
          return source.table >= 0 && source.on_disk == file.shown;
        });
    if (!is_used) continue;
    auto kept = kept_source_file(file.shown, file.path, before, store);
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
