#include "report/sections.hpp"

namespace tidemark::report {

const std::vector<Section>& sections() {
  static const std::vector<Section> all = {
      {"read", "What was read, and what could not be", write_inputs, false},
      {"worst", "New and worst first", write_worst_first, true},
      {"breaches", "Breaches by rule", write_breaches, true},
      {"explained", "Breaches with a stated reason", write_explained, true},
      {"coming", "Due before the panel date", write_coming, true},
      {"undecided", "Cannot be decided", write_undecided, true},
      {"late", "Done late", write_done_late, true},
      {"errors", "Rules with errors", write_rule_errors, false},
      {"definitions", "Definitions", write_definitions, false},
  };
  return all;
}

}  // namespace tidemark::report
