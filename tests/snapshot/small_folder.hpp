// A folder that a test writes files into and loads; gone when the test ends.
#pragma once

#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "small_sources.hpp"
#include "snapshot/load.hpp"

namespace tidemark::small {

class Folder {
 public:
  Folder() {
    static std::atomic<int> count{0};
    path_ = std::filesystem::temp_directory_path() /
            ("tidemark-test-" + std::to_string(::getpid()) + "-" + std::to_string(++count));
    std::filesystem::create_directories(path_);
  }
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  Folder& write(const std::string& name, std::string_view text) {
    const std::filesystem::path file = path_ / name;
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << text;
    return *this;
  }
  [[nodiscard]] std::string path() const { return path_.string(); }
  [[nodiscard]] Result<Snapshot> try_load(const Sources& with = sources(), int threads = 1) const {
    LoadOptions options;
    options.threads = threads;
    return load_snapshot(path(), with, options);
  }
  [[nodiscard]] Snapshot load(const Sources& with = sources(), int threads = 1) const {
    Result<Snapshot> loaded = try_load(with, threads);
    INFO((loaded.ok() ? "" : loaded.error().message));
    REQUIRE(loaded.ok());
    return std::move(loaded).value();
  }
  // The sentence with which the folder is refused.
  [[nodiscard]] std::string refusal() const {
    const Result<Snapshot> loaded = try_load();
    REQUIRE_FALSE(loaded.ok());
    CHECK(loaded.error().kind == ErrorKind::input);
    return loaded.error().message;
  }

 private:
  std::filesystem::path path_;
};

inline constexpr std::string_view k_two_children =
    "CHILD,SEX,DOB,UPN\n101,1,01/05/2010,A1\n102,2,02/06/2012,A2\n";
inline constexpr std::string_view k_episode_heading = "CHILD,DECOM,RNE,LS,PLACE,DEC,URN\n";

inline std::vector<LoadNote> notes_of(const Snapshot& snapshot, std::string_view kind) {
  std::vector<LoadNote> found;
  for (const LoadNote& note : snapshot.notes) {
    if (note.kind == kind) found.push_back(note);
  }
  return found;
}

inline std::string cell_text(const Snapshot& snapshot, const SourceColumn& column, Cell cell) {
  if (cell == k_cell_unknown) return "?";
  if (cell == k_cell_absent) return "-";
  if (is_date(column.kind)) {
    return is_plain(cell)
               ? iso(cell)
               : text_of(snapshot.pools.dates[static_cast<std::size_t>(cell - k_cell_side)]);
  }
  const auto value = [&](Cell plain) {
    if (column.kind == FieldKind::code || column.kind == FieldKind::flag) {
      return column.codes[static_cast<std::size_t>(plain)].value;
    }
    const bool text = column.kind == FieldKind::text || column.kind == FieldKind::id;
    return text ? snapshot.pools.texts.text(plain) : std::to_string(plain);
  };
  if (is_plain(cell)) return value(cell);
  const auto& [a, b] = snapshot.pools.either[static_cast<std::size_t>(cell - k_cell_side)];
  return value(a) + "|" + value(b);
}

// The rows of a table in order, "101 2015-01-02 S ..."; everything but where the rows stood.
inline std::vector<std::string> rows_of(const Snapshot& snapshot, const Sources& with,
                                        std::size_t table) {
  std::vector<std::pair<std::string, std::vector<std::string>>> by_child;
  const RecordTable& records = snapshot.tables[table];
  for (std::uint32_t child = 0; child < snapshot.children.size(); ++child) {
    std::vector<std::string> rows;
    for (std::uint32_t row = records.first_row[child]; row < records.first_row[child + 1]; ++row) {
      std::string text;
      for (std::size_t i = 0; i < records.columns.size(); ++i) {
        if (records.columns[i].empty()) continue;
        text += " " + cell_text(snapshot, with.tables[table].columns[i], records.columns[i][row]);
      }
      rows.push_back(std::move(text));
    }
    by_child.emplace_back(snapshot.children.id(child), std::move(rows));
  }
  std::sort(by_child.begin(), by_child.end());
  std::vector<std::string> all;
  for (const auto& [id, rows] : by_child) {
    for (const std::string& row : rows) all.push_back(id + row);
  }
  return all;
}

}  // namespace tidemark::small
