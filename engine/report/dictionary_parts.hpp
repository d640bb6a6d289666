// What the dictionary's Markdown and CSV share: one field of one case table in words. Pure.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "rulebook/rulebook.hpp"

namespace tidemark::report {

// Which rules, trackers and measures ask of each table, and which of each field; ids in order.
struct AskedBy {
  std::map<int, std::set<std::string>> tables;
  std::map<std::pair<int, int>, std::set<std::string>> fields;
};
[[nodiscard]] AskedBy asked_by(const Rulebook& rules, const Rulebook& measures);

[[nodiscard]] std::string words_of(Shape shape);    // "periods", with what that means
[[nodiscard]] const char* name_of(FieldKind kind);  // "milestone"
// What an empty cell of this field means.
[[nodiscard]] std::string blank_of(const CaseTable& table, std::size_t field);
// "E1 placement order granted; C2 full care order"
[[nodiscard]] std::string codes_of(const Field& field);
// "episodes DECOM (first of the joined rows)"; for each source column that fills the field.
[[nodiscard]] std::vector<std::string> fed_by(const Rulebook& rulebook, int table, int field);
// "SSDA903 return: episodes (rows joined)"; for each source table that fills the case table.
[[nodiscard]] std::vector<std::string> sources_of(const Rulebook& rulebook, int table);

[[nodiscard]] std::string joined(const std::set<std::string>& parts, const char* joint);
[[nodiscard]] std::string joined(const std::vector<std::string>& parts, const char* joint);

}  // namespace tidemark::report
