#include "store/stored_findings.hpp"

#include <array>
#include <charconv>
#include <optional>

#include "store/guarded.hpp"
#include "store/statement.hpp"

namespace tidemark {

namespace {

using Places = std::unordered_map<std::int64_t, CellRow>;

// Reads [[place, line, "value"], ...] as FindingWriter writes it, and nothing else.
class PackedCells {
 public:
  explicit PackedCells(std::string_view text) : rest_(text) {}

  // False where the text is not of that form or names a place that there is none of.
  bool unpack(const Places& places, std::vector<CellRow>& cells) {
    cells.clear();
    if (!take('[')) return false;
    if (take(']')) return rest_.empty();
    do {
      if (!unpack_cell(places, cells)) return false;
    } while (take(','));
    return take(']') && rest_.empty();
  }

 private:
  bool unpack_cell(const Places& places, std::vector<CellRow>& cells) {
    if (!take('[')) return false;
    const auto place = number();
    if (!place || !take(',')) return false;
    const auto line = number();
    if (!line || !take(',')) return false;
    const auto known = places.find(*place);
    if (known == places.end()) return false;
    cells.push_back(known->second);
    cells.back().line = static_cast<std::uint32_t>(*line);
    return take_text(cells.back().value) && take(']');
  }

  bool take(char c) {
    if (rest_.empty() || rest_.front() != c) return false;
    rest_.remove_prefix(1);
    return true;
  }

  std::optional<std::int64_t> number() {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), value);
    if (error != std::errc()) return std::nullopt;
    rest_.remove_prefix(static_cast<std::size_t>(end - rest_.data()));
    return value;
  }

  bool take_text(std::string& text) {
    if (!take('"')) return false;
    while (!rest_.empty() && rest_.front() != '"') {
      if (take('\\')) {
        if (!take_escaped(text)) return false;
      } else {
        text += rest_.front();
        rest_.remove_prefix(1);
      }
    }
    return take('"');
  }

  bool take_escaped(std::string& text) {
    if (rest_.empty()) return false;
    if (rest_.front() != 'u') {
      text += rest_.front();
      rest_.remove_prefix(1);
      return true;
    }
    unsigned code = 0;
    if (rest_.size() < 5) return false;
    const auto [end, error] = std::from_chars(rest_.data() + 1, rest_.data() + 5, code, 16);
    if (error != std::errc() || end != rest_.data() + 5 || code >= 0x20) return false;
    text += static_cast<char>(code);
    rest_.remove_prefix(5);
    return true;
  }

  std::string_view rest_;
};

Places read_places(Database& database) {
  Places places;
  Statement list(database, "SELECT id, \"table\", field, file, \"column\", note FROM place");
  while (list.step()) {
    CellRow& cell = places[list.number(0)];
    cell.table = list.text(1);
    cell.field = list.text(2);
    cell.file = list.text(3);
    cell.column = list.text(4);
    cell.note = list.text(5);
  }
  return places;
}

}  // namespace

StoredFindings::StoredFindings(std::unique_ptr<Statement> rows) : rows_(std::move(rows)) {}
StoredFindings::~StoredFindings() = default;
StoredFindings::StoredFindings(StoredFindings&&) noexcept = default;

Result<StoredFindings> StoredFindings::of(const Store& store, std::int64_t run) {
  return guarded([&] {
    auto rows = std::make_unique<Statement>(
        store.database(),
        "SELECT rule, child, occasion, verdict, clock, due, reason, says, days_over, at_least, "
        "cells, number FROM finding WHERE run = ? ORDER BY number");
    rows->bind(1, run);
    StoredFindings findings(std::move(rows));
    findings.places_ = read_places(store.database());
    return findings;
  });
}

Result<bool> StoredFindings::next(FindingRow& row) {
  return guarded([&] {
    if (!rows_->step()) return false;
    const std::array texts = {&row.rule,  &row.child, &row.occasion, &row.verdict,
                              &row.clock, &row.due,   &row.reason,   &row.says};
    for (std::size_t i = 0; i < texts.size(); ++i) *texts[i] = rows_->text(static_cast<int>(i));
    row.days_over.reset();
    if (!rows_->is_null(8)) row.days_over = static_cast<std::int32_t>(rows_->number(8));
    row.at_least = rows_->number(9) != 0;
    if (!PackedCells(rows_->text(10)).unpack(places_, row.evidence)) {
      throw StoreFailure("the evidence of finding " + std::to_string(rows_->number(11)) + " (" +
                         row.rule + ", child " + row.child + ", " + row.occasion +
                         ") has been altered: it cannot be read");
    }
    return true;
  });
}

}  // namespace tidemark
