#include "rulebook/measure_loader.hpp"

#include <algorithm>
#include <filesystem>
#include <map>

#include "rulebook/measure_reader.hpp"
#include "rulebook/wording.hpp"
#include "rulebook/words.hpp"

namespace tidemark {

namespace {

void add_problem(Rulebook& book, const ScriptFault& fault, const std::string& id) {
  book.problems.push_back({fault.file, fault.line, error_of(fault).message, id, true});
}

// A file that speaks of `this` runs twice.
bool run_measure_file(Assembly& assembly, int file, const std::string& id, Measure& measure,
                      ScriptFault& fault) {
  int this_table = -1;
  for (int pass = 0; pass < 2; ++pass) {
    Script script(assembly, file, id, this_table);
    script.make_measure();
    const bool ran =
        script.run(define_measure_words, [&](lua_State* lua) { read_measure_result(script, lua); });
    if (!ran) {
      fault = script.fault();
      return false;
    }
    if (script.rerun_with < 0) {
      measure = std::move(script.measures[0]);
      return true;
    }
    this_table = script.rerun_with;
  }
  fault = {(*assembly.files)[static_cast<std::size_t>(file)].path, 1,
           "`this` could not be made a row of one table"};
  return false;
}

bool is_simple(const Measure& m) {
  return m.kind == MeasureKind::counts || m.kind == MeasureKind::averages;
}
bool is_plain_count(const Measure& m) {
  return m.kind == MeasureKind::counts && m.as == DividedAs::none;
}
bool is_count(const Measure& m) {
  return is_plain_count(m) || m.kind == MeasureKind::adds;
}

// What a measure cannot say of those it names; "" when it can.
std::string fault_of_uses(const Measure& m, const std::map<std::string, const Measure*>& by_id) {
  const auto need = [&](const std::string& id, const char* key, auto fits, const char* what) {
    const Measure& other = *by_id.at(id);
    return fits(other) ? "" : std::string(key) + ": " + id + " is not " + what;
  };
  const auto stock = [](const Measure& o) {
    return is_simple(o) && o.window == MeasureWindow::stock;
  };
  const auto stock_count = [&](const Measure& o) { return stock(o) && is_plain_count(o); };
  const auto flow = [](const Measure& o) {
    return is_plain_count(o) && o.window == MeasureWindow::flow;
  };
  std::vector<std::string> faults;
  if (!m.changes.empty())
    faults.push_back(need(m.changes, "changes", stock, "a figure with window = \"stock\""));
  if (!m.stock.empty()) {
    faults.push_back(need(m.stock, "stock", stock_count, "a count with window = \"stock\""));
    faults.push_back(need(m.started, "started", flow, "a count of what happened in the period"));
    faults.push_back(need(m.ceased, "ceased", flow, "a count of what happened in the period"));
  }
  for (const auto& id : m.adds) faults.push_back(need(id, "adds", is_count, "a count"));
  for (const auto& id : m.less) faults.push_back(need(id, "less", is_count, "a count"));
  if (!m.achieved.empty()) faults.push_back(need(m.achieved, "achieved", is_count, "a count"));
  for (const auto& id : m.expected) faults.push_back(need(id, "expected", is_count, "a count"));
  if (!m.benchmark_of.empty()) {
    const auto fits = [](const Measure& o) { return is_simple(o) || is_count(o); };
    faults.push_back(need(m.benchmark_of, "benchmark", fits, "a count, a share or a mean"));
  }
  const auto first = std::find_if(faults.begin(), faults.end(),
                                  [](const std::string& fault) { return !fault.empty(); });
  return first == faults.end() ? "" : *first;
}

// Would following its own references come back to it?
bool comes_back(const std::string& id, const std::string& at,
                const std::map<std::string, const Measure*>& by_id,
                std::vector<std::string>& seen) {
  if (std::find(seen.begin(), seen.end(), at) != seen.end()) return false;
  seen.push_back(at);
  const auto found = by_id.find(at);
  if (found == by_id.end()) return false;
  const std::vector<std::string> under = measures_under(*found->second);
  return std::any_of(under.begin(), under.end(), [&](const std::string& next) {
    return next == id || comes_back(id, next, by_id, seen);
  });
}

std::string fault_of_references(const Measure& measure,
                                const std::map<std::string, const Measure*>& by_id,
                                const std::vector<std::string>& broken) {
  std::vector<std::string> known;
  for (const auto& [id, other] : by_id) known.push_back(id);
  for (const std::string& id : measures_under(measure)) {
    if (by_id.count(id) != 0) continue;
    const bool failed = std::find(broken.begin(), broken.end(), id) != broken.end();
    return failed ? "it rests on " + id + ", which did not load"
                  : "there is no measure `" + id + "`" + did_you_mean(id, known);
  }
  std::vector<std::string> seen;
  if (comes_back(measure.id, measure.id, by_id, seen)) return "the measure rests on itself";
  return fault_of_uses(measure, by_id);
}

// Takes out measures that name what is not there, until those left can all be worked out.
void check_references(Rulebook& book, std::vector<std::string> broken) {
  for (bool changed = true; changed;) {
    changed = false;
    std::map<std::string, const Measure*> by_id;
    for (const Measure& measure : book.measures) by_id.emplace(measure.id, &measure);
    std::vector<std::string> gone;
    for (const Measure& measure : book.measures) {
      const std::string fault = fault_of_references(measure, by_id, broken);
      if (fault.empty()) continue;
      const std::string& file = book.files[static_cast<std::size_t>(measure.at.file)].path;
      add_problem(book, {file, measure.at.line, fault}, measure.id);
      gone.push_back(measure.id);
    }
    changed = !gone.empty();
    std::erase_if(book.measures, [&](const Measure& measure) {
      return std::find(gone.begin(), gone.end(), measure.id) != gone.end();
    });
    broken.insert(broken.end(), gone.begin(), gone.end());
  }
}

}  // namespace

void load_measures(Rulebook& book, Assembly& assembly, const std::vector<int>& files) {
  std::map<std::string, std::string> taken;
  std::vector<std::string> broken;
  for (const int file : files) {
    const std::string& path = book.files[static_cast<std::size_t>(file)].path;
    const std::string id = std::filesystem::path(path).stem().string();
    const auto [first, is_new] = taken.emplace(id, path);
    if (!is_new) {
      add_problem(book,
                  {path, 1,
                   "the id " + id + " is taken by " + first->second +
                       ", which runs; rename one of the files"},
                  id);
      continue;
    }
    Measure measure;
    ScriptFault fault;
    if (run_measure_file(assembly, file, id, measure, fault)) {
      book.measures.push_back(std::move(measure));
    } else {
      add_problem(book, fault, id);
      broken.push_back(id);
    }
  }
  std::sort(book.measures.begin(), book.measures.end(),
            [](const Measure& a, const Measure& b) { return a.id < b.id; });
  check_references(book, std::move(broken));
}

}  // namespace tidemark
