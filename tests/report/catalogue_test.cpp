// The catalogue and the dictionary of a tiny rulebook.
#include "report/catalogue.hpp"

#include <catch2/catch.hpp>

using namespace tidemark;

namespace {

Rulebook tiny() {
  Result<std::vector<RuleFile>> files =
      read_rule_files(std::string(TIDEMARK_SOURCE_DIR) + "/tests/audit/council/rules");
  REQUIRE(files);
  files.value().push_back({"trackers/list.lua", R"(return tracker {
  title = "A list", why = "To see.", source = "test",
  who = order:any(), columns = { { "Made", order:latest().from } }, rules = "ORDER-9M",
}
)"});
  Result<Rulebook> book = load_rulebook(std::move(files).value(), "tiny", FileKind::tracker);
  REQUIRE(book);
  return std::move(book).value();
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("the catalogue says each rule under its theme, and the trackers after") {
  const std::string page = report::catalogue_md(tiny(), {});
  CHECK(has(page, "## Themes\n\n### EACH-30D: Order open for more than 30 days\n"));
  CHECK(has(page, "- **How long there is:** a breach on the day that 9 months are reached\n"));
  CHECK(has(page,
            "- **Standing:** Local standard. Severity high. Owner: adoption team. "
            "Maturity: trial\n"));
  CHECK(has(page, "## Trackers\n\n### list: A list\n"));
  CHECK(page.find("ORDER-9M: Placement") < page.find("## Trackers"));
}

TEST_CASE("each table of the catalogue's CSV has every column in every line") {
  const std::string csv = report::catalogue_csv(tiny(), {});
  CHECK(has(csv, "\nORDER-9M,rule,Themes,Placement order for nine months or longer,"));
  CHECK(has(csv, "\nlist,tracker,Trackers,A list,"));
  CHECK(has(csv, ",test,,,,trackers/list.lua\n"));
}

TEST_CASE("the dictionary says what a blank means, what feeds a field and who asks") {
  const std::string page = report::dictionary_md(tiny(), {});
  CHECK(has(page, "| `to` | milestone | end | still running |   | orders ENDED |"));
  CHECK(has(page,
            "| `kind` | code | kind | not known | CO care order; PO placement order | "
            "orders KIND |"));
  CHECK(has(page, "- **Asked by:** EACH-30D, HEARING, ORDER-9M, tracker list\n"));
  const std::string csv = report::dictionary_csv(tiny(), {});
  CHECK(has(csv,
            "\norder,periods,order list,kind,code,kind,not known,legal team,"
            "CO care order; PO placement order,orders KIND,\"EACH-30D, HEARING, ORDER-9M\"\n"));
}
