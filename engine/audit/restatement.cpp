#include "audit/restatement.hpp"

#include <algorithm>
#include <filesystem>
#include <set>

#include "audit/dated_snapshots.hpp"
#include "audit/measure_book.hpp"
#include "audit/measures.hpp"
#include "snapshot/load.hpp"

namespace tidemark {

namespace {

struct State {
  std::optional<bool> before, after;  // counted for certain, perhaps (false), or not at all
};
using States = std::map<std::pair<std::string, std::string>, State>;  // by child and key

std::string state_in_words(const std::optional<bool>& state) {
  if (!state) return "not counted";
  return *state ? "counted" : "undecided";
}

std::string in_words(const Model& model, const RowChange& change) {
  const CaseTable& table = model.tables[static_cast<std::size_t>(change.table)];
  const std::string& key = change.key_after.empty() ? change.key_before : change.key_after;
  std::string text = table.label + (key.empty() ? "" : " " + key);
  switch (change.kind) {
    case RowChange::Kind::entered:
      return text + " entered";
    case RowChange::Kind::withdrawn:
      return text + " withdrawn";
    case RowChange::Kind::corrected:
      return text + ": " + change.fields;
  }
  return text;
}

RestateCause cause_of(RowChange::Kind kind) {
  switch (kind) {
    case RowChange::Kind::entered:
      return RestateCause::entered_late;
    case RowChange::Kind::withdrawn:
      return RestateCause::withdrawn;
    case RowChange::Kind::corrected:
      return RestateCause::corrected;
  }
  return RestateCause::corrected;
}

// Two snapshots, one measure, one period.
class Pair {
 public:
  Pair(const Rulebook& rulebook, const Snapshot& before, const Snapshot& after, const Asked& asked)
      : rulebook_(rulebook),
        measure_(rulebook.measures[static_cast<std::size_t>(asked.measure)]),
        fields_(fields_read(rulebook, measure_)),
        before_(rulebook, before, asked.to),
        after_(rulebook, after, asked.to) {
    for (const Contribution& c : contributions(rulebook, before, asked))
      states_[{c.child, c.key}].before = c.certain;
    for (const Contribution& c : contributions(rulebook, after, asked))
      states_[{c.child, c.key}].after = c.certain;
  }

  std::vector<RestatedRow> rows();

 private:
  [[nodiscard]] RestatedRow explained(const std::string& child, const std::string& key,
                                      const State& state);
  void name_cause(const std::vector<RowChange>& changes, RestatedRow& row);
  void name_all(const std::vector<RowChange>& changes, RestatedRow& row);
  [[nodiscard]] std::string tables_that_came() const;

