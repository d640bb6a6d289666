// The report's words: one place where verdicts, standings, counts and days are spelt, so that a
// state reads the same everywhere and never by colour alone. Pure functions.
#pragma once

#include <cstdint>
#include <string>

#include "evaluate/judge.hpp"
#include "report/html.hpp"
#include "rulebook/rulebook.hpp"

namespace tidemark::report {

[[nodiscard]] std::string words_of(Verdict verdict);    // "Cannot be decided"
[[nodiscard]] std::string words_of(Standing standing);  // "Statutory limit", "Local standard"
[[nodiscard]] std::string words_of(Severity severity);  // "High"
// The word with its sign, in a frame of its own: "■ Breach".
[[nodiscard]] Markup state(Verdict verdict);

[[nodiscard]] std::string number(std::uint64_t n);  // "140,000"
[[nodiscard]] std::string counted(std::uint64_t n, const std::string& one,
                                  const std::string& many);  // "1 child", "2,675 children"
[[nodiscard]] std::string children(std::uint64_t n);
[[nodiscard]] std::string days_over(const Judgement& judgement);  // "at least 412 days", ""

// How long the rule allows: its limits, else what counts as a breach.
[[nodiscard]] std::string limit_of(const Rulebook& rulebook, const Rule& rule);

}  // namespace tidemark::report
