#include "report/rows.hpp"

#include <algorithm>
#include <optional>
#include <vector>

#include "report/words.hpp"

namespace tidemark::report {

namespace {

constexpr std::size_t k_lines_in_view = 4;

bool same_line(const Evidence& a, const Evidence& b) {
  return !a.file.empty() && a.file == b.file && a.line == b.line;
}

std::string column_and_value(const Evidence& cell) {
  if (cell.source_column.empty() && !cell.note.empty()) return cell.note;
  std::string out = cell.source_column.empty() ? cell.field : cell.source_column;
  if (cell.value.empty()) return out + " blank";
  out += " " + readable(cell.value);
  // An interval says by itself what such a note says again.
  const bool interval = cell.value.find("..") != std::string::npos;
  return cell.note.empty() || interval ? out : out + " (" + cell.note + ")";
}

struct Line {
  const Evidence* first;
  std::vector<std::string> cells;
};

// "episodes.csv:12 DECOM 30 Dec 2020, LS E1"; what has no line is said by itself.
std::string words_of(const Line& line) {
  std::string out;
  if (!line.first->file.empty()) {
    out = line.first->file + ":" + std::to_string(line.first->line) + " ";
  }
  for (std::size_t i = 0; i < line.cells.size(); ++i) out += (i == 0 ? "" : ", ") + line.cells[i];
  return out;
}

std::vector<std::string> cells_by_line(const std::vector<Evidence>& evidence) {
  std::vector<Line> lines;
  for (const Evidence& cell : evidence) {
    const std::string what = cell.file.empty() ? cell.note : column_and_value(cell);
    auto line = std::find_if(lines.begin(), lines.end(),
                             [&](const Line& l) { return same_line(*l.first, cell); });
    if (line == lines.end()) {
      lines.push_back({&cell, {what}});
    } else if (std::find(line->cells.begin(), line->cells.end(), what) == line->cells.end()) {
      line->cells.push_back(what);
    }
  }
  std::vector<std::string> said;
  for (const Line& line : lines) said.push_back(words_of(line));
  return said;
}

std::string joined(const std::vector<std::string>& lines, std::size_t first, std::size_t last) {
  std::string out;
  for (std::size_t i = first; i < last; ++i) out += (i == first ? "" : "; ") + lines[i];
  return out;
}

}  // namespace

std::string readable(const std::string& value) {
  if (const auto day = parse_iso(value)) return in_words(*day);
  const std::size_t dots = value.find("..");
  if (dots == std::string::npos) return value;
  const std::string from = value.substr(0, dots);
  const std::string to = value.substr(dots + 2);
  const auto lo = parse_iso(from);
  const auto hi = parse_iso(to);
  if ((!lo && !from.empty()) || (!hi && !to.empty()) || (!lo && !hi)) return value;
  return tidemark::words_of(Date::between(lo.value_or(k_earliest), hi.value_or(k_latest)));
}

Markup child_cell(const Pack& pack, const Finding& finding) {
  Markup child = text(finding.child);
  const bool said_by_clock = finding.occasion == text_of(finding.judgement.clock);
  if (pack.rule_of(finding).each == k_no_expr || said_by_clock) return child;
  return child + element("span", readable(finding.occasion), "occasion");
}

Markup date_cell(const Date& date) {
  return date.is_absent() ? Markup{} : text(tidemark::words_of(date));
}

Markup evidence_block(const Finding& finding) {
  const std::vector<std::string> lines = cells_by_line(finding.evidence);
  if (lines.empty()) return {};
  const std::size_t in_view = std::min(lines.size(), k_lines_in_view);
  Markup block = element("div", "Evidence: " + joined(lines, 0, in_view), "evidence");
  if (in_view == lines.size()) return block;
  Markup rest = element("summary", counted(lines.size() - in_view, "more row", "more rows"));
  rest = rest + element("div", joined(lines, in_view, lines.size()));
  return block + element("details", rest, "evidence");
}

Markup sentence_cell(const Finding& finding) {
  Markup cell = element("div", finding.says);
  if (!finding.judgement.reason_not_evidenced) return cell;
  std::string why = finding.reason;
  constexpr std::string_view k_said = "reason not evidenced: ";
  if (why.rfind(k_said, 0) == 0) why.erase(0, k_said.size());
  const Markup mark = element("strong", "Reason not evidenced");
  return cell + element("div", why.empty() ? mark : mark + text(": " + why));
}

Markup record_cell(const Finding& finding) {
  return sentence_cell(finding) + evidence_block(finding);
}

Markup change_cell(const Pack& pack, std::size_t index) {
  std::string change = pack.change_of(index);
  if (change.empty()) return {};
  change[0] = static_cast<char>(change[0] - 'a' + 'A');
  return change == "New" ? element("strong", change) : text(change);
}

std::string rule_anchor(const Rule& rule) {
  std::string id = anchor("rule", rule.id);
  if (rule.in_force && rule.in_force->from != k_earliest) id += "-" + iso(rule.in_force->from);
  return id;
}

Markup rule_cell(const Rule& rule) {
  return link_to(rule_anchor(rule), title_of(rule)) + element("span", rule.id, "rule-id");
}

void say_what_is_left_off(std::string& page, std::size_t all, std::string_view order,
                          std::size_t shown) {
  if (all <= shown) return;
  paragraph(page,
            number(shown) + " of " + number(all) + " are listed here, " + std::string(order) +
                "; the other " + number(all - shown) + " are in findings.csv.",
            "left-off");
}

}  // namespace tidemark::report
