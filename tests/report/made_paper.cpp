#include "made_paper.hpp"

namespace tidemark::made {

using namespace report;  // NOLINT: a paper is written in the report's words

namespace {

using Kind = TableColumn::Kind;

TableBlock exceptions() {
  TableBlock table;
  table.id = "new-breaches";
  table.caption = "New breaches since the last panel, most days over first";
  table.columns = {{"Child", Kind::words, 0.7, {}, "", false},
                   {"Rule", Kind::words, 2, {}, "", false},
                   {"Clock began", Kind::date, 0.9, {}, "", false},
                   {"Days over", Kind::number, 0.6, {}, "days after the due date", false},
                   {"Says", Kind::words, 3, {}, "", false},
                   {"Decision", Kind::choice, 1, {"Accept", "Exempt", "Escalate"}, "", true}};
  table.rows = {{"P12-004", "Placed for adoption within 9 months", "2021-06-04", "28",
                 "28 days past due (due 4 Mar 2022; placement order 4 Jun 2021).", ""},
                {"P12-011", "Life story book before placement", "2021-11-30", "7",
                 "No life story book is recorded; the child was placed on 30 Nov 2021.", ""},
                {"=1+1", "<script>alert('no')</script>", "not known", "@SUM(A1)",
                 "+44 is not a number \x01 and \xFF is no letter; \"quoted\", & <b>bold</b>", ""}};
  table.says_left_off = "3 of 2,314 are listed; the workbook holds them all.";
  return table;
}

TableBlock nothing() {
  TableBlock table;
  table.id = "lapsed";
  table.caption = "Exemptions that have lapsed";
  table.columns = {{"Child", Kind::words, 1, {}, "", false},
                   {"Until", Kind::date, 1, {}, "", false}};
  table.when_empty = "No exemption has lapsed since the last panel.";
  return table;
}

Picture picture() {
  return {"child-4",
          "Placement order to placement: 28 days over",
          "A clock from June 2021 to April 2022; the last 28 days are over the limit.",
          300,
          60,
          [](Canvas& canvas) {
            canvas.rectangle(10, 10, 200, 16, Fill::light);
            canvas.rectangle(210, 10, 40, 16, Fill::hatched);
            canvas.line(250, 4, 250, 40, 1, true);
            canvas.words(210, 40, "28 days over", 9, Align::left, true);
            canvas.path({{10, 50}, {60, 44}, {120, 48}}, 1.5, Dash::dash_dot);
          }};
}

}  // namespace

Document paper() {
  Document made;
  made.title = "Exceptions for the permanence panel";
  made.subtitle = "Permanence Panel, 12 April 2022";
  made.number = "Pack 12";
  made.running_foot = "Snapshot 31 Mar 2022 · as at 5 Apr 2022 · run 41";
  made.made_at = "2022-04-05T09:30:00Z";
  made.house.council = "Testshire";
  made.blocks = {Heading{1, "Since last time", "since"},
                 Paragraph{"Two exceptions are new; none was put right.", Paragraph::Style::lead},
                 Bullets{{"One child waits for a placement.", "One book is not recorded."}},
                 Heading{2, "New breaches", "new"},
                 exceptions(),
                 Paragraph{"Cannot be decided: 3 children, whose placement order has no date.",
                           Paragraph::Style::warning},
                 PageBreak{},
                 Heading{1, "One child", "child"},
                 picture(),
                 nothing(),
                 Heading{1, "How this was made", "method"},
                 Paragraph{"Every figure is of run 41.", Paragraph::Style::small}};
  return made;
}

Document long_paper(std::size_t rows) {
  Document made = paper();
  TableBlock table = exceptions();
  const auto cells = table.rows.front();
  table.rows.clear();
  for (std::size_t i = 0; i < rows; ++i) {
    table.rows.push_back(cells);
    table.rows.back()[0] = "P12-" + std::to_string(i);
    table.rows.back()[3] = std::to_string(i);
  }
  made.blocks = {Heading{1, "All exceptions", "all"}, table};
  return made;
}

}  // namespace tidemark::made
