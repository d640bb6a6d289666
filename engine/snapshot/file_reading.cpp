#include "snapshot/file_reading.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <cstring>
#include <mutex>
#include <optional>
#include <thread>

#include "snapshot/file_rows.hpp"

namespace tidemark {
namespace {

constexpr std::uint64_t k_smallest_stretch = 4 * 1024 * 1024;

struct Stretch {
  std::size_t slot = 0;  // of the files that are read
  std::size_t part = 0;
  RowStretch rows;
};

// Everything that the threads share. Each takes the next stretch and fills its own slot.
class FileReading {
 public:
  FileReading(const std::vector<ClaimedFile>& files, const std::vector<std::size_t>& which,
              const Sources& sources, const KnownChildren& known, Progress& progress)
      : files_(files), which_(which), sources_(sources), known_(known), progress_(progress) {}

  Result<std::vector<ReadFile>> read() {
    for (std::size_t slot = 0; slot < which_.size(); ++slot) plan(slot);
    if (failure_) return *failure_;
    const auto wanted = static_cast<std::size_t>(std::max(1, progress_.options.threads));
    std::vector<std::thread> others;
    for (std::size_t i = 1; i < std::min(wanted, stretches_.size()); ++i) {
      others.emplace_back([this] { work(); });
    }
    work();
    for (std::thread& other : others) other.join();
    for (std::size_t slot = 0; slot < which_.size() && !failure_; ++slot) {
      if (not_plain_[slot]) read_whole(slot);
    }
    if (failure_) return *failure_;
    return std::move(read_);
  }

 private:
  [[nodiscard]] const ClaimedFile& file_of(std::size_t slot) const { return files_[which_[slot]]; }

  // One stretch, or one for each thread where the file is worth it.
  void plan(std::size_t slot) {
    const ClaimedFile& file = file_of(slot);
    std::vector<std::uint64_t> cuts{file.first_row};
    if (file.rows == nullptr && file.encoding == Encoding::utf8 && progress_.options.threads > 1)
      add_cuts(file, cuts);
    cuts.push_back(std::max(file.bytes, file.first_row));
    ReadFile read;
    read.file = which_[slot];
    // Rows inside a file know their own lines; those of a list are counted from its heading.
    read.heading_lines = file.rows != nullptr ? 0 : file.heading.lines;
    read.parts.resize(cuts.size() - 1);
    read.lines.resize(cuts.size() - 1);
    for (std::size_t part = 0; part + 1 < cuts.size(); ++part) {
      stretches_.push_back({slot, part, {cuts[part], cuts[part + 1], 1, cuts.size() > 2}});
    }
    read_.push_back(std::move(read));
    not_plain_.push_back(0);
  }

  // Places after a line end, evenly spread.
  void add_cuts(const ClaimedFile& file, std::vector<std::uint64_t>& cuts) {
    const std::uint64_t length = file.bytes - std::min(file.bytes, file.first_row);
    const std::uint64_t pieces = std::min<std::uint64_t>(
        static_cast<std::uint64_t>(progress_.options.threads), length / k_smallest_stretch);
    Result<OpenFile> opened = OpenFile::open(file.found.path, file.found.shown);
    if (!opened.ok()) return fail(opened.error());
    std::array<char, 4096> near{};
    for (std::uint64_t piece = 1; piece < pieces; ++piece) {
      const std::uint64_t at = file.first_row + length / pieces * piece;
      const std::int64_t got = opened.value().read_at(at, near.data(), near.size());
      if (got <= 0) return;
      const void* feed = std::memchr(near.data(), '\n', static_cast<std::size_t>(got));
      if (feed == nullptr) continue;
      const auto after = static_cast<const char*>(feed) - near.data() + 1;
      cuts.push_back(at + static_cast<std::uint64_t>(after));
    }
  }

  void work() {
    for (;;) {
      const std::size_t next = next_.fetch_add(1);
      if (next >= stretches_.size()) return;
      read_stretch(stretches_[next]);
    }
  }

  void read_stretch(const Stretch& stretch) {
    const ClaimedFile& file = file_of(stretch.slot);
    const SourceTable& table = sources_.tables[static_cast<std::size_t>(file.claim.table)];
    auto part = std::make_unique<RowPart>(sources_, table, file.claim, file.shown(), known_);
    const Result<StretchRead> done =
        file.rows != nullptr ? read_inside(file, *part) : read_list(file, stretch.rows, *part);
    if (!done.ok()) return fail(done.error());
    ReadFile& read = read_[stretch.slot];
    read.parts[stretch.part] = std::move(part);
    read.lines[stretch.part] = done.value().lines;
    finish(stretch, !done.value().plain && stretch.rows.only_plain);
  }

  static Result<StretchRead> read_list(const ClaimedFile& file, const RowStretch& rows,
                                       RowPart& part) {
    Result<OpenFile> opened = OpenFile::open(file.found.path, file.found.shown);
    if (!opened.ok()) return opened.error();
    part.expect_bytes(rows.end - rows.begin);
    return read_rows(opened.value(), file.encoding, file.heading.layout, rows, part.notes,
                     [&part](const RowBlock& block) { part.take(block); });
  }

  static Result<StretchRead> read_inside(const ClaimedFile& file, RowPart& part) {
    const Status given =
        file.rows->give(part.notes, [&part](const RowBlock& block) { part.take(block); });
    if (!given.ok()) return given.error();
    return StretchRead{};
  }

  void finish(const Stretch& stretch, bool given_up) {
    const std::scoped_lock lock(mutex_);
    if (given_up) not_plain_[stretch.slot] = 1;
    progress_.done += stretch.rows.end - stretch.rows.begin;
    if (progress_.options.progress) progress_.options.progress(progress_.done, progress_.all);
  }

  // A stretch had a quote or the like in it: where its rows begin cannot be known from within.
  void read_whole(std::size_t slot) {
    const ClaimedFile& file = file_of(slot);
    ReadFile& read = read_[slot];
    read.parts.clear();
    read.parts.resize(1);
    read.lines.assign(1, 0);
    read_stretch({slot, 0, {file.first_row, std::max(file.bytes, file.first_row), 1, false}});
  }

  void fail(Error error) {
    const std::scoped_lock lock(mutex_);
    if (!failure_) failure_ = std::move(error);
  }

  const std::vector<ClaimedFile>& files_;
  const std::vector<std::size_t>& which_;
  const Sources& sources_;
  const KnownChildren& known_;
  Progress& progress_;
  std::vector<Stretch> stretches_;
  std::vector<ReadFile> read_;
  std::vector<char> not_plain_;  // by slot
  std::atomic<std::size_t> next_{0};
  std::mutex mutex_;
  std::optional<Error> failure_;
};

}  // namespace

Result<std::vector<ReadFile>> read_files(const std::vector<ClaimedFile>& files,
                                         const std::vector<std::size_t>& which,
                                         const Sources& sources, const KnownChildren& known,
                                         Progress& progress) {
  return FileReading(files, which, sources, known, progress).read();
}

}  // namespace tidemark
