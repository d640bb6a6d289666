// Rules in plain English, made from the expressions that run. Pure functions.
#pragma once

#include <string>
#include <vector>

#include "rulebook/rulebook.hpp"

namespace tidemark {

// A phrase: "the current placement's kind is P1 (placed with own parents)". Shared words are
// printed by their name; `words` (if given) collects their ids so that they can be defined below.
[[nodiscard]] std::string describe(const Rulebook& rulebook, ExprId expr,
                                   std::vector<ExprId>* words = nullptr);
// The same but with the top-level word opened up into what it means.
[[nodiscard]] std::string define(const Rulebook& rulebook, ExprId word,
                                 std::vector<ExprId>* words = nullptr);

// A section of `tidemark describe RULE`: heading ("Who it is about") and lines.
struct Passage {
  std::string heading;
  std::vector<std::string> lines;
};
[[nodiscard]] std::vector<Passage> describe_rule(const Rulebook& rulebook, const Rule& rule);
[[nodiscard]] std::string words_of(
    const Limit& limit);  // "reaches 9 months", "within 20 working days"

}  // namespace tidemark
