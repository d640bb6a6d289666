#include "snapshot/column_reader.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

#include "base/text.hpp"
#include "snapshot/id_text.hpp"
#include "snapshot/spelling.hpp"
#include "snapshot/ticked_codes.hpp"

namespace tidemark {
namespace {

constexpr std::array<std::pair<const char*, Cell>, 12> k_flag_spellings{{
    {"0", 0},
    {"1", 1},
    {"n", 0},
    {"y", 1},
    {"no", 0},
    {"yes", 1},
    {"false", 0},
    {"true", 1},
    {"0.0", 0},
    {"1.0", 1},
    {"f", 0},
    {"t", 1},
}};

// Thousandths, rounded; false where the text is not a number or is too large to hold.
bool read_thousandths(std::string_view text, std::int64_t& value) {
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  const std::size_t point = std::min(text.find('.'), text.size());
  const std::string_view whole = text.substr(0, point);
  const std::string_view part = text.substr(std::min(point + 1, text.size()));
  const bool digits = (whole.find_first_not_of("0123456789") == std::string_view::npos) &&
                      (part.find_first_not_of("0123456789") == std::string_view::npos);
  if (!digits || whole.size() + part.size() == 0 || whole.size() > 9) return false;
  value = 0;
  for (const char c : whole) value = value * 10 + (c - '0');
  for (std::size_t i = 0; i < 3; ++i) value = value * 10 + (i < part.size() ? part[i] - '0' : 0);
  if (part.size() > 3 && part[3] >= '5') ++value;
  if (negative) value = -value;
  return true;
}

}  // namespace

ColumnReader::ColumnReader(const SourceColumn& column, const std::vector<std::string>& missing,
                           int place, SidePools& pools, NoteBook& notes, ColumnSpelling spelling)
    : column_(column),
      spelling_(std::move(spelling)),
      place_(static_cast<std::size_t>(place)),
      pools_(pools),
      notes_(notes),
      months_(last_days_before()) {
  for (const auto* list : {&missing, &column.blanks}) {
    for (const std::string& text : *list) placeholders_.push_back(lower(trim(text)));
  }
  for (const std::string& text : placeholders_) {
    longest_placeholder_ = std::max(longest_placeholder_, text.size());
    const std::optional<Date> date = parse_date(text);
    if (!date || !date->is_exact()) continue;
    placeholder_days_.push_back(date->lo);
    last_placeholder_day_ = std::max(last_placeholder_day_, date->lo);
  }
  for (std::size_t i = 0; i < column.codes.size(); ++i) {
    const auto cell = static_cast<Cell>(i);
    const std::string& value = column.codes[i].value;
    spellings_.emplace(plain_spelling(value), cell);
    if (value.size() <= CodeTable::k_longest && !is_placeholder(value)) {
      exact_.put(CodeTable::word_of(value), cell);
    }
  }
  for (const Alias& alias : column.values) {
    const auto code = spellings_.find(plain_spelling(alias.value));
    if (code != spellings_.end()) spellings_.emplace(plain_spelling(alias.spelling), code->second);
  }
  for (const std::string& value : column.outside) outside_.insert(plain_spelling(value));
  if (column.kind == FieldKind::flag) {
    for (const auto& [text, cell] : k_flag_spellings) spellings_.emplace(text, cell);
  }
  if (column.when_blank.empty()) exact_.put(0, blank_cell());
}

void ColumnReader::read(const RowBlock& block, Cell* cells) {
  met_outside_ = false;
  if (is_date(column_.kind)) return read_dates(block, cells);
  if (column_.kind == FieldKind::code || column_.kind == FieldKind::flag) {
    return read_codes(block, cells);
  }
  ColumnWalk column(block, place_);
  for (std::size_t row = 0; row < block.rows; ++row) {
    cells[row] = read_slowly(column.next(), block.line(row));
  }
}

void ColumnReader::read_dates(const RowBlock& block, Cell* cells) {
  const Cell blank = blank_cell();
  ColumnWalk column(block, place_);
  for (std::size_t row = 0; row < block.rows; ++row) {
    const std::string_view text = column.next();
    Day day = 0;
    if (text.size() == 10 && read_plain_date(text.data(), months_, day) &&
        day > last_placeholder_day_) {
      cells[row] = day;
    } else {
      cells[row] = text.empty() ? blank : read_slowly(text, block.line(row));
    }
  }
}

void ColumnReader::read_codes(const RowBlock& block, Cell* cells) {
  ColumnWalk column(block, place_);
  for (std::size_t row = 0; row < block.rows; ++row) {
    const std::string_view text = column.next();
    Cell cell = CodeTable::k_not_here;
    if (text.size() <= CodeTable::k_longest) {
      cell = exact_.find(CodeTable::word_of(text.data(), text.size()));
    }
    cells[row] = cell != CodeTable::k_not_here ? cell : read_slowly(text, block.line(row));
  }
}

Cell ColumnReader::read_slowly(std::string_view raw, std::uint32_t line) {
  if (raw == k_unread_cell) return k_cell_unknown;
  const std::string_view text = trim(raw);
  if (text.empty() || is_placeholder(text)) return blank_cell_at(line);
  switch (column_.kind) {
    case FieldKind::date:
    case FieldKind::milestone:
    case FieldKind::booking:
      return date_cell(text, line);
    case FieldKind::code:
    case FieldKind::flag:
      return code_cell(raw, text, line);
    case FieldKind::code_set:
      return column_.ticked ? ticked_cell(text, line) : code_set_cell(text, line);
    case FieldKind::number:
      return number_cell(text, line);
    case FieldKind::text:
      return pools_.texts.intern(text);
    case FieldKind::id:
      return pools_.texts.intern(plain_id(text));
  }
  return k_cell_unknown;
}

Cell ColumnReader::date_cell(std::string_view text, std::uint32_t line) {
  std::optional<Date> date = parse_date(text);
  const std::optional<Day> serial = date ? std::nullopt : day_of_serial(text);
  if (serial) {
    date = Date::known(*serial + spelling_.serial_days);
    note(Note::number_as_date, line, text, "read as Excel's number for the day " + iso(date->lo));
  }
  if (!date) {
    note(Note::not_a_date, line, text, "the row is kept with this date unknown");
    return k_cell_unknown;
  }
  if (date->is_unknown()) return k_cell_unknown;
  if (date->is_exact()) return is_placeholder_day(date->lo) ? blank_cell() : date->lo;
  pools_.dates.push_back(*date);
  return k_cell_side + static_cast<Cell>(pools_.dates.size() - 1);
}

Cell ColumnReader::code_cell(std::string_view raw, std::string_view text, std::uint32_t line) {
  const Cell cell = find_code(text);
  if (cell == CodeTable::k_not_here && (column_.worded || !outside_.empty())) {
    return worded_cell(text, line);
  }
  if (cell == CodeTable::k_not_here) {
    const bool flag = column_.kind == FieldKind::flag;
    note(flag ? Note::not_yes_or_no : Note::unknown_code, line, text,
         "the row is kept with this value unknown");
    return k_cell_unknown;
  }
  // Spelt like this once, it will be again.
  if (raw.size() <= CodeTable::k_longest) exact_.put(CodeTable::word_of(raw), cell);
  return cell;
}

// What is no code and no spelling of one. Nothing is remembered, so that every row is counted.
Cell ColumnReader::worded_cell(std::string_view text, std::uint32_t line) {
  if (outside_.contains(plain_spelling(text))) {
    met_outside_ = true;
    notes_.count(Note::not_of_the_list, line, column_.name, text,
                 "the row says that it is none of this list; it is left out");
    return k_cell_outside;
  }
  const std::string_view choice = after_item_letter(text);
  Cell code = find_code(choice);
  if (code == CodeTable::k_not_here && column_.begins_with_code)
    code = find_code(first_word(choice));
  if (code != CodeTable::k_not_here) return code;
  notes_.count(Note::unmapped_value, line, column_.name, text,
               "no known spelling; the value counts as unknown: add it to the list of spellings");
  return k_cell_unknown;
}

// What the ticked codes are; a text that ticks none is a set that is empty.
Cell ColumnReader::ticked_cell(std::string_view text, std::uint32_t line) {
  const std::optional<std::vector<std::string>> ticked = ticked_names(text);
  if (!ticked) {
    notes_.count(Note::unmapped_value, line, column_.name, text,
                 "neither a list of names nor an object that ticks names; it counts as unknown");
    return k_cell_unknown;
  }
  Cell set = 0;
  for (const std::string& name : *ticked) {
    const Cell code = find_code(name);
    if (code == CodeTable::k_not_here || code >= 28) {
      notes_.count(Note::unmapped_value, line, column_.name, name,
                   "no known spelling; the whole answer counts as unknown: add it to the list of "
                   "spellings");
      return k_cell_unknown;
    }
    set |= Cell{1} << code;
  }
  return set;
}

Cell ColumnReader::blank_cell_at(std::uint32_t line) {
  if (!column_.when_blank.empty()) {
    notes_.count(Note::blank_value, line, column_.name, "", column_.when_blank);
  }
  return blank_cell();
}

Cell ColumnReader::code_set_cell(std::string_view text, std::uint32_t line) {
  Cell set = 0;
  for (const std::string_view piece : split(text, '+')) {
    const std::string_view value = trim(piece);
    if (value.empty()) continue;
    const Cell code = find_code(value);
    if (code == CodeTable::k_not_here || code >= 28) {
      note(Note::unknown_code, line, value, "the row is kept with this set unknown");
      return k_cell_unknown;
    }
    set |= Cell{1} << code;
  }
  return set;
}

Cell ColumnReader::number_cell(std::string_view text, std::uint32_t line) {
  std::int64_t value = 0;
  constexpr std::int64_t k_most = std::numeric_limits<std::int32_t>::max();
  if (!read_thousandths(text, value) || value > k_most || value < k_cell_plain) {
    note(Note::not_a_number, line, text,
         "the row is kept with this number unknown (numbers lie between -1,800,000 and 2,000,000)");
    return k_cell_unknown;
  }
  return static_cast<Cell>(value);
}

Cell ColumnReader::find_code(std::string_view text) const {
  const auto found = spellings_.find(plain_spelling(text));
  return found == spellings_.end() ? CodeTable::k_not_here : found->second;
}

bool ColumnReader::is_placeholder(std::string_view text) const {
  if (text.size() > longest_placeholder_) return false;
  const std::string small = lower(text);
  return std::find(placeholders_.begin(), placeholders_.end(), small) != placeholders_.end();
}

bool ColumnReader::is_placeholder_day(Day day) const {
  return std::find(placeholder_days_.begin(), placeholder_days_.end(), day) !=
         placeholder_days_.end();
}

Cell ColumnReader::blank_cell() const {
  switch (column_.kind) {
    case FieldKind::milestone:
    case FieldKind::booking:
      return k_cell_absent;
    case FieldKind::code_set:
      return column_.ticked ? k_cell_unknown : 0;
    default:
      return k_cell_unknown;
  }
}

void ColumnReader::note(Note kind, std::uint32_t line, std::string_view text,
                        std::string_view what) const {
  notes_.add(kind, line, spelling_.name.empty() ? column_.name : spelling_.name, text, what);
}

}  // namespace tidemark
