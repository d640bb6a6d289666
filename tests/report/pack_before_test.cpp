// What the pack before could tell of, and what is new to a panel.
#include <catch2/catch.hpp>

#include "paper_inputs.hpp"

using namespace tidemark;
using made::event;
using made::rows_of;

namespace {

// The pack of run 3, as at 31 March, for the panel of 5 April, issued on the third.
report::PackBefore pack_before() {
  return {11, day_of(2018, 4, 5), day_of(2018, 3, 31), 3, "2018-04-03T09:30:00Z"};
}

Event by_run(std::int64_t run, EventKind kind, const char* on) {
  Event made = event(kind, on);
  made.run = run;
  made.recorded_at = "2018-04-01T09:30:00Z";
  return made;
}

made::Paper paper_with(const std::vector<Event>& events) {
  made::Paper paper;
  const Finding& finding = paper.run.findings.front();
  ExceptionLife life = life_of({finding.rule, finding.child, finding.occasion}, {events.front()});
  life.number = 7;
  for (std::size_t i = 1; i < events.size(); ++i) life = made::with(std::move(life), events[i]);
  paper.lives = {life};
  paper.before = pack_before();
  return paper;
}

std::size_t new_ones(const made::Paper& paper) {
  return rows_of(paper.by(report::panel_pack), "new-high").size();
}

}  // namespace

TEST_CASE("what a later run raised is new, also where it looked at the same day") {
  CHECK(new_ones(paper_with({by_run(3, EventKind::raised, "2018-03-31")})) == 0);
  CHECK(new_ones(paper_with({by_run(4, EventKind::raised, "2018-03-31")})) == 1);
  CHECK(new_ones(paper_with({by_run(2, EventKind::raised, "2018-04-30")})) == 1);
  CHECK(new_ones(paper_with({by_run(1, EventKind::raised, "2018-01-31"),
                             by_run(2, EventKind::resolved, "2018-02-28"),
                             by_run(4, EventKind::reopened, "2018-03-31")})) == 1);
}

TEST_CASE("where a day was given in place of a pack, the day alone counts") {
  made::Paper paper = paper_with({by_run(4, EventKind::raised, "2018-03-31")});
  paper.before = report::PackBefore{0, day_of(2018, 4, 5), day_of(2018, 4, 5), 0, ""};
  CHECK(new_ones(paper) == 0);
  paper.before->as_at = day_of(2018, 3, 30);
  CHECK(new_ones(paper) == 1);
}

TEST_CASE("what a later run for the same day resolved is resolved since last time") {
  for (const std::int64_t run : {3, 4}) {
    Event over = by_run(run, EventKind::resolved, "2018-03-31");
    over.code = "data_corrected";
    const made::Paper paper = paper_with({by_run(1, EventKind::raised, "2018-01-31"), over});
    CHECK(rows_of(paper.by(report::panel_pack), "resolved-table").size() ==
          (run > 3 ? std::size_t{1} : std::size_t{0}));
  }
}

TEST_CASE("an action that was marked as done after the pack before is shown as done") {
  for (const char* recorded : {"2018-04-02T09:00:00Z", "2018-04-04T09:00:00Z"}) {
    made::Paper paper = paper_with({by_run(1, EventKind::raised, "2018-01-31"),
                                    event(EventKind::action_set, "2018-02-01", "Tell the court")});
    Event done = event(EventKind::action_done, "2018-03-20");
    done.about = paper.lives.front().actions.front().number;
    done.recorded_at = recorded;
    paper.lives.front() = made::with(paper.lives.front(), done);
    const bool is_late = std::string(recorded) > pack_before().issued_at;
    CHECK(rows_of(paper.by(report::panel_pack), "actions-table").size() ==
          (is_late ? std::size_t{1} : std::size_t{0}));
  }
}

TEST_CASE("a record of a day after the meeting has no age, and that is said in words") {
  made::Paper paper;
  paper.run.as_at = day_of(2018, 4, 22);
  const std::string words = made::words_of(paper.by(report::panel_pack));
  CHECK(words.find("none: seen 10 days after the meeting") != std::string::npos);
  CHECK(words.find("-10") == std::string::npos);
  paper.run.as_at = day_of(2018, 4, 11);
  CHECK(rows_of(paper.by(report::panel_pack), "snapshot-facts")[1][1] == "1 day");
}

TEST_CASE("an escalation that nobody answered waits since its own day") {
  Event first = event(EventKind::escalated, "2018-02-10", "no worker");
  first.to = "head of service";
  Event second = event(EventKind::escalated, "2018-03-20", "the third renewal");
  second.to = "director";
  Event later = event(EventKind::action_set, "2018-04-02", "Tell the court");
  const made::Paper paper =
      paper_with({by_run(1, EventKind::raised, "2018-01-31"), first, second, later});
  const auto rows = rows_of(paper.by(report::head_page), "escalations-table");
  REQUIRE(rows.size() == 2);
  CHECK(rows[0][2] == "head of service");
  CHECK(rows[0][4] == "Feb 2018");
  CHECK(rows[1][3] == "the third renewal");
  CHECK(rows[1][4] == "Mar 2018");
}
