#include "audit/measure_cases.hpp"

#include "evaluate/measurer.hpp"

namespace tidemark {

MeasureCases cases_of(const Rulebook& rulebook, const Snapshot& snapshot,
                      const CountedBy& counted) {
  const Plan plan(rulebook, snapshot.pools.texts);
  CaseView view(snapshot, rulebook.model, rulebook.sources, counted.question.to);
  Evaluator evaluator(plan);
  Measurer measurer(evaluator, &view);
  Quantity quantity;
  quantity.of = counted.of;
  quantity.value = counted.value;
  const int table = counted.of == Quantity::Of::rows ? rulebook.exprs[counted.value].table : -1;
  const std::string_view name = table_name(rulebook, table);
  MeasureCases cases;
  evaluator.begin_period(counted.question.from);
  for (std::uint32_t child = 0; child < snapshot.children.size(); ++child) {
    evaluator.start(view.open(child));
    const std::string_view id = snapshot.children.id(child);
    static_cast<void>(measurer.for_each_item(quantity, k_no_expr, [&](const Measurer::Item& item) {
      const std::uint64_t key = case_key(id, name, item.row);
      cases.possible.push_back(key);
      if (item.certain) cases.certain.push_back(key);
    }));
  }
  put_in_order(cases.certain);
  put_in_order(cases.possible);
  return cases;
}

}  // namespace tidemark
