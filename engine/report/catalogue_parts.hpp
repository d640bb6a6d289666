// What the catalogue's Markdown and CSV share: the parts of a rule in plain English, and Markdown
// that keeps every letter of the text that is put into it. Pure functions.
#pragma once

#include <string>
#include <vector>

#include "rulebook/describe.hpp"
#include "rulebook/rulebook.hpp"

namespace tidemark::report {

constexpr std::size_t k_catalogue_columns = 22;  // of the CSV

// "care-at-home" -> "Care at home"; the folder of the rule's file.
[[nodiscard]] std::string theme_of(const Rulebook& rulebook, const Position& at);
[[nodiscard]] std::string file_of(const Rulebook& rulebook, const Position& at);
// The lines under this heading of describe_rule, joined; "" when there are none.
[[nodiscard]] std::string passage(const std::vector<Passage>& passages, const std::string& heading,
                                  const char* joint = "; ");
// "2021-09-01 to 2024-08-31", "" for a rule that was always in force.
[[nodiscard]] std::string in_force_words(const Rule& rule);
// "Local standard, to be confirmed"
[[nodiscard]] std::string standing_words(const Rule& rule);

// Text that Markdown would read as markup, kept as text. On one line.
[[nodiscard]] std::string md(const std::string& text);
// The same for a cell of a Markdown table.
[[nodiscard]] std::string md_cell(const std::string& text);

}  // namespace tidemark::report
