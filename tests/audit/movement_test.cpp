// Why an exception moved between two situations of the test council.
#include "audit/movement.hpp"

#include <catch2/catch.hpp>

#include "audit/rule_changes.hpp"
#include "base/file.hpp"
#include "copied_council.hpp"
#include "snapshot/load.hpp"

namespace tidemark {
namespace {

using Rows = std::vector<std::string>;

// One side of a comparison: its rules, its files, its day.
class Side {
 public:
  Side(const CopiedCouncil& council, const std::string& rules, const std::string& files, Day as_at)
      : files_((council.path / files).string()) {
    const std::string folder = (council.path / rules).string();
    rulebook_ =
        std::make_unique<Rulebook>(load_rulebook(read_rule_files(folder).value(), folder).value());
    mark_wanted(rulebook_->sources, rulebook_->model, wanted_fields(*rulebook_));
    snapshot_ = read_for(*rulebook_).value();
    situation.rulebook = rulebook_.get();
    situation.snapshot = snapshot_.get();
    situation.as_at = as_at;
    situation.files = files_;
    situation.read_for = [this](const Rulebook& other) { return read_for(other); };
  }

  Situation situation;

 private:
  Result<std::unique_ptr<const Snapshot>> read_for(const Rulebook& rulebook) const {
    auto read = load_snapshot(files_, rulebook.sources, {});
    INFO((read ? "" : read.error().message));
    REQUIRE(read.ok());
    return std::unique_ptr<const Snapshot>(std::make_unique<Snapshot>(std::move(read).value()));
  }

