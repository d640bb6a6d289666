#include "report/papers/filled_decisions.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/text.hpp"
#include "snapshot/date_text.hpp"
#include "snapshot/sheet_reader.hpp"

namespace tidemark::report {

namespace {

using H = DecisionHeadings;

// What a panel fills in.
constexpr std::array<const char*, 12> k_filled_in = {
    H::k_decision, H::k_maker,   H::k_role,   H::k_date,  H::k_until, H::k_code,
    H::k_why,      H::k_meeting, H::k_action, H::k_owner, H::k_due,   H::k_evidence};
constexpr std::array<const char*, 4> k_printed = {H::k_reference, H::k_late, H::k_pack, H::k_row};

bool is_heading(const std::string& words) {
  const auto is = [&](const char* heading) { return words == heading; };
  return std::any_of(k_filled_in.begin(), k_filled_in.end(), is) ||
         std::any_of(k_printed.begin(), k_printed.end(), is);
}

std::string words_in(const SheetCell& cell) {
  return cell.kind == SheetCell::Kind::no_value ? "" : std::string(trim(cell.text));
}

using Columns = std::map<std::uint32_t, std::string>;  // which of them holds which heading

std::size_t columns_headed(const Columns& columns, std::string_view heading) {
  return static_cast<std::size_t>(std::count_if(
      columns.begin(), columns.end(), [&](const auto& one) { return one.second == heading; }));
}

// Empty where the row is not the head of the table.
Columns heading_row(const SheetRow& row) {
  Columns found;
  for (const SheetCell& cell : row.cells) {
    const std::string words = words_in(cell);
    if (is_heading(words)) found[cell.column] = words;
  }
  for (const char* heading : {H::k_reference, H::k_decision, H::k_pack}) {
    if (columns_headed(found, heading) == 0) return {};
  }
  return found;
}

// A column that was renamed, or stands there twice, would lose what was written under it.
Status each_once(const Columns& columns, const Sheet& sheet, std::uint32_t row) {
  std::vector<const char*> headings(k_filled_in.begin(), k_filled_in.end());
  headings.insert(headings.end(), k_printed.begin(), k_printed.end());
  for (const char* heading : headings) {
    const std::size_t n = columns_headed(columns, heading);
    if (n == 1) continue;
    return Error{ErrorKind::input,
                 "sheet \"" + sheet.name + "\", row " + std::to_string(row) + ": " +
                     (n == 0 ? std::string("no column is") : std::to_string(n) + " columns are") +
                     " headed \"" + heading +
                     "\"; each heading of the pack's workbook is needed once, as it was issued"};
  }
  return Done{};
}

FilledRow row_of(const SheetRow& row, const Sheet& sheet, const Columns& columns) {
  FilledRow filled{sheet.name, row.number, {}};
  for (const auto& [column, heading] : columns) {
    filled.cells[heading] = {"", column_letters(column)};
  }
  for (const SheetCell& cell : row.cells) {
    const auto at = columns.find(cell.column);
    if (at != columns.end()) filled.cells[at->second].text = words_in(cell);
  }
  return filled;
}

Error wrong(const FilledRow& row, const char* heading, const std::string& what) {
  return {ErrorKind::input, row.place(heading) + ": " + what};
}

std::string decisions_listed() {
  std::string out;
  for (const std::string_view word : k_decisions) {
    out += (out.empty() ? "" : ", ") + std::string(word);
  }
  return out;
}

// As people and workbooks write days: "2021-10-14", "14/10/2021", "14 Oct 2021", Excel's number.
std::optional<Day> day_in(const std::string& text) {
  if (const auto date = parse_date(text); date && date->is_exact()) return date->lo;
  return day_of_serial(text);
}

Status read_day(const FilledRow& row, const char* heading, std::optional<Day>& into) {
  const std::string& text = row.text(heading);
  if (text.empty()) return Done{};
  into = day_in(text);
  if (into) return Done{};
  return wrong(row, heading,
               "\"" + shorten(text, 40) + "\" is not a date; write it as 14/10/2021 or 2021-10-14");
}

Status read_pack(const FilledRow& row, FilledDecision& filled) {
  const std::string& mark = row.text(H::k_pack);
  const std::size_t space = mark.find(' ');
  const auto [end, error] = std::from_chars(mark.data(), mark.data() + mark.size(), filled.pack);
  if (error == std::errc{} && space != std::string::npos && end == mark.data() + space) {
    filled.seal = mark.substr(space + 1);
    return Done{};
  }
  return wrong(row, H::k_pack,
               mark.empty() ? "it is blank, so nobody can say of which pack the row is; the "
                              "workbook of a draft cannot be taken back, and in one that was "
                              "issued the column must be left as it is"
                            : "\"" + shorten(mark, 40) +
                                  "\" is not what the pack had there; copy "
                                  "it from another row of the same pack");
}

Status read_choice(const FilledRow& row, FilledDecision& filled) {
  const std::string chosen = lower(row.text(H::k_decision));
  const auto at = std::find(k_decisions.begin(), k_decisions.end(), chosen);
  if (at != k_decisions.end()) {
    filled.decision = static_cast<Decision>(at - k_decisions.begin());
    return Done{};
  }
  return wrong(row, H::k_decision,
               "\"" + shorten(chosen, 40) +
                   "\" is no decision; choose one of the list: " + decisions_listed());
}

// The heading of the first cell that a panel filled in; nullptr where it filled in none.
const char* first_filled_in(const FilledRow& row) {
  const auto* found = std::find_if(k_filled_in.begin(), k_filled_in.end(),
                                   [&](const char* heading) { return !row.text(heading).empty(); });
  return found == k_filled_in.end() ? nullptr : *found;
}

// A row of which somebody wrote a part is never passed over in silence.
Status whole(const FilledRow& row, const char* filled_in) {
  const std::string what =
      std::string("it is blank, and \"") + filled_in + "\" of the row is filled in; ";
  if (row.text(H::k_reference).empty())
    return wrong(row, H::k_reference, what + "copy the reference from the pack, or clear the row");
  if (row.text(H::k_decision).empty())
    return wrong(row, H::k_decision, what + "choose a decision, or clear the row");
  return Done{};
}

// What each decision cannot do without, said of the cell that is blank.
Status needs(const FilledRow& row, Decision decision) {
  std::vector<const char*> needed;
  if (decision != Decision::no_change) needed = {H::k_maker, H::k_role};
  switch (decision) {
    case Decision::exempt_until:
      needed.insert(needed.end(), {H::k_until, H::k_code, H::k_why, H::k_meeting});
      break;
    case Decision::set_action:
      needed.insert(needed.end(), {H::k_action, H::k_owner, H::k_due});
      break;
    case Decision::escalate:
    case Decision::record_wrong:
      needed.push_back(H::k_why);
      break;
    case Decision::no_change:
    case Decision::explanation_accepted:
      break;
  }
  for (const char* heading : needed) {
    if (!row.text(heading).empty()) continue;
    return wrong(row, heading,
                 "it is blank, and \"" +
                     std::string(k_decisions[static_cast<std::size_t>(decision)]) +
                     "\" needs it; fill it in");
  }
  return Done{};
}

}  // namespace

const std::string& FilledRow::text(const char* heading) const {
  static const std::string k_blank;
  const auto cell = cells.find(heading);
  return cell == cells.end() ? k_blank : cell->second.text;
}

std::string FilledRow::place(const char* heading) const {
  const auto cell = cells.find(heading);
  const std::string column = cell == cells.end() ? "that is missing" : cell->second.column;
  return "sheet \"" + sheet + "\", row " + std::to_string(row) + ", column " + column + " (" +
         heading + ")";
}

Result<std::vector<FilledRow>> read_filled_decisions(const std::string& path) {
  const auto book = open_workbook(path, path);
  if (!book) return book.error();
  auto zip = ZipFile::open(path, path);
  if (!zip) return zip.error();
  std::vector<FilledRow> rows;
  bool found = false;
  Status headed = Done{};
  for (const Sheet& sheet : book.value().sheets) {
    Columns columns;
    const auto read = read_sheet(zip.value(), book.value(), sheet, 0, [&](const SheetRow& row) {
      if (columns.empty()) {
        columns = heading_row(row);
        found = found || !columns.empty();
        if (!columns.empty()) headed = each_once(columns, sheet, row.number);
      } else {
        FilledRow filled = row_of(row, sheet, columns);
        const bool is_asked = !filled.text(H::k_reference).empty();
        if (is_asked || first_filled_in(filled) != nullptr) rows.push_back(std::move(filled));
      }
      return headed.ok();
    });
    if (!read) return read.error();
    if (!headed) return Error{ErrorKind::input, path + ", " + headed.error().message};
  }
  if (!found) {
    return Error{ErrorKind::input, path + ": no sheet has the columns \"" + H::k_reference +
                                       "\", \"" + H::k_decision + "\" and \"" + H::k_pack +
                                       "\"; name the workbook of a panel pack"};
  }
  return rows;
}

Result<std::optional<FilledDecision>> decision_in(const FilledRow& row) {
  const char* filled_in = first_filled_in(row);
  if (filled_in == nullptr) return std::optional<FilledDecision>();
  if (const Status all = whole(row, filled_in); !all) return all.error();
  FilledDecision filled;
  filled.late = row.text(H::k_late);
  filled.mark = row.text(H::k_row);
  filled.evidence = row.text(H::k_evidence);
  filled.reference = row.text(H::k_reference);
  filled.maker = row.text(H::k_maker);
  filled.role = row.text(H::k_role);
  filled.code = row.text(H::k_code);
  filled.why = row.text(H::k_why);
  filled.meeting = row.text(H::k_meeting);
  filled.action = row.text(H::k_action);
  filled.owner = row.text(H::k_owner);
  for (const Status& status :
       {read_choice(row, filled), read_pack(row, filled), read_day(row, H::k_date, filled.on),
        read_day(row, H::k_until, filled.until), read_day(row, H::k_due, filled.due),
        needs(row, filled.decision)}) {
    if (!status) return status.error();
  }
  return std::optional(std::move(filled));
}

}  // namespace tidemark::report
