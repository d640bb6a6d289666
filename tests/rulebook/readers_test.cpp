// model.lua, sources/, calendars/, settings.lua and the cells of examples.
#include <catch2/catch.hpp>

#include "tiny_rulebook.hpp"

namespace tidemark {

using namespace tests;

namespace {

const std::string k_rule = draft_rule(
    "applies = case.looked_after, clock = as_at, limit = within(setting { days(5), label = "
    "\"Days\", from = days(1), to = days(10) }),");

std::string refused(std::vector<RuleFile> files) {
  files.push_back({"a/R.lua", "return 1"});
  Result<Rulebook> book = load_rulebook(std::move(files), "tiny");
  REQUIRE_FALSE(book.ok());
  CHECK(book.error().kind == ErrorKind::rules);
  return book.error().message;
}

constexpr const char* k_source = R"(
local lists = require "lib.lists"
return source {
  dataset = "SSDA903 return", missing = { "NULL", "-1" },
  refuses = { { what = "a children in need census", columns = { "LAchildID" } } },
  tables = {
    header = { child = "CHILD", columns = { DOB = date { required = true } }, key = {},
      gives = { child = rows { fields = { date_of_birth = "DOB" } } } },
    episodes = {
      child = "CHILD",
      columns = {
        DECOM = date { required = true }, DEC = milestone,
        RNE = code({ "S", "L", "P" }, { also = { "REASON" }, spelt = { ["start "] = "S" } }),
        PLACE = code(lists.kind, { required = true }), URN = text { blank = { "XXXXXXX" } },
      },
      date = "DECOM", ends = "DEC", key = { "DECOM" }, covers = "collection year",
      gives = {
        placement = joined {
          fields = { from = first "DECOM", to = last "DEC", kind = last "PLACE" },
          touching = 1, except = { PLACE = { "A3" } },
          continues = { { when = { RNE = { "L" } } }, { same = { "PLACE" }, same_first = { "URN" } } },
          bridges = { PLACE = { "T0" }, same = { "PLACE" }, same_first = { "URN" } },
          start_known = { RNE = { "S", "P" } },
        },
        review = rows { fields = { on = up_to "DECOM" }, partial = true, unless_supplied = "header" },
      },
    },
  },
}
)";

}  // namespace

TEST_CASE("The model has its shapes, own dates, code lists and keys") {
  const Rulebook book = load_one("a/R.lua", k_rule);
  CHECK(book.model.tables[0].name == "child");
  const CaseTable& placement =
      book.model.tables[static_cast<std::size_t>(book.model.table("placement"))];
  CHECK(placement.shape == Shape::periods);
  CHECK(placement.fields[0].name == "from");
  CHECK(placement.fields[1].kind == FieldKind::milestone);
  CHECK(placement.fields[static_cast<std::size_t>(placement.field("kind"))].codes[0].value == "A3");
  CHECK(placement.bridged == std::vector<std::int32_t>{2});
  CHECK(placement.list == "episodes");
  const CaseTable& court =
      book.model.tables[static_cast<std::size_t>(book.model.table("court_application"))];
  CHECK(court.fields[static_cast<std::size_t>(court.field("hearing"))].label == "hearing date");
  CHECK(book.calendar.name() == "England and Wales");
  CHECK_FALSE(book.calendar.is_working_day(day_of(2021, 4, 2)));
  CHECK(book.calendar.known_to() == day_of(2021, 12, 31));
}

TEST_CASE("A model, source or calendar that cannot be used is refused with its line") {
  const auto with = [](const std::string& path, const std::string& text) {
    std::vector<RuleFile> files = tiny_ground();
    std::erase_if(files, [&](const RuleFile& file) { return file.path == path; });
    files.push_back({path, text});
    return refused(std::move(files));
  };
  CHECK(with("model.lua", "return model {\n child = facts {},\n x = events { feilds = {} } }") ==
        "model.lua:3: x has no key `feilds`; did you mean `fields`?");
  CHECK(with("model.lua", "return model {\n child = facts { fields = { born = dat } } }") ==
        "model.lua:2: there is no `dat` here; did you mean `date`?");
  CHECK(with("model.lua", "return model { x = events {} }") ==
        "model.lua:1: a model needs the table `child = facts { ... }`");
  CHECK(with("model.lua",
             "return model { child = facts {}, x = events { fields = { known = text } } }") ==
        "model.lua:1: `known` is a word of the language and cannot be a field");
  CHECK(with("calendars/england.lua",
             "return calendar { name = \"E\", known_from = \"2020-01-01\", "
             "known_to = \"2020-12-31\",\n holidays = { [\"2020\"] = \"31 Feb\" } }") ==
        "calendars/england.lua:2: \"31 Feb\" is not a day of 2020; write \"1 Jan\"");
  CHECK(with("sources/s.lua",
             "return source { dataset = \"D\", tables = { t = { child = \"C\", columns = {},\n"
             " gives = { revew = rows { fields = {} } } } } }") ==
        "sources/s.lua:2: there is no case table `revew`; did you mean `review`?");
  CHECK(refused({{"lib/x.lua", ""}}) == "tiny: there is no model.lua; is this a rules folder?");
}

