#include "store/finding_table.hpp"

#include <array>

namespace tidemark {

namespace {

void append_json_text(std::string_view text, std::string& out) {
  constexpr std::string_view k_hex = "0123456789abcdef";
  out += '"';
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (byte < 0x20) {
      out += "\\u00";
      out += k_hex[byte >> 4];
      out += k_hex[byte & 15];
    } else {
      out += c;
    }
  }
  out += '"';
}

}  // namespace

FindingWriter::FindingWriter(Database& database, std::int64_t run)
    : database_(database),
      add_finding_(database,
                   "INSERT INTO finding (run, number, rule, child, occasion, verdict, clock, due, "
                   "days_over, at_least, reason, says, cells) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)"),
      run_(run) {}

void FindingWriter::add(const FindingRow& row) {
  cells_ = "[";
  for (const CellRow& cell : row.evidence) {
    if (cells_.size() > 1) cells_ += ',';
    cells_ += '[';
    cells_ += std::to_string(place_of(cell));
    cells_ += ',';
    cells_ += std::to_string(cell.line);
    cells_ += ',';
    append_json_text(cell.value, cells_);
    cells_ += ']';
  }
  cells_ += ']';
  add_finding_.bind(1, run_).bind(2, ++count_);
  int parameter = 3;
  for (const std::string* text :
       {&row.rule, &row.child, &row.occasion, &row.verdict, &row.clock, &row.due}) {
    add_finding_.bind(parameter++, *text);
  }
  if (row.days_over) {
    add_finding_.bind(9, static_cast<std::int64_t>(*row.days_over));
  } else {
    add_finding_.bind_null(9);
  }
  add_finding_.bind(10, static_cast<std::int64_t>(row.at_least ? 1 : 0));
  add_finding_.bind(11, row.reason).bind(12, row.says).bind(13, cells_).run();
}

std::int64_t FindingWriter::place_of(const CellRow& cell) {
  place_key_.clear();
  for (const std::string* part : {&cell.table, &cell.field, &cell.file, &cell.column, &cell.note}) {
    place_key_ += *part;
    place_key_ += '\0';
  }
  const auto known = places_.find(std::string_view(place_key_));
  if (known != places_.end()) return known->second;
  const std::int64_t id = add_place(cell);
  places_.emplace(place_key_, id);
  return id;
}

std::int64_t FindingWriter::add_place(const CellRow& cell) {
  // The update changes nothing; it has RETURNING answer for a place of an earlier run as well.
  Statement add(database_,
                "INSERT INTO place (\"table\", field, file, \"column\", note) VALUES (?,?,?,?,?) "
                "ON CONFLICT DO UPDATE SET note = note RETURNING id");
  add.bind(1, cell.table).bind(2, cell.field).bind(3, cell.file);
  add.bind(4, cell.column).bind(5, cell.note).step();
  return add.number(0);
}

void each_finding(Database& database, std::int64_t run,
                  const std::function<void(const FindingRow&)>& take) {
  Statement list(database,
                 "SELECT rule, child, occasion, verdict, clock, due, reason, says, days_over, "
                 "at_least FROM finding WHERE run = ? ORDER BY number");
  list.bind(1, run);
  FindingRow row;
  while (list.step()) {
    const std::array texts = {&row.rule,  &row.child, &row.occasion, &row.verdict,
                              &row.clock, &row.due,   &row.reason,   &row.says};
    for (std::size_t i = 0; i < texts.size(); ++i) *texts[i] = list.text(static_cast<int>(i));
    row.days_over.reset();
    if (!list.is_null(8)) row.days_over = static_cast<std::int32_t>(list.number(8));
    row.at_least = list.number(9) != 0;
    take(row);
  }
}

std::vector<CellRow> evidence_of(Database& database, std::int64_t run, std::int64_t finding) {
  Statement list(database,
                 "SELECT \"table\", field, value, file, line, \"column\", note FROM evidence "
                 "WHERE run = ? AND finding = ? ORDER BY cell");
  list.bind(1, run).bind(2, finding);
  std::vector<CellRow> cells;
  while (list.step()) {
    const auto text = [&](int column) { return std::string(list.text(column)); };
    cells.push_back({text(0), text(1), text(2), text(3), static_cast<std::uint32_t>(list.number(4)),
                     text(5), text(6)});
  }
  return cells;
}

}  // namespace tidemark
