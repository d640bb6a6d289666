// The words of sources/ and model.lua for what other systems export: children reached through
// another table, words for codes, constants, lists of now, facts of two sources.
#include <catch2/catch.hpp>

#include "tiny_rulebook.hpp"

namespace tidemark {

using namespace tests;

namespace {

const std::string k_rule =
    draft_rule("applies = case.looked_after, clock = as_at, limit = within(days(5)),");

std::string table(const std::string& child, const std::string& columns, const std::string& gives) {
  return "local lists = require \"lib.lists\"\nreturn source { dataset = \"D\", tables = {\n"
         "  parent = { child = \"CHILD\", columns = { KEY = id { required = true } } },\n"
         "  t = { child = " +
         child + ",\n    columns = { ON = date { required = true }, KEY = id, " + columns +
         " },\n    date = \"ON\",\n    gives = { " + gives + " } },\n} }";
}

const std::string k_through =
    "{ \"CHILD\", also = { \"ID\" }, through = { column = \"KEY\", table = \"parent\", key = "
    "\"KEY\" } }";

std::string refused(const std::string& source) {
  std::vector<RuleFile> files = tiny_ground();
  files.push_back({"a/R.lua", k_rule});
  files.push_back({"sources/s.lua", source});
  Result<Rulebook> book = load_rulebook(std::move(files), "tiny");
  REQUIRE_FALSE(book.ok());
  return book.error().message;
}

}  // namespace

TEST_CASE("A source names a child through another table, gives constants and only the latest row") {
  const Rulebook book = load_files(
      {{"a/R.lua", k_rule},
       {"sources/s.lua",
        table(k_through,
              "KIND = code(lists.kind, { worded = true, begins_with_code = true, "
              "spelt = { home = \"P1\" }, outside = { \"none\" }, when_blank = \"said\" }), "
              "SET = code_set({ \"cost\", \"delay\", \"health\" }, { ticked = true, unfilled = "
              "true })",
              "review = rows { fields = { on = \"ON\" }, latest = true }, placement = { rows { "
              "fields = { from = unknown, kind = always \"P1\" } }, joined { fields = { from = "
              "first \"ON\" }, merged = true } }")}});
  const SourceTable& t = book.sources.tables[1];
  CHECK(t.columns[0].aliases == std::vector<std::string>{"ID"});
  CHECK(t.through.column == t.column("KEY"));
  CHECK(t.through.table == 0);
  CHECK(t.through.key == book.sources.tables[0].column("KEY"));
  const SourceColumn& kind = t.columns[static_cast<std::size_t>(t.column("KIND"))];
  CHECK((kind.worded && kind.begins_with_code));
  CHECK(kind.outside == std::vector<std::string>{"none"});
  CHECK(kind.when_blank == "said");
  const SourceColumn& set = t.columns[static_cast<std::size_t>(t.column("SET"))];
  CHECK((set.ticked && set.unfilled));
  REQUIRE(t.feeds.size() == 3);
  CHECK(t.feeds[0].latest);
  CHECK(t.feeds[1].fields[0].column == -1);
  CHECK(t.feeds[1].fields[0].constant == k_cell_unknown);
  CHECK(t.feeds[1].fields[1].constant == 1);  // A3, P1, ...
  CHECK(t.feeds[2].joining.merged);
}

TEST_CASE("What a source cannot mean is refused with its line") {
  const std::string review = "review = rows { fields = { on = \"ON\" } }";
  CHECK(refused(
            table("{ \"CHILD\", through = { column = \"KEY\", table = \"parnt\", key = \"KEY\" } }",
                  "", review)) ==
        "sources/s.lua:4: there is no source table `parnt`; did you mean `parent`?");
  CHECK(refused(table(
            "{ \"CHILD\", through = { column = \"KEY\", table = \"parent\", key = \"KYE\" } }", "",
            review)) == "sources/s.lua:4: through: parent has no column `KYE`");
  CHECK(refused(table("{ \"CHILD\", through = { column = \"KEY\", table = \"t\", key = \"KEY\" } }",
                      "", review)) ==
        "sources/s.lua:4: through: t names its own child through another table");
  CHECK(refused(table("\"CHILD\"", "",
                      "placement = rows { fields = { from = \"ON\", kind = always \"XX\" } }")) ==
        "sources/s.lua:7: placement.kind has no value \"XX\"; always gives one of the codes of a "
        "field");
  CHECK(refused(table("\"CHILD\"", "SET = text { ticked = true }", review)) ==
        "sources/s.lua:5: SET: ticked is for code_set");
  CHECK(refused(table("\"CHILD\"", "SET = text { worded = true }", review)) ==
        "sources/s.lua:5: SET: worded, outside and when_blank are for code and flag");
}

TEST_CASE("A model says which rows of two sources are one fact, and what a date dates") {
  const auto model = [](const std::string& keys, const std::string& fields) {
    std::vector<RuleFile> files = tiny_ground();
    files.push_back({"a/R.lua", k_rule});
    std::string text;
    for (RuleFile& file : files) {
      if (file.path != "model.lua") continue;
      const std::string at = "review = events { ";
      file.text.replace(file.text.find(at), at.size(), "review = events { " + keys);
      file.text.replace(file.text.find("notes = text"), 12, fields);
    }
    return load_rulebook(std::move(files), "tiny");
  };
  const Result<Rulebook> book = model("same_fact = { equal = { \"notes\" }, within = 92 }, ",
                                      "notes = text { after = \"done\" }, done = milestone");
  REQUIRE(book.ok());
  const CaseTable& review =
      book.value().model.tables[static_cast<std::size_t>(book.value().model.table("review"))];
  REQUIRE(review.same_fact.has_value());
  CHECK(review.same_fact->equal == std::vector<int>{review.field("notes")});
  CHECK(review.same_fact->within == 92);
  CHECK(review.fields[static_cast<std::size_t>(review.field("notes"))].after ==
        review.field("done"));
  const auto message = [&](const std::string& keys, const std::string& fields) {
    const Result<Rulebook> refusal = model(keys, fields);
    REQUIRE_FALSE(refusal.ok());
    const std::string& text = refusal.error().message;
    return text.substr(text.find(": ") + 2);
  };
  CHECK(message("same_fact = { equal = { \"on\" } }, ", "notes = text") ==
        "review: same_fact: equal names no dates");
  CHECK(message("same_fact = { overlapping = true }, ", "notes = text") ==
        "review: only periods overlap");
  CHECK(message("", "notes = text { after = \"dun\" }, done = milestone") ==
        "review has no field `dun`");
  CHECK(message("", "notes = text, due = booking, said = text { after = \"due\" }") ==
        "review.said: after names a date or a milestone");
}

}  // namespace tidemark
