// The whole pack of the invented council. When a rule or the fixture changes it, read the
// difference:
//   tests/report/accept && git diff tests/report/golden/panel-pack.json
#include <catch2/catch.hpp>

#include "golden_file.hpp"
#include "paper_inputs.hpp"
#include "report/formats.hpp"

using namespace tidemark;

TEST_CASE("the small council's panel pack prints what was last accepted") {
  AuditRequest request;
  request.snapshot_path = TIDEMARK_SOURCE_DIR "/fixtures/small-council";
  request.rules_folder = TIDEMARK_SOURCE_DIR "/rules";
  request.store_path = ":memory:";
  request.as_at = day_of(2021, 9, 30);
  request.panel_date = day_of(2021, 11, 11);
  request.made_at = "2021-10-12T09:30:00Z";
  request.engine_version = "test";
  auto run = run_audit(request);
  REQUIRE(run.ok());
  const auto shape = paper_shape(*run.value().rulebook);
  REQUIRE(shape.ok());
  const std::vector<ExceptionLife> lives;
  const report::Pseudonyms names(report::children_of(run.value(), lives), lives, false,
                                 made::fixed_draw());
  const report::KnownIds ids(run.value(), lives);
  const report::PaperInputs inputs{run.value(),
                                   lives,
                                   names,
                                   ids,
                                   shape.value(),
                                   day_of(2021, 10, 14),
                                   request.panel_date,
                                   std::nullopt,
                                   nullptr,
                                   nullptr,
                                   {},
                                   "small-council",
                                   {},
                                   "",
                                   1,
                                   false,
                                   request.made_at};
  const std::string json = report::document_json(report::panel_pack(inputs));
  CHECK(made::difference_from_golden("panel-pack", json, ".json") == "");
}
