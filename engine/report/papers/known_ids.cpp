#include "report/papers/known_ids.hpp"

#include <algorithm>

#include "report/papers/plain_text.hpp"

namespace tidemark::report {

namespace {

// "family finding team" in a column of owners is no person.
bool is_said_in_words(std::string_view words) {
  return words.find(' ') != std::string_view::npos &&
         std::all_of(words.begin(), words.end(),
                     [](char c) { return (c >= 'a' && c <= 'z') || c == ' ' || c == '-'; });
}

// The texts of a column, each once.
class TextsOfColumns {
 public:
  explicit TextsOfColumns(const SidePools& pools) : pools_(pools), seen_(pools.texts.size()) {}

  void take(const std::vector<Cell>& column) {
    for (const Cell cell : column) {
      if (is_plain(cell)) take(cell);
      if (!is_side(cell)) continue;
      const auto at = static_cast<std::size_t>(cell - k_cell_side);
      if (at >= pools_.either.size()) continue;
      take(pools_.either[at].first);
      take(pools_.either[at].second);
    }
  }
  [[nodiscard]] std::vector<std::string_view> texts() const {
    std::vector<std::string_view> out;
    for (std::size_t i = 0; i < seen_.size(); ++i) {
      if (seen_[i]) out.emplace_back(pools_.texts.text(static_cast<Cell>(i)));
    }
    return out;
  }

 private:
  void take(Cell text) {
    const auto at = static_cast<std::size_t>(text);
    if (is_plain(text) && text >= 0 && at < seen_.size()) seen_[at] = true;
  }

  const SidePools& pools_;
  std::vector<bool> seen_;
};

// "jane smith" -> "smith, jane" and back; "" where there is one name alone.
std::string other_way_round(const std::string& name) {
  const std::size_t comma = name.find(", ");
  if (comma != std::string::npos) return name.substr(comma + 2) + " " + name.substr(0, comma);
  const std::size_t space = name.rfind(' ');
  if (space == std::string::npos) return {};
  return name.substr(space + 1) + ", " + name.substr(0, space);
}

}  // namespace

KnownIds::KnownIds(const AuditRun& run, const std::vector<ExceptionLife>& lives) {
  for (const Rule& rule : run.rulebook->rules) no_ids_.insert(plain(rule.id));
  know_record(run);
  know_people(lives);
}

void KnownIds::add(Words& words, std::string plain) {
  if (plain.empty()) return;
  longest_ = std::max(longest_, plain.size());
  words.insert(std::move(plain));
}

void KnownIds::know_record(const AuditRun& run) {
  const Snapshot& snapshot = *run.snapshot;
  for (std::uint32_t i = 0; i < snapshot.children.size(); ++i) {
    add(children_, plain(snapshot.children.id(i)));
  }
  for (const auto* findings : {&run.findings, &run.coming}) {
    for (const Finding& finding : *findings) add(children_, plain(finding.child));
  }
  TextsOfColumns ids(snapshot.pools);
  for (std::size_t t = 0; t < snapshot.tables.size(); ++t) {
    const RecordTable& table = snapshot.tables[t];
    const std::vector<SourceColumn>& columns = run.rulebook->sources.tables[t].columns;
    for (std::size_t c = 0; c < columns.size() && c < table.columns.size(); ++c) {
      if (columns[c].kind == FieldKind::id) ids.take(table.columns[c]);
    }
  }
  for (const std::string_view id : ids.texts()) {
    if (!is_said_in_words(id)) add(others_, plain(id));
  }
}

void KnownIds::know_people(const std::vector<ExceptionLife>& lives) {
  for (const ExceptionLife& life : lives) {
    add(children_, plain(life.child));
    for (const Event& event : life.history) {
      const std::string name = plain(event.by), role = plain(event.role);
      add(others_, name);
      add(others_, other_way_round(name));
      // Who gives a role as the name is known by the role alone; an id is nobody's role.
      if (std::none_of(role.begin(), role.end(), is_plain_digit)) no_ids_.insert(role);
    }
  }
}

bool KnownIds::holds(std::string_view plain) const {
  if (children_.contains(plain)) return true;
  return others_.contains(plain) && !no_ids_.contains(plain);
}

}  // namespace tidemark::report