TEST_CASE("A source says how it is recognised, read and joined") {
  const Rulebook book = load_files({{"a/R.lua", k_rule}, {"sources/s.lua", k_source}});
  const Sources& sources = book.sources;
  REQUIRE(sources.tables.size() == 2);
  CHECK(sources.expected == "an SSDA903 return");
  CHECK(sources.missing == std::vector<std::string>{"NULL", "-1"});
  CHECK(sources.refused.at(0).what == "a children in need census");
  const SourceTable& episodes = sources.tables[1];
  CHECK(episodes.name == "episodes");
  CHECK(episodes.child_column == 0);
  CHECK(episodes.columns[0].required);
  CHECK(episodes.columns[1].name == "DECOM");  // in the order of the file
  CHECK(episodes.date_column == 1);
  CHECK(episodes.end_column == 2);
  CHECK(episodes.covers_collection_year);
  CHECK(episodes.columns[3].aliases == std::vector<std::string>{"REASON"});
  CHECK(episodes.columns[3].values.at(0).value == "S");
  REQUIRE(episodes.feeds.size() == 2);
  const Feed& placement = episodes.feeds[0];
  CHECK(placement.joined);
  CHECK(placement.fields[0].take == FieldFeed::Take::first);
  CHECK(placement.except.at(0).codes == std::vector<std::int32_t>{0});
  CHECK(placement.joining.touching_days == 1);
  REQUIRE(placement.joining.continues.size() == 2);
  CHECK(placement.joining.continues[1].same_first == std::vector<int>{5});
  CHECK(placement.joining.bridged.codes == std::vector<std::int32_t>{2});
  CHECK(placement.joining.start_known.codes == std::vector<std::int32_t>{0, 2});
  CHECK(episodes.feeds[1].fields[0].take == FieldFeed::Take::up_to);
  CHECK(episodes.feeds[1].partial);
  CHECK(episodes.feeds[1].unless_supplied == 0);
}

TEST_CASE("settings.lua changes a number that people own, within its range") {
  const auto load = [](const std::string& settings) {
    return load_files({{"a/R.lua", k_rule}, {"settings.lua", settings}});
  };
  Rulebook book = load("return { R = { Days = days(7) } }");
  REQUIRE(book.problems.empty());
  CHECK(book.rules.at(0).limits.at(0).limit.span.count == 7);
  CHECK(book.settings.at(0).span.count == 7);
  book = load("return {\n R = { Days = days(70) } }");
  CHECK(
      only_problem(book) ==
      "a/R.lua:6: settings.lua sets \"Days\" to 70 days; people may choose from 1 day to 10 days");
  CHECK(book.rules.empty());
  book = load("return {\n R = { Dais = days(7) } }");
  CHECK(only_problem(book) == "settings.lua:2: R has no setting \"Dais\"; did you mean `Days`?");
  CHECK(book.rules.size() == 1);
  book = load("return { Quite = { Days = days(7) } }");
  CHECK(only_problem(book) == "settings.lua:1: no rule `Quite` has a setting");
}

TEST_CASE("An edit of the number in the rule file is all it takes") {
  std::string text = k_rule;
  text.replace(text.find("days(5)"), 7, "days(6)");
  CHECK(load_one("a/R.lua", k_rule).rules.at(0).limits.at(0).limit.span.count == 5);
  CHECK(load_one("a/R.lua", text).rules.at(0).limits.at(0).limit.span.count == 6);
}

TEST_CASE(
    "Examples give rows in date order, partly known dates and blanks that mean what they mean") {
  const Rulebook book = load_one("a/E.lua", draft_rule(R"(
    applies = case.looked_after, clock = as_at, limit = within(days(1)),
    examples = { { "one", as_at = "2021-04-30", expect = { "breach", due = "2021-04-30", days_over = 0, reason = "x" },
      not_supplied = { "review" },
      given = {
        child = { date_of_birth = "2015-02-28" },
        placement = { { from = "2021-01-01", kind = "P1", distance = 2.5 }, { from = "..2020-04-01", to = "2020-06-01..2020-06-30" }, {} },
        court_application = { { issued = "2021-01-01", reasons = "cost+health" }, {} },
      } } },)"));
  REQUIRE(book.problems.empty());
  const Example& example = book.rules.at(0).examples.at(0);
  CHECK(example.days_over == 0);
  CHECK(example.not_supplied == std::vector<int>{book.model.table("review")});
  REQUIRE(example.given.size() == 3);
  const GivenTable& placement = example.given[1];
  REQUIRE(placement.rows.size() == 3);
  CHECK(placement.rows[0][0] == k_cell_unknown);
  CHECK(placement.rows[0][1] == k_cell_absent);
  REQUIRE(is_side(placement.rows[1][0]));
  CHECK(book.given_pools.dates[static_cast<std::size_t>(placement.rows[1][0] - k_cell_side)] ==
        Date::between(k_earliest, day_of(2020, 4, 1)));
  CHECK(placement.rows[2][0] == day_of(2021, 1, 1));
  const CaseTable& table = book.model.tables[static_cast<std::size_t>(placement.table)];
  CHECK(placement.rows[2][static_cast<std::size_t>(table.field("distance"))] == 2500);
  CHECK(example.given[2].rows[0].back() == 0b101);
  CHECK(example.given[2].rows[1].back() == 0);
}

}  // namespace tidemark
