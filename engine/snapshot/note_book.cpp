#include "snapshot/note_book.hpp"

#include <algorithm>
#include <iterator>
#include <tuple>

#include "base/text.hpp"

namespace tidemark {
namespace {

constexpr std::array<const char*, static_cast<std::size_t>(Note::count_of_kinds)> k_names{
    "not a date",
    "not a number",
    "unknown code",
    "unmapped value",
    "blank value",
    "not of this list",
    "latest answers on every row",
    "column never filled",
    "not yes or no",
    "end before start",
    "before birth",
    "ragged row",
    "ends in the middle of a row",
    "NUL byte",
    "field too long",
    "quote not closed",
    "child id not usable",
    "orphan child",
    "no way to the child",
    "duplicate row",
    "overlapping rows",
    "gap between rows",
    "filled while open",
    "open past the age",
    "conflicting rows",
    "rows that came again",
    "two files for one table",
    "fits more than one table",
    "file nobody claimed",
    "file not read",
    "text encoding",
    "columns dropped",
    "heading twice",
    "no collection year",
    "no rows",
    "error in a cell",
    "merged cells",
    "hidden sheet",
    "number read as a date",
    "column not there",
};

// A note is one line of a list, whatever stood in the file.
std::string one_line(std::string_view text) {
  std::string shown = shorten(text.substr(0, 200), 80);
  for (char& c : shown) {
    if (static_cast<unsigned char>(c) < 0x20) c = ' ';
  }
  return shown;
}

}  // namespace

const char* name_of(Note kind) {
  return k_names[static_cast<std::size_t>(kind)];
}

void NoteBook::add(Note kind, std::uint64_t line, std::string_view column, std::string_view text,
                   std::string_view what_was_done) {
  const auto index = static_cast<std::size_t>(kind);
  ++seen_[index];
  if (full_[index]) return;
  entries_.push_back({kind, line, std::string(column), one_line(text), std::string(what_was_done)});
}

void NoteBook::count(Note kind, std::uint64_t line, std::string_view column, std::string_view text,
                     std::string_view what_was_done) {
  CountedKey key{kind, std::string(column), one_line(text)};
  const auto found = counted_.find(key);
  if (found != counted_.end()) {
    ++found->second.rows;
  } else if (counted_.size() < k_most_of_a_kind) {
    counted_.emplace(std::move(key), Counted{line, 1, std::string(what_was_done)});
  } else {
    ++seen_[static_cast<std::size_t>(kind)];
  }
}

void NoteBook::add_counted() {
  for (const auto& [key, counted] : counted_) {
    const auto& [kind, column, text] = key;
    const std::string rows =
        counted.rows == 1 ? "1 row" : std::to_string(counted.rows) + " rows, this is the first";
    add(kind, counted.line, column, text, counted.what_was_done + " (" + rows + ")");
  }
  counted_.clear();
}

void NoteBook::end_of_block() {
  for (std::size_t kind = 0; kind < k_kinds; ++kind) full_[kind] = seen_[kind] >= k_most_of_a_kind;
}

void NoteBook::append(NoteBook&& later, std::uint64_t lines_before) {
  for (Entry& entry : later.entries_) {
    if (full_[static_cast<std::size_t>(entry.kind)]) continue;
    if (entry.line != 0) entry.line += lines_before;
    entries_.push_back(std::move(entry));
  }
  for (std::size_t kind = 0; kind < k_kinds; ++kind) seen_[kind] += later.seen_[kind];
  for (auto& [key, counted] : later.counted_) {
    if (counted.line != 0) counted.line += lines_before;
    const auto [found, is_new] = counted_.try_emplace(key, counted);
    if (is_new) continue;
    found->second.rows += counted.rows;
    found->second.line = std::min(found->second.line, counted.line);
  }
  end_of_block();
}

std::vector<LoadNote> NoteBook::finish() && {
  add_counted();
  std::stable_sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) {
    return std::tie(a.line, a.column, a.kind, a.text) < std::tie(b.line, b.column, b.kind, b.text);
  });
  std::array<std::uint64_t, k_kinds> kept{};
  std::vector<LoadNote> notes;
  for (Entry& entry : entries_) {
    const auto kind = static_cast<std::size_t>(entry.kind);
    if (++kept[kind] > k_most_of_a_kind) continue;
    notes.push_back({file_, entry.line, std::move(entry.column), std::move(entry.text),
                     name_of(entry.kind), std::move(entry.what_was_done)});
  }
  std::vector<LoadNote> more;
  for (std::size_t kind = 0; kind < k_kinds; ++kind) {
    if (seen_[kind] <= k_most_of_a_kind) continue;
    more.push_back({file_, 0, "", "", k_names[kind],
                    "there are " + std::to_string(seen_[kind] - k_most_of_a_kind) +
                        " more of this kind in the file; the first 10,000 are listed"});
  }
  notes.insert(notes.begin(), std::make_move_iterator(more.begin()),
               std::make_move_iterator(more.end()));
  return notes;
}

}  // namespace tidemark
