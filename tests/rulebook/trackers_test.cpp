// The files of trackers/: read whole, or refused with the place and the nearest word.
#include <catch2/catch.hpp>

#include "tiny_rulebook.hpp"

using namespace tidemark;

namespace {

constexpr const char* k_rule = R"(
    applies = case.looked_after, breach_when = review:count():more_than(2), )";

Rulebook with_tracker(const std::string& body) {
  std::vector<RuleFile> files = tests::tiny_ground();
  files.push_back({"adoption/REVIEWS.lua", tests::draft_rule(k_rule)});
  files.push_back({"trackers/waiting.lua", R"(local case = require "lib.case"
return tracker {
  title = "Waiting", why = "Who waits.", source = "Nobody, 2020",
)" + body + "}\n"});
  Result<Rulebook> book = load_rulebook(std::move(files), "tiny", FileKind::tracker);
  if (!book) FAIL(book.error().message);
  return std::move(book).value();
}

std::string complaint(const std::string& body) {
  const Rulebook book = with_tracker(body);
  CHECK(book.trackers.empty());
  return tests::only_problem(book);
}

}  // namespace

TEST_CASE("a tracker is read with its columns, rules and panel note") {
  const Rulebook book = with_tracker(R"(
  panel = "Permanence", note = { seen = review:latest().on, says = review:latest().notes },
  who = case.looked_after, order = case.placement_order.from,
  columns = { { "Reviews", review }, { "Order", case.placement_order.from } },
  rules = "REVIEWS",
)");
  REQUIRE(book.trackers.size() == 1);
  const Tracker& tracker = book.trackers[0];
  CHECK(tracker.id == "waiting");
  CHECK(tracker.columns.size() == 2);
  CHECK(book.exprs[tracker.columns[0].value].op == Op::count_rows);
  CHECK(tracker.rules == std::vector<std::string>{"REVIEWS"});
  CHECK(tracker.note.next == k_no_expr);
}

TEST_CASE("`this` is a row of each") {
  const Rulebook book = with_tracker(R"(
  each = court_application, who = this.outcome:missing(),
  columns = { { "Issued", this.issued } },
)");
  REQUIRE(book.trackers.size() == 1);
  CHECK(book.exprs[book.trackers[0].each].type == Type::rows);
}

TEST_CASE("rules alone do not run the trackers") {
  std::vector<RuleFile> files = tests::tiny_ground();
  files.push_back({"adoption/REVIEWS.lua", tests::draft_rule(k_rule)});
  files.push_back({"trackers/broken.lua", "return 7\n"});
  const Result<Rulebook> book = load_rulebook(std::move(files), "tiny");
  REQUIRE(book);
  CHECK(book.value().problems.empty());
  CHECK(book.value().trackers.empty());
}

TEST_CASE("what is wrong with a tracker is said with its line") {
  const std::string columns = "columns = { { \"Reviews\", review } },\n";
  CHECK(complaint("who = case.looked_after,\n" + columns + "rules = { \"REVEIWS\" },\n") ==
        "trackers/waiting.lua:6: there is no rule REVEIWS; did you mean `REVIEWS`?");
  CHECK(complaint(columns) == "trackers/waiting.lua:2: tracker needs `who` (or `each`)");
  CHECK(complaint("who = case.looked_after,\n") ==
        "trackers/waiting.lua:2: tracker needs `columns`");
  CHECK(complaint("who = case.looked_after, columns = {\n{ \"Plan\" } },\n")
            .rfind("trackers/waiting.lua:5: the column \"Plan\" must be a date", 0) == 0);
  CHECK(complaint("who = case.looked_after, columns = {\n{ \"A\", review }, { \"A\", review } },\n")
            .find("two columns are headed \"A\"") != std::string::npos);
  CHECK(
      complaint("who = case.looked_after, note = {},\n" + columns).find("say which with `panel`") !=
      std::string::npos);
  CHECK(complaint("who = this.outcome:missing(),\n" + columns).find("`this`") != std::string::npos);
  CHECK(complaint("whom = case.looked_after,\n" + columns).find("did you mean `who`") !=
        std::string::npos);
}

TEST_CASE("what a list does not rest on is let go") {
  Rulebook book = with_tracker(R"(
  who = case.looked_after, columns = { { "Reviews", review } },
)");
  keep_tracker(book, "waiting");
  CHECK(book.rules.empty());
  const WantedFields wanted = wanted_fields(book);
  const int placement = book.model.table("placement");
  for (const bool field : wanted[static_cast<std::size_t>(placement)]) CHECK_FALSE(field);
  CHECK(wanted[static_cast<std::size_t>(book.model.table("review"))][0]);
}
