// PaperSources: everything that a paper points into, gathered from the store and from what the
// command line says. Belongs to one thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "audit/measures.hpp"
#include "audit/public_figures.hpp"
#include "audit/run.hpp"
#include "cli/paper_options.hpp"
#include "report/house_template.hpp"
#include "report/papers/inputs.hpp"
#include "store/store.hpp"

namespace tidemark::cli {

struct PaperSources {
  std::string store_path;
  Day held_on = 0;
  std::optional<Day> next_on, last_on;
  AuditRun run;
  std::vector<ExceptionLife> lives;
  std::optional<report::PackBefore> before;
  std::optional<MeasureRun> measures, measures_before;
  std::optional<PublicFigures> figures;  // of the paper for members
  std::vector<report::RunSum> trend;
  PaperShape shape;
  report::HouseTemplate house;
  std::string source;
  std::string why_no_measures;  // of a paper that asks for measures by itself and gets none
};

// Makes the run again and refuses a paper of one that does not come out as it was recorded.
[[nodiscard]] Status gather(const Store& store, const PaperOptions& options, PaperSources& all);

}  // namespace tidemark::cli
