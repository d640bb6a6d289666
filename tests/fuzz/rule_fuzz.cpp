// Fuzzing the rule loader: the input is one rule file beside a tiny model. Nothing it says may
// crash, hang or escape; most inputs are problems with a file and a line.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "rulebook/compute_runner.hpp"
#include "rulebook/describe.hpp"

namespace {

constexpr const char* k_model = R"(return model {
  child = facts { fields = { date_of_birth = date } },
  placement = periods { fields = { kind = code { "A", "B" }, n = number, t = text } },
  review = events { key = { "on" }, fields = {} },
})";
constexpr const char* k_case =
    "return { here = placement:current():known(), late = this.on:before(as_at) }";

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace tidemark;
  std::string text(bytes, bytes + size);
  Result<Rulebook> book = load_rulebook(
      {{"model.lua", k_model}, {"lib/case.lua", k_case}, {"x/FUZZ.lua", text}}, "fuzz");
  if (!book) std::abort();  // a broken rule is a problem of that rule, never of the rulebook
  for (const RuleProblem& problem : book.value().problems) {
    if (problem.message.empty() || problem.file.empty()) std::abort();
  }
  for (const Rule& rule : book.value().rules) {
    for (const Passage& passage : describe_rule(book.value(), rule)) {
      if (passage.lines.empty()) std::abort();
    }
  }
  (void)wanted_fields(book.value());
  return 0;
}