  const Rulebook& rulebook_;
  const Measure& measure_;
  FieldsRead fields_;
  SeenRows before_, after_;
  States states_;
};

// A list that came only with one of the snapshots changes every answer that rests on it.
std::string Pair::tables_that_came() const {
  std::string text;
  for (const auto& [table, fields] : fields_) {
    const std::string then = before_.why_missing(table);
    const std::string now = after_.why_missing(table);
    if (then == now) continue;
    text += (text.empty() ? "" : "; ") + (then.empty() ? "now " + now : "before, " + then);
  }
  return text;
}

void Pair::name_all(const std::vector<RowChange>& changes, RestatedRow& row) {
  for (const RowChange& change : changes) {
    row.what += (row.what.empty() ? "" : "; ") + in_words(rulebook_.model, change);
    if (row.place_before.empty()) row.place_before = change.place_before;
    if (row.place_after.empty()) row.place_after = change.place_after;
  }
  const std::string came = tables_that_came();
  if (!came.empty()) row.what += (row.what.empty() ? "" : "; ") + came;
  if (row.what.empty()) row.what = "no cell that the measure reads differs";
}

void Pair::name_cause(const std::vector<RowChange>& changes, RestatedRow& row) {
  if (measure_.counts.of == Quantity::Of::rows) {
    const int table = rulebook_.exprs[measure_.counts.value].table;
    for (const RowChange& change : changes) {
      const bool own = change.table == table &&
                       (change.key_before == row.occasion || change.key_after == row.occasion);
      if (!own) continue;
      row.cause = cause_of(change.kind);
      name_all({change}, row);
      return;
    }
    row.cause = RestateCause::rule_decided_otherwise;
  } else if (changes.empty()) {
    row.cause = RestateCause::rule_decided_otherwise;
  } else {
    const RowChange::Kind kind = changes[0].kind;
    const bool all = std::all_of(changes.begin(), changes.end(),
                                 [&](const RowChange& change) { return change.kind == kind; });
    row.cause = all ? cause_of(kind) : RestateCause::corrected;
  }
  name_all(changes, row);
}

RestatedRow Pair::explained(const std::string& child, const std::string& key, const State& state) {
  RestatedRow row;
  row.child = child;
  row.occasion = key;
  if (measure_.counts.of == Quantity::Of::rows) {
    const int table = rulebook_.exprs[measure_.counts.value].table;
    row.table = rulebook_.model.tables[static_cast<std::size_t>(table)].name;
  }
  row.was = state_in_words(state.before);
  row.is = state_in_words(state.after);
  const std::vector<RowChange> changes =
      changes_of_rows(rulebook_.model, before_.of(child, fields_), after_.of(child, fields_));
  if (!before_.has(child) || !after_.has(child)) {
    row.cause = after_.has(child) ? RestateCause::entered_late : RestateCause::withdrawn;
    row.what = after_.has(child) ? "the child was not in the earlier snapshot"
                                 : "the child is not in the later snapshot";
  }
  if (row.what.empty()) name_cause(changes, row);
  if (state.before.has_value() && !*state.before) row.cause = RestateCause::undecided_before;
  if (state.after.has_value() && !*state.after) row.cause = RestateCause::undecided_now;
  return row;
}

std::vector<RestatedRow> Pair::rows() {
  std::vector<RestatedRow> rows;
  for (const auto& [who, state] : states_) {
    if (state.before != state.after) rows.push_back(explained(who.first, who.second, state));
  }
  return rows;
}

bool is_counted(const Measure& m) {
  return m.kind == MeasureKind::counts &&
         (m.counts.of == Quantity::Of::children || m.counts.of == Quantity::Of::rows);
}

void collect_counts(const Rulebook& rulebook, int index, std::set<int>& counts) {
  const Measure& measure = rulebook.measures[static_cast<std::size_t>(index)];
  if (is_counted(measure)) counts.insert(index);
  for (const std::string& id : measures_under(measure)) {
    collect_counts(rulebook, rulebook.measure(id), counts);
  }
}

Result<std::vector<int>> counts_of(const Rulebook& rulebook, const std::vector<std::string>& ids) {
  const auto chosen = chosen_measures(rulebook, ids);
  if (!chosen) return chosen.error();
  std::set<int> counts;
  for (const int index : chosen.value()) {
    std::set<int> own;
    collect_counts(rulebook, index, own);
    if (own.empty() && !ids.empty()) {
      return Error{ErrorKind::usage,
                   rulebook.measures[static_cast<std::size_t>(index)].id +
                       " counts no children or rows, so no row can say why it changed; compare two "
                       "runs of `tidemark measures`"};
    }
    counts.insert(own.begin(), own.end());
  }
  return std::vector<int>(counts.begin(), counts.end());
}

struct Loaded {
  std::unique_ptr<const Snapshot> snapshot;
  ChosenSnapshot place;
};

Result<Loaded> load(const std::string& path, const Rulebook& rulebook, int threads) {
  auto place = choose_snapshot(path, std::nullopt);
  if (!place) return place.error();
  // A folder of the day itself, named by it, says when it was made.
  if (!place.value().made_on) {
    place.value().made_on = parse_iso(std::filesystem::path(path).filename().string());
  }
  LoadOptions options;
  options.threads = threads;
  auto snapshot = load_snapshot(place.value().path, rulebook.sources, options);
  if (!snapshot) return snapshot.error();
  return Loaded{std::make_unique<const Snapshot>(std::move(snapshot).value()),
                std::move(place).value()};
}

Figure counted_figure(const Measured& measured) {
  return measured.numerator ? *measured.numerator : measured.figure;
}

}  // namespace

const char* name_of(RestateCause cause) {
  switch (cause) {
    case RestateCause::entered_late:
      return "entered late";
    case RestateCause::corrected:
      return "corrected";
    case RestateCause::withdrawn:
      return "withdrawn";
    case RestateCause::rule_decided_otherwise:
      return "rule decided otherwise";
    case RestateCause::undecided_before:
      return "undecided before";
    case RestateCause::undecided_now:
      return "undecided now";
  }
  return "";
}

bool Restated::changed() const {
  return !rows.empty() || why_before != why_after;
}

Result<RestateRun> run_restatement(const RestateRequest& request) {
  RestateRun run;
  auto rulebook = read_measures(request.rules_folder);
  if (!rulebook) return rulebook.error();
  run.rulebook = std::move(rulebook).value();
  const Rulebook& book = *run.rulebook;
  const auto measures = counts_of(book, request.only);
  if (!measures) return measures.error();
  const auto before = load(request.before_path, book, request.threads);
  if (!before) return before.error();
  const auto after = load(request.after_path, book, request.threads);
  if (!after) return after.error();
  run.before_path = before.value().place.path;
  run.after_path = after.value().place.path;
  run.before_made_on = before.value().place.made_on;
  run.after_made_on = after.value().place.made_on;
  MeasureBook then(book, *before.value().snapshot, run.before_made_on);
  MeasureBook now(book, *after.value().snapshot, run.after_made_on);
  for (const Period& period : request.periods) {
    for (const int measure : measures.value()) {
      then.want(measure, period);
      now.want(measure, period);
    }
  }
  then.ask(request.threads);
  now.ask(request.threads);
  for (const Period& period : request.periods) {
    for (const int measure : measures.value()) {
      const Measured was = then.value_of(measure, period);
      const Measured is = now.value_of(measure, period);
      const bool stock = then.measure(measure).window == MeasureWindow::stock;
      const Asked asked{measure, stock ? period.to : period.from, period.to};
      Pair pair(book, *before.value().snapshot, *after.value().snapshot, asked);
      run.results.push_back(
          {measure, period, counted_figure(was), counted_figure(is), was.why, is.why, pair.rows()});
    }
  }
  return run;
}

}  // namespace tidemark
