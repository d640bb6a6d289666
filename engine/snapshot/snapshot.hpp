// Snapshot: what a council's files said, as columns grouped by child, every row knowing its file
// and line, with a note for everything that was not read as it stood. Nothing here depends on an
// as-at day. Immutable once loaded; any thread may read it.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "snapshot/cell.hpp"
#include "snapshot/fingerprint.hpp"
#include "snapshot/source_map.hpp"

namespace tidemark {

struct SourceFile {
  std::string path;  // as shown, relative to the folder that was named: "2021/a.xlsx [List 8]"
  std::uint64_t bytes = 0;             // of the file on disk
  int table = -1;                      // index into Sources::tables; -1: nobody claimed it
  int collection_year = 0;             // 2018: 1 Apr 2017 to 31 Mar 2018; 0 where there is none
  std::uint64_t rows = 0;              // data rows read
  std::vector<std::string> dropped{};  // headings of columns that were left at the door
  std::string on_disk{};  // the file that it is, or that it lies in: "2021/annex-a.xlsx"
  // Where the file has other names for columns than the table (paths of elements): parallel to
  // SourceTable::columns; else empty.
  std::vector<std::string> column_names{};
  [[nodiscard]] const std::string& name_of(const SourceTable& of, int column) const {
    const auto at = static_cast<std::size_t>(column);
    return column_names.empty() ? of.columns[at].name : column_names[at];
  }
};

struct LoadNote {
  std::string file;
  std::uint64_t line = 0;  // 1 is the heading; 0: the file as a whole
  std::string column;      // "" where it is about the row
  std::string text;        // as it stood, shortened to 80 bytes
  std::string kind;        // "not a date", "unknown code", "ragged row", "orphan child", ...
  std::string what_was_done;
};

// One source table: all of its rows from all files. Rows are grouped by child and, within a
// child, in the order of date_column, ties broken by content (never by where they stood).
struct RecordTable {
  bool supplied = false;
  Day covers_from = k_earliest;  // first and last day for which the table tells of every row
  Day covers_to = k_latest;
  std::vector<bool> column_supplied;       // parallel to SourceTable::columns
  std::vector<std::vector<Cell>> columns;  // parallel; empty unless wanted and supplied
  std::vector<std::uint32_t> line;
  std::vector<std::uint16_t> file;       // index into Snapshot::files
  std::vector<std::uint32_t> first_row;  // children + 1 entries
  [[nodiscard]] std::size_t rows() const { return line.size(); }
};

// Child ids, each once, in order of reading. Ids are 1 to 64 bytes.
class ChildIndex {
 public:
  [[nodiscard]] std::uint32_t find(std::string_view id) const;  // k_none when not there
  [[nodiscard]] std::uint32_t add(std::string_view id);         // finds or adds
  [[nodiscard]] std::string_view id(std::uint32_t child) const {
    return {text_.data() + offset_[child], offset_[child + 1] - offset_[child]};
  }
  [[nodiscard]] bool is(std::uint32_t child, std::string_view text) const {
    return child < size() && same_text(id(child), text);
  }
  [[nodiscard]] std::size_t size() const { return offset_.size() - 1; }
  void reserve(std::size_t children);
  // rank[child]: its place when ids are sorted by bytes.
  [[nodiscard]] std::vector<std::uint32_t> ranks() const;
  static constexpr std::uint32_t k_none = 0xffffffffU;

 private:
  void grow(std::size_t slots);
  [[nodiscard]] std::size_t slot_of(std::string_view id) const;
  std::vector<char> text_;
  std::vector<std::uint32_t> offset_{0};
  std::vector<std::uint32_t> slots_;  // open addressing: child + 1, 0 where empty
};

struct Snapshot {
  std::vector<SourceFile> files;
  ChildIndex children;
  std::vector<RecordTable> tables;  // parallel to Sources::tables
  SidePools pools;
  std::vector<LoadNote> notes;  // in order of file, line, column
  Day last_day = k_earliest;    // end of the last collection year present, if any
};

}  // namespace tidemark
