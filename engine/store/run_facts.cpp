#include "store/run_facts.hpp"

#include <algorithm>
#include <tuple>

#include "store/guarded.hpp"
#include "store/statement.hpp"

namespace tidemark {

namespace {

Error no_run(const Store& store) {
  return {ErrorKind::store, "the store " + store.database().path() + " holds no run yet"};
}

}  // namespace

Result<RunFacts> run_facts(const Store& store, std::int64_t run) {
  return guarded([&] {
    RunFacts facts;
    Statement label(store.database(), "SELECT source FROM run_label WHERE run = ?");
    if (label.bind(1, run).step()) facts.source = label.text(0);
    Statement purge(store.database(),
                    "SELECT p.made_at FROM purged_run r JOIN purge p ON p.number = r.purge "
                    "WHERE r.run = ?");
    if (purge.bind(1, run).step()) facts.purged_at = std::string(purge.text(0));
    return facts;
  });
}

Result<RunRecord> run_numbered(const Store& store, std::int64_t number) {
  auto runs = store.runs();
  if (!runs) return runs.error();
  if (runs.value().empty()) return no_run(store);
  const auto found = std::find_if(runs.value().begin(), runs.value().end(),
                                  [&](const RunRecord& run) { return run.number == number; });
  if (found != runs.value().end()) return *found;
  return Error{ErrorKind::store, "the store " + store.database().path() + " holds no run " +
                                     std::to_string(number) + "; it holds runs " +
                                     std::to_string(runs.value().front().number) + " to " +
                                     std::to_string(runs.value().back().number)};
}

Result<RunRecord> latest_run(const Store& store) {
  auto runs = store.runs();
  if (!runs) return runs.error();
  if (runs.value().empty()) return no_run(store);
  // ISO days compare as text; of one day the last that was made.
  return *std::max_element(runs.value().begin(), runs.value().end(),
                           [](const RunRecord& a, const RunRecord& b) {
                             return std::tie(a.as_at, a.number) < std::tie(b.as_at, b.number);
                           });
}

}  // namespace tidemark
