#include <algorithm>

#include "report/papers/papers.hpp"

namespace tidemark::report {

const std::vector<PaperKind>& paper_kinds() {
  static const std::vector<PaperKind> kinds = {
      {"panel", "Exceptions for the permanence panel", panel_pack, true},
      {"exemptions", "Exemption report", exemption_report, true},
      {"team", "Team manager's weekly sheet", team_sheet, true},
      {"head", "Head of service's page", head_page, true},
      {"members", "Paper for members", members_paper, false},
      {"quality", "Data-quality sheet", quality_sheet, true},
  };
  return kinds;
}

const PaperKind* paper_kind(std::string_view name) {
  const auto& kinds = paper_kinds();
  const auto found = std::find_if(kinds.begin(), kinds.end(),
                                  [&](const PaperKind& kind) { return kind.name == name; });
  return found == kinds.end() ? nullptr : &*found;
}

}  // namespace tidemark::report
