// The papers of Tidemark, one function each: what they say, in which order. Pure functions of their
// inputs. Source of the agenda and of what each reader needs: domain/process.md, sections 1.1
// and 2.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "report/papers/inputs.hpp"

namespace tidemark::report {

[[nodiscard]] Document panel_pack(const PaperInputs& inputs);        // the ten points of the agenda
[[nodiscard]] Document exemption_report(const PaperInputs& inputs);  // every three months
[[nodiscard]] Document team_sheet(const PaperInputs& inputs);        // weekly, for team managers
[[nodiscard]] Document head_page(const PaperInputs& inputs);         // head of service
[[nodiscard]] Document members_paper(const PaperInputs& inputs);     // aggregate only
[[nodiscard]] Document quality_sheet(const PaperInputs& inputs);     // for data analysts

struct PaperKind {
  std::string_view name;   // "exemptions": in commands, file names and the store
  std::string_view title;  // "Exemption report"
  Document (*write)(const PaperInputs& inputs);
  bool has_children;  // child by child: it needs references and a key
};
// panel first.
[[nodiscard]] const std::vector<PaperKind>& paper_kinds();
[[nodiscard]] const PaperKind* paper_kind(std::string_view name);  // nullptr: there is none

}  // namespace tidemark::report
