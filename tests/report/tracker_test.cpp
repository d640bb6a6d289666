// A tracker from its file to its CSV and page, over the council of tests/audit.
#include "report/tracker.hpp"

#include <catch2/catch.hpp>
#include <pugixml.hpp>

#include "snapshot/load.hpp"

using namespace tidemark;

namespace {

const std::string k_council = std::string(TIDEMARK_SOURCE_DIR) + "/tests/audit/council";

struct Made {
  Rulebook rulebook;
  Snapshot snapshot;
  Listing listing;
  Day as_at = *parse_iso("2021-04-30");

  explicit Made(const std::string& body) {
    Result<std::vector<RuleFile>> files = read_rule_files(k_council + "/rules");
    REQUIRE(files);
    files.value().push_back({"trackers/list.lua",
                             "return tracker {\n"
                             "  title = \"A list\", why = \"To see.\", "
                             "source = \"test\",\n" +
                                 body + "}\n"});
    Result<Rulebook> book = load_rulebook(std::move(files).value(), k_council, FileKind::tracker);
    REQUIRE(book);
    rulebook = std::move(book).value();
    REQUIRE(rulebook.trackers.size() == 1);
    keep_tracker(rulebook, "list");
    mark_wanted(rulebook.sources, rulebook.model, wanted_fields(rulebook));
    Result<Snapshot> loaded = load_snapshot(k_council + "/april", rulebook.sources, {});
    REQUIRE(loaded);
    snapshot = std::move(loaded).value();
    listing = list_children(rulebook, rulebook.trackers[0], snapshot, as_at, {});
  }
  [[nodiscard]] report::TrackerPage page() const {
    return {rulebook, rulebook.trackers[0], snapshot, listing, as_at};
  }
};

constexpr const char* k_orders = R"(
  who = order:where { kind = "PO" }:any(),
  columns = { { "=Made", order:latest().from }, { "Ended", order:latest().to }, { "Orders", order } },
  rules = { "ORDER-9M", "BROKEN" },
)";

}  // namespace

TEST_CASE("a list is ordered by its worst verdict, then the days over, then the child") {
  const Made made(k_orders);
  CHECK(report::tracker_csv(made.page()) ==
        "child,occasion,listed,why_undecided,'=Made,Ended,Orders,ORDER-9M,ORDER-9M due,"
        "ORDER-9M days_over,ORDER-9M at_least,BROKEN,BROKEN due,BROKEN days_over,BROKEN at_least\n"
        "102,,yes,,2020-06-30,,1,breach,2021-03-30,31,,not_run,,,\n"
        "103,,yes,,2020-07-15,,1,breach,2021-04-15,15,,not_run,,,\n"
        "101,,yes,,2020-05-10,2021-04-02,1,not_applicable,,,,not_run,,,\n");
}

TEST_CASE("the tracker's own order goes before the verdicts") {
  const Made made(std::string(k_orders) + "order = order:latest().from,\n");
  REQUIRE(made.listing.lines.size() == 3);
  CHECK(made.listing.lines[0].child == "101");
  CHECK(made.listing.lines[2].child == "103");
}

TEST_CASE("one line for each row, with what the rule says of that row") {
  const Made made(R"(
  each = order, columns = { { "Kind", this.kind } }, rules = { "EACH-30D" },
)");
  REQUIRE(made.listing.lines.size() == 4);
  for (const ListLine& line : made.listing.lines) {
    const bool care_order = line.cells[0].plain == "care order";
    CHECK((line.rules[0].worst.verdict == Verdict::met_late) == care_order);
  }
}

TEST_CASE("for want of a table everybody stays in sight, and the cause is said once") {
  const Made made(R"(
  each = hearing, columns = { { "On", this.on } },
)");
  CHECK(made.listing.lines.empty());
  CHECK(made.listing.undecided.size() == made.snapshot.children.size());
  CHECK(made.listing.missing == std::vector<std::string>{"no court list was supplied"});
  const std::string page = report::tracker_html(made.page());
  CHECK(page.find("<td class=\"number\">4</td>") != std::string::npos);
}

TEST_CASE("the page is well formed and says what does not run") {
  const Made made(k_orders);
  const std::string page = report::tracker_html(made.page());
  const std::size_t first = page.find("<body");
  const std::string body = page.substr(first, page.find("</html>") - first);
  pugi::xml_document parsed;
  CHECK(parsed.load_string(body.c_str()));
  CHECK(page.find("Not run") != std::string::npos);
  CHECK(page.find("its file does not load") != std::string::npos);
  CHECK(page.find("<script") == std::string::npos);
}
