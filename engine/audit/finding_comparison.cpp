#include "audit/finding_comparison.hpp"

#include <algorithm>
#include <tuple>

namespace tidemark {

namespace {

auto key_of(const FindingRow& row) {
  return std::tie(row.rule, row.child, row.occasion);
}

std::string name_of(const FindingRow& row) {
  return row.rule + ", child " + row.child + (row.occasion.empty() ? "" : ", " + row.occasion);
}

// "order.from 2020-05-10 (orders.csv:3 DECOM)"
std::string text_of(const CellRow& cell) {
  std::string text =
      cell.table + "." + cell.field + " " + (cell.value.empty() ? "blank" : cell.value);
  if (!cell.file.empty()) {
    text += " (" + cell.file + ":" + std::to_string(cell.line) +
            (cell.column.empty() ? "" : " " + cell.column) + ")";
  }
  if (!cell.note.empty()) text += ", " + cell.note;
  return text;
}

}  // namespace

Status FindingComparison::advance() {
  begun_ = true;
  auto next = stored_.next(row_);
  if (!next) return next.error();
  at_end_ = !next.value();
  return Done{};
}

Status FindingComparison::take(const FindingRow& computed) {
  if (!begun_) {
    if (Status first = advance(); !first) return first;
  }
  while (!at_end_ && key_of(row_) < key_of(computed)) {
    only_in(row_, true);
    if (Status next = advance(); !next) return next;
  }
  if (at_end_ || key_of(computed) < key_of(row_)) {
    only_in(computed, false);
    return Done{};
  }
  compare(computed);
  return advance();
}

Status FindingComparison::finish() {
  if (!begun_) {
    if (Status first = advance(); !first) return first;
  }
  while (!at_end_) {
    only_in(row_, true);
    if (Status next = advance(); !next) return next;
  }
  return Done{};
}

void FindingComparison::only_in(const FindingRow& row, bool in_store) {
  Flaw flaw{Check::again, run_, row.rule, row.child, row.occasion, "", "", "", ""};
  (in_store ? flaw.stored : flaw.computed) = row.verdict;
  flaw.says = name_of(row) + ": " + row.verdict +
              (in_store ? " is stored, and made again there is no such finding"
                        : " is found when the run is made again, and is not stored");
  flaws_.push_back(std::move(flaw));
}

void FindingComparison::differs(const FindingRow& row, const char* field, std::string stored,
                                std::string computed) {
  Flaw flaw{Check::again, run_, row.rule, row.child, row.occasion, field, "", "", ""};
  const auto shown = [](const std::string& value) {
    return value.empty() ? std::string("nothing") : "\"" + value + "\"";
  };
  flaw.says = name_of(row) + ": " + field + " is stored as " + shown(stored) +
              ", made again it is " + shown(computed);
  flaw.stored = std::move(stored);
  flaw.computed = std::move(computed);
  flaws_.push_back(std::move(flaw));
}

void FindingComparison::compare(const FindingRow& computed) {
  const auto text = [&](const char* field, const std::string& a, const std::string& b) {
    if (a != b) differs(computed, field, a, b);
  };
  const auto days = [](const FindingRow& row) {
    return row.days_over ? std::to_string(*row.days_over) : std::string();
  };
  const auto yes = [](bool at_least) { return std::string(at_least ? "yes" : ""); };
  text("verdict", row_.verdict, computed.verdict);
  text("clock", row_.clock, computed.clock);
  text("due", row_.due, computed.due);
  text("days_over", days(row_), days(computed));
  text("at_least", yes(row_.at_least), yes(computed.at_least));
  text("reason", row_.reason, computed.reason);
  text("says", row_.says, computed.says);
  if (row_.evidence != computed.evidence) compare_evidence(computed);
}

void FindingComparison::compare_evidence(const FindingRow& computed) {
  const std::size_t cells = std::max(row_.evidence.size(), computed.evidence.size());
  for (std::size_t i = 0; i < cells; ++i) {
    const bool in_store = i < row_.evidence.size();
    const bool in_new = i < computed.evidence.size();
    if (in_store && in_new && row_.evidence[i] == computed.evidence[i]) continue;
    differs(computed, "evidence", in_store ? text_of(row_.evidence[i]) : "",
            in_new ? text_of(computed.evidence[i]) : "");
  }
}

}  // namespace tidemark
