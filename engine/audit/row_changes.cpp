#include "audit/row_changes.hpp"

#include <algorithm>

namespace tidemark {

namespace {

std::vector<CellChange> cells_changed(const SeenRow& before, const SeenRow& after) {
  std::vector<CellChange> changes;
  for (const auto& [field, now] : after.cells) {
    const std::string& then = before.cells.at(field);
    if (then != now) changes.push_back({field, then, now});
  }
  return changes;
}

std::string in_words(const CaseTable& table, const std::vector<CellChange>& changes) {
  std::string text;
  const auto shown = [](const std::string& cell) { return cell.empty() ? "blank" : cell; };
  for (const CellChange& change : changes) {
    text += (text.empty() ? "" : ", ") + table.fields[static_cast<std::size_t>(change.field)].name +
            " " + shown(change.then) + " -> " + shown(change.now);
  }
  return text;
}

// Rows of periods and events begin with their day.
std::string day_of(const CaseTable& table, const SeenRow& row) {
  if (table.shape != Shape::periods && table.shape != Shape::events) return "";
  const auto first = row.cells.find(0);
  return first == row.cells.end() ? "" : first->second;
}

// Blank cells are nothing to have in common. A row of one cell has nothing else to be known by.
std::size_t cells_alike(const SeenRow& a, const SeenRow& b) {
  if (a.cells.size() == 1) return 1;
  std::size_t alike = 0;
  for (const auto& [field, cell] : a.cells) {
    alike += !cell.empty() && b.cells.at(field) == cell ? 1 : 0;
  }
  return alike;
}

bool is_among(const SeenRow& row, const std::vector<SeenRow>& rows) {
  return std::any_of(rows.begin(), rows.end(), [&](const SeenRow& other) {
    return other.table == row.table && other.key == row.key;
  });
}

// Rows of one snapshot that have no counterpart in the other.
class Unmatched {
 public:
  Unmatched(const ChildRows& own, const ChildRows& other) {
    for (const SeenRow& row : own.seen) {
      if (!is_among(row, other.seen)) rows_.push_back(&row);
    }
    seen_ = rows_.size();
    for (const SeenRow& row : own.later) {
      if (!is_among(row, other.later)) rows_.push_back(&row);
    }
  }
  [[nodiscard]] std::size_t size() const { return rows_.size(); }
  [[nodiscard]] std::size_t seen() const { return seen_; }                   // those come first
  [[nodiscard]] const SeenRow* at(std::size_t i) const { return rows_[i]; }  // nullptr when taken
  void take(std::size_t i) { rows_[i] = nullptr; }

  // The row of the same key, else the likest; size() when there is none. A row that lies after the
  // day must have `later` cells in common: new rows are nothing unusual there.
  [[nodiscard]] std::size_t likest(const SeenRow& row, std::size_t later) const {
    std::size_t best = rows_.size();
    std::size_t most = 0;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      if (rows_[i] == nullptr || rows_[i]->table != row.table) continue;
      if (rows_[i]->key == row.key) return i;
      const std::size_t alike = cells_alike(*rows_[i], row);
      if (alike <= most || (i >= seen_ && alike < later)) continue;
      best = i;
      most = alike;
    }
    return best;
  }

 private:
  std::vector<const SeenRow*> rows_;
  std::size_t seen_ = 0;
};

class Comparison {
 public:
  Comparison(const Model& model, const ChildRows& before, const ChildRows& after)
      : model_(model), before_(before), after_(after), gone_(before, after), came_(after, before) {}

  std::vector<RowChange> take();

 private:
  void pair(const SeenRow& then, const SeenRow& now);
  [[nodiscard]] const CaseTable& table_of(const SeenRow& row) const {
    return model_.tables[static_cast<std::size_t>(row.table)];
  }
  void match_keys();
  void match_came();
  void match_gone();

  const Model& model_;
  const ChildRows& before_;
  const ChildRows& after_;
  Unmatched gone_, came_;
  std::vector<RowChange> changes_;
};

void Comparison::pair(const SeenRow& then, const SeenRow& now) {
  const CaseTable& table = table_of(now);
  std::vector<CellChange> cells = cells_changed(then, now);
  if (cells.empty()) return;
  std::string fields = in_words(table, cells);
  changes_.push_back({RowChange::Kind::corrected, now.table, then.key, now.key, std::move(fields),
                      then.place, now.place, std::move(cells), day_of(table, now)});
}

void Comparison::match_keys() {
  for (const SeenRow& now : after_.seen) {
    for (const SeenRow& then : before_.seen) {
      if (then.table == now.table && then.key == now.key) pair(then, now);
    }
  }
}

void Comparison::match_came() {
  for (std::size_t i = 0; i < came_.seen(); ++i) {
    const SeenRow& now = *came_.at(i);
    const std::size_t then = gone_.likest(now, 1);
    if (then < gone_.size()) {
      pair(*gone_.at(then), now);
      gone_.take(then);
    } else {
      changes_.push_back({RowChange::Kind::entered,
                          now.table,
                          "",
                          now.key,
                          "",
                          "",
                          now.place,
                          {},
                          day_of(table_of(now), now)});
    }
    came_.take(i);
  }
}

void Comparison::match_gone() {
  for (std::size_t i = 0; i < gone_.seen(); ++i) {
    if (gone_.at(i) == nullptr) continue;
    const SeenRow& then = *gone_.at(i);
    const std::size_t now = came_.likest(then, 2);
    if (now < came_.size()) {
      pair(then, *came_.at(now));
      came_.take(now);
    } else {
      changes_.push_back({RowChange::Kind::withdrawn,
                          then.table,
                          then.key,
                          "",
                          "",
                          then.place,
                          "",
                          {},
                          day_of(table_of(then), then)});
    }
  }
}

std::vector<RowChange> Comparison::take() {
  match_keys();
  match_came();
  match_gone();
  return std::move(changes_);
}

}  // namespace

std::vector<RowChange> changes_of_rows(const Model& model, const ChildRows& before,
                                       const ChildRows& after) {
  return Comparison(model, before, after).take();
}

}  // namespace tidemark
