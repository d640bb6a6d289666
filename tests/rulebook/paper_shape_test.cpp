#include "rulebook/paper_shape.hpp"

#include <catch2/catch.hpp>

#include "tiny_rulebook.hpp"

using namespace tidemark;

namespace {

Rulebook with_papers(const std::string& text) {
  return tests::load_files({{"permanence/A.lua", tests::draft_rule("applies = case.looked_after, "
                                                                   "breach_when = "
                                                                   "case.on_placement_order,")},
                            {"papers.lua", text}});
}

}  // namespace

TEST_CASE("papers.lua names fields and rules") {
  const auto shape = paper_shape(with_papers(R"(return {
    birth = "child.date_of_birth",
    lanes = { { "Legal status", "legal_status.status" }, { "Reviews", "review" } },
    actions = "ACT-OVERDUE",
  })"));
  REQUIRE(shape.ok());
  CHECK(shape.value().birth.is_there());
  REQUIRE(shape.value().lanes.size() == 2);
  CHECK(shape.value().lanes[1].rows[0].field == -1);
  CHECK(shape.value().actions == std::vector<std::string>{"ACT-OVERDUE"});
  CHECK_FALSE(shape.value().team.is_there());
}

TEST_CASE("without papers.lua papers show no more than the rules say") {
  const auto shape = paper_shape(Rulebook{});
  REQUIRE(shape.ok());
  CHECK(shape.value().lanes.empty());
}

TEST_CASE("what papers.lua shows is read from the files") {
  const Rulebook book = with_papers(R"(return { lanes = { { "Where", "placement.provider" } } })");
  const int table = book.model.table("placement");
  const int field = book.model.tables[static_cast<std::size_t>(table)].field("provider");
  CHECK(wanted_fields(book)[static_cast<std::size_t>(table)][static_cast<std::size_t>(field)]);
}

TEST_CASE("a mistake in papers.lua names the line and what was meant") {
  const auto message = [](const std::string& text) {
    return paper_shape(with_papers(text)).error().message;
  };
  CHECK(message("return {\n  birth = \"child.date_of_brth\",\n}") ==
        "papers.lua:2: child has no field `date_of_brth`; did you mean `date_of_birth`?");
  CHECK(message("return { lanes = { { \"Where\", \"placment\" } } }")
            .find("did you mean `placement`?") != std::string::npos);
  CHECK(message("return { lanes = { { \"Court\", \"court_application\" } } }")
            .find("makes no lane") != std::string::npos);
  CHECK(message("return { lains = {} }").find("lains") != std::string::npos);
  CHECK(message("return 3").find("ends in `return") != std::string::npos);
}
