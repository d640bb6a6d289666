#include "store/run_totals.hpp"

#include <algorithm>

#include "store/guarded.hpp"
#include "store/statement.hpp"

namespace tidemark {

Result<std::vector<CountedRun>> run_totals(const Store& store, std::int64_t last_run) {
  return guarded([&] {
    Statement list(store.database(),
                   "SELECT r.number, r.as_at, sum(t.breach), sum(t.explained), sum(t.due_soon), "
                   "sum(t.cannot_decide + t.population_undecided) FROM run r "
                   "JOIN run_total t ON t.run = r.number "
                   "WHERE r.number <= ? AND t.maturity = 'live' "
                   "GROUP BY r.number ORDER BY r.as_at, r.number");
    list.bind(1, last_run);
    std::vector<CountedRun> totals;
    while (list.step()) {
      const auto count = [&](int column) {
        return static_cast<std::uint64_t>(list.number(column));
      };
      CountedRun total{list.number(0), std::string(list.text(1)), count(2), count(3), count(4),
                       count(5)};
      if (!totals.empty() && totals.back().as_at == total.as_at) totals.pop_back();
      totals.push_back(std::move(total));
    }
    return totals;
  });
}

}  // namespace tidemark
