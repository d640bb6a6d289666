// The sections of the report, one file each, in the order in which a panel reads them. Each
// appends its HTML to the page.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/pack.hpp"

namespace tidemark::report {

void write_summary(std::string& page, const Pack& pack);      // first page
void write_inputs(std::string& page, const Pack& pack);       // 1
void write_worst_first(std::string& page, const Pack& pack);  // 2
void write_breaches(std::string& page, const Pack& pack);     // 3
void write_explained(std::string& page, const Pack& pack);    // 4
void write_coming(std::string& page, const Pack& pack);       // 5
void write_undecided(std::string& page, const Pack& pack);    // 6
void write_done_late(std::string& page, const Pack& pack);    // 7
void write_rule_errors(std::string& page, const Pack& pack);  // 8
void write_definitions(std::string& page, const Pack& pack);  // 9

struct Section {
  std::string_view id;
  std::string_view heading;  // without its number
  void (*write)(std::string& page, const Pack& pack);
  bool wide;  // printed on A4 turned on its side
};

// Sections 1 to 9.
[[nodiscard]] const std::vector<Section>& sections();

}  // namespace tidemark::report
