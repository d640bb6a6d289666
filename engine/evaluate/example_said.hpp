// What a rule says of the case of an example, its own or one that the engine made from it. Pure;
// the plan is of the rulebook's own texts (Rulebook::given_pools) and may be shared.
#pragma once

#include "evaluate/judge.hpp"
#include "evaluate/plan.hpp"

namespace tidemark {

struct Said {
  Finding finding;
  bool lacks_table = false;  // undecided because of a table that the example does not supply
};

// A rule with `each` says several things; the gravest is what an example expects, as it speaks of
// one occasion. `pools`: of the example's cells, where they are not the rulebook's own.
[[nodiscard]] Said said_of(const Plan& plan, std::size_t rule, const Example& example, Day as_at,
                           const SidePools* pools = nullptr);

}  // namespace tidemark