  std::string files_;
  std::unique_ptr<Rulebook> rulebook_;
  std::unique_ptr<const Snapshot> snapshot_;
};

void write_orders(const CopiedCouncil& council, const std::string& files, const Rows& rows,
                  const Rows& hearings = {}) {
  std::filesystem::create_directories(council.path / files);
  std::filesystem::copy_file(council.path / "march/header.csv", council.path / files / "header.csv",
                             std::filesystem::copy_options::overwrite_existing);
  std::string text = "CHILD,MADE,ENDED,KIND\n";
  for (const std::string& row : rows) text += row + "\n";
  REQUIRE(write_file((council.path / files / "orders.csv").string(), text).ok());
  if (hearings.empty()) return;
  text = "CHILD,HEARD\n";
  for (const std::string& row : hearings) text += row + "\n";
  REQUIRE(write_file((council.path / files / "court.csv").string(), text).ok());
}

void replace_in(const std::filesystem::path& path, const std::string& from, const std::string& to) {
  std::string text = read_file(path).value();
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  text.replace(at, from.size(), to);
  REQUIRE(write_file(path.string(), text).ok());
}

Rows lines_of(const std::vector<Moved>& all) {
  Rows lines;
  for (const Moved& moved : all) {
    std::string line = moved.rule + " " + moved.child + " " + moved.occasion + " " +
                       name_of(moved.kind) + " " + name_of(moved.before.verdict) + " -> " +
                       name_of(moved.now.verdict);
    for (const Cause& cause : moved.causes) {
      line += std::string("; ") + name_of(cause.cause) + ": " + cause.words;
    }
    lines.push_back(line);
  }
  return lines;
}

Rows moved(const Side& before, const Side& now) {
  auto all = Movements(before.situation, now.situation, 1).all();
  INFO((all ? "" : all.error().message));
  REQUIRE(all.ok());
  return lines_of(all.value());
}

const char* const k_open = "101,2020-05-10,,PO";

TEST_CASE("where nothing differs nothing moves") {
  const CopiedCouncil council;
  const Side side(council, "rules", "march", k_march);
  CHECK(moved(side, side).empty());
}

TEST_CASE("an exception that time alone brings is said to be time's") {
  const CopiedCouncil council;
  write_orders(council, "x", {k_open});
  const Side before(council, "rules", "x", day_of(2021, 2, 9));
  const Side now(council, "rules", "x", day_of(2021, 2, 10));
  CHECK(moved(before, now) ==
        Rows{"ORDER-9M 101 2020-05-10 appears due_soon -> breach; time_passed: from 2021-02-09 to "
             "2021-02-10 with nothing else changed: due soon -> breach, due 2021-02-10"});
}

TEST_CASE("what the files tell of between the two days is an event, not time") {
  const CopiedCouncil council;
  write_orders(council, "x", {"101,2020-05-10,2021-04-02,PO"});
  const Side before(council, "rules", "x", k_march);
  const Side now(council, "rules", "x", k_april);
  CHECK(moved(before, now) ==
        Rows{"ORDER-9M 101 2020-05-10 disappears breach -> not_applicable; record_changed: order "
             "2020-05-10: to blank -> 2021-04-02, orders.csv:2"});
}

TEST_CASE("an order that ended since is a change of the record, with its row and cell") {
  const CopiedCouncil council;
  write_orders(council, "x", {k_open});
  write_orders(council, "y", {"101,2020-05-10,2021-04-02,PO"});
  const Side before(council, "rules", "x", k_march);
  const Side now(council, "rules", "y", k_april);
  CHECK(moved(before, now) ==
        Rows{"ORDER-9M 101 2020-05-10 disappears breach -> not_applicable; record_changed: order "
             "2020-05-10: to blank -> 2021-04-02, orders.csv:2"});
}

TEST_CASE("an end of before the earlier day that was not there was entered late") {
  const CopiedCouncil council;
  write_orders(council, "x", {k_open});
  write_orders(council, "y", {"101,2020-05-10,2021-03-02,PO"});
  const Side before(council, "rules", "x", k_march);
  const Side now(council, "rules", "y", k_april);
  CHECK(moved(before, now) ==
        Rows{"ORDER-9M 101 2020-05-10 disappears breach -> not_applicable; entered_late: order "
             "2020-05-10: to blank -> 2021-03-02, orders.csv:2"});
}

TEST_CASE("a day that was put right moves the date, and a row that was withdrawn is corrected") {
  const CopiedCouncil council;
  write_orders(council, "x", {k_open, "102,2020-06-30,,PO"});
  write_orders(council, "y", {"101,2020-05-20,,PO"});
  const Side before(council, "rules", "x", k_march);
  const Side now(council, "rules", "y", k_march);
  CHECK(moved(before, now) ==
        Rows{"HEARING 102 2020-06-30 becomes_decidable cannot_decide -> not_applicable; corrected: "
             "order 2020-06-30 is no longer there, orders.csv:3",
             "ORDER-9M 101 2020-05-20 changes_date breach -> breach; corrected: order 2020-05-20: "
             "from 2020-05-10 -> 2020-05-20, orders.csv:2",
             "ORDER-9M 102 2020-06-30 disappears breach -> not_applicable; corrected: order "
             "2020-06-30 is no longer there, orders.csv:3"});
}

TEST_CASE("only the numbers of a rule moved: a setting; its words moved: the rule") {
  const CopiedCouncil council;
  write_orders(council, "x", {k_open});
  const auto rule = council.path / "rules/themes/ORDER-9M.lua";
  replace_in(
      rule, "reaches(months(9))",
      "reaches(setting { months(9), label = \"Months\", from = months(1), to = months(24) })");
  std::filesystem::copy(council.path / "rules", council.path / "draft",
                        std::filesystem::copy_options::recursive);
  replace_in(council.path / "draft/themes/ORDER-9M.lua", "months(9), label", "months(12), label");
  const Side before(council, "rules", "x", k_march);
  {
    const Side draft(council, "draft", "x", k_march);
    CHECK(moved(before, draft) ==
          Rows{"ORDER-9M 101 2020-05-10 disappears breach -> on_track; setting_changed: ORDER-9M: "
               "Months: 9 months -> 12 months"});
  }
  replace_in(council.path / "draft/themes/ORDER-9M.lua", "kind = \"PO\"", "kind = \"CO\"");
  const Side draft(council, "draft", "x", k_march);
  const Rows lines = moved(before, draft);
  REQUIRE(lines.size() == 1);
  CHECK_THAT(lines[0], Catch::Contains("rule_changed: ORDER-9M: Months: 9 months -> 12 months, "
                                       "text changed in themes/ORDER-9M.lua"));
}

TEST_CASE("a number that only settings.lua moves is a setting") {
  const CopiedCouncil council;
  write_orders(council, "x", {k_open});
  replace_in(
      council.path / "rules/themes/ORDER-9M.lua", "reaches(months(9))",
      "reaches(setting { months(9), label = \"Months\", from = months(1), to = months(24) })");
  std::filesystem::copy(council.path / "rules", council.path / "draft",
                        std::filesystem::copy_options::recursive);
  REQUIRE(write_file((council.path / "draft/settings.lua").string(),
                     "return { [\"ORDER-9M\"] = { [\"Months\"] = months(12) } }\n")
              .ok());
  const Side before(council, "rules", "x", k_march);
  const Side draft(council, "draft", "x", k_march);
  const auto changes = changes_of_rules(*before.situation.rulebook, *draft.situation.rulebook);
  REQUIRE(changes.size() == 1);
  CHECK(changes[0].only_settings());
  CHECK(words_of(changes[0]) == "ORDER-9M: Months: 9 months -> 12 months");
}

TEST_CASE("a rule that is switched off takes its exceptions with it, and says so") {
  const CopiedCouncil council;
  write_orders(council, "x", {k_open});
  std::filesystem::copy(council.path / "rules", council.path / "draft",
                        std::filesystem::copy_options::recursive);
  replace_in(council.path / "draft/themes/ORDER-9M.lua", "\"trial\"", "\"retired\"");
  const Side before(council, "rules", "x", k_march);
  const Side draft(council, "draft", "x", k_march);
  CHECK(moved(before, draft) == Rows{"ORDER-9M 101 2020-05-10 disappears breach -> "
                                     "not_applicable; rule_changed: the rule does not run any "
                                     "more"});
}

TEST_CASE("a list that came makes decidable what was not, and its going undoes that") {
  const CopiedCouncil council;
  write_orders(council, "x", {k_open});
  write_orders(council, "y", {k_open}, {"101,2021-01-05"});
  const Side without(council, "rules", "x", k_march);
  const Side with(council, "rules", "y", k_march);
  const Rows came = moved(without, with);
  REQUIRE(came.size() == 1);
  CHECK_THAT(came[0], Catch::Contains("HEARING 101 2020-05-10 becomes_decidable cannot_decide -> "
                                      "met_late; table_came: the court list was supplied"));
  const Rows went = moved(with, without);
  REQUIRE(went.size() == 1);
  CHECK_THAT(went[0], Catch::Contains("becomes_undecidable met_late -> cannot_decide; table_went: "
                                      "no court list was supplied"));
}

TEST_CASE("rows of a rule that judges each are told apart by their occasion") {
  const CopiedCouncil council;
  write_orders(council, "x", {"104,2020-11-01,,CO", "104,2021-01-20,2021-02-01,CO"});
  write_orders(council, "y", {"104,2020-11-01,,CO", "104,2021-01-20,,CO"});
  const Side before(council, "rules", "x", k_march);
  const Side now(council, "rules", "y", k_march);
  CHECK(moved(before, now) ==
        Rows{"EACH-30D 104 2021-01-20 appears on_track -> breach; corrected: order 2021-01-20: to "
             "2021-02-01 -> blank, orders.csv:3"});
}

TEST_CASE(
    "where time, the record and the rule all change the answer all three are named in order") {
  const CopiedCouncil council;
  write_orders(council, "x", {"101,2020-07-20,,PO"});
  write_orders(council, "y", {"101,2020-07-10,,PO"});
  std::filesystem::copy(council.path / "rules", council.path / "draft",
                        std::filesystem::copy_options::recursive);
  replace_in(council.path / "draft/themes/ORDER-9M.lua", "months(9)", "months(8)");
  const Side before(council, "rules", "x", k_march);
  const Side now(council, "draft", "y", k_april);
  auto movements = Movements(before.situation, now.situation, 1);
  const auto one = movements.of("ORDER-9M", "101", "2020-07-20");
  REQUIRE(one.ok());
  CHECK(one.value().kind == Movement::appears);
  CHECK(one.value().before.due == "2021-04-20");
  CHECK(one.value().now.due == "2021-03-10");
  REQUIRE(one.value().causes.size() == 3);
  CHECK(one.value().causes[0].cause == MoveCause::time_passed);
  CHECK(one.value().causes[1].cause == MoveCause::corrected);
  CHECK(one.value().causes[2].cause == MoveCause::rule_changed);
}

TEST_CASE(
    "a child who left the snapshot is said to have, and asking of one who never was is nothing") {
  const CopiedCouncil council;
  const Side before(council, "rules", "march", k_march);
  const Side now(council, "rules", "april", k_march);
  auto movements = Movements(before.situation, now.situation, 2);
  const auto gone = movements.of("EACH-30D", "104", "2020-11-01");
  REQUIRE(gone.ok());
  CHECK(gone.value().kind == Movement::disappears);
  REQUIRE(gone.value().causes.size() == 1);
  CHECK(gone.value().causes[0].cause == MoveCause::child_went);
  const auto never = movements.of("EACH-30D", "999", "2020-11-01");
  REQUIRE(never.ok());
  CHECK(never.value().kind == Movement::none);
  CHECK(never.value().causes.empty());
}

}  // namespace
}  // namespace tidemark
