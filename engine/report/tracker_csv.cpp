#include "base/text.hpp"
#include "report/tracker.hpp"

namespace tidemark::report {

namespace {

void add(std::string& out, const std::string& text) {
  out += ',';
  out += csv_cell(text);
}

std::string heading_of(const Tracker& tracker) {
  std::string out = "child,occasion,listed,why_undecided";
  for (const TrackerColumn& column : tracker.columns) add(out, column.heading);
  for (const std::string& rule : tracker.rules) {
    for (const char* part : {"", " due", " days_over", " at_least"}) add(out, rule + part);
  }
  if (!tracker.panel.empty()) out += ",panel_seen,panel_note,panel_next";
  return out + "\n";
}

void add_verdict(std::string& out, const ListVerdict& verdict) {
  const Judgement& worst = verdict.worst;
  add(out, name_of(worst.verdict));
  add(out, text_of(worst.due));
  add(out, worst.has_days_over ? std::to_string(worst.days_over) : "");
  add(out, worst.has_days_over && worst.at_least ? "yes" : "");
}

std::string line_of(const TrackerPage& page, const ListLine& line) {
  const Tracker& tracker = page.tracker;
  std::string out = csv_cell(line.child);
  add(out, line.occasion);
  out += ",yes,";
  for (const ListCell& cell : line.cells) add(out, cell.plain);
  for (std::size_t i = 0; i < line.rules.size(); ++i) {
    if (is_judged(page.rulebook, tracker.rules[i])) {
      add_verdict(out, line.rules[i]);
    } else {
      out += ",not_run,,,";
    }
  }
  if (!tracker.panel.empty()) {
    for (const ListCell* cell : {&line.seen, &line.says, &line.next}) add(out, cell->plain);
  }
  return out + "\n";
}

std::string line_of(const Tracker& tracker, const OpenLine& line) {
  std::string out = csv_cell(line.child);
  add(out, line.occasion);
  out += ",cannot_decide";
  add(out, line.why);
  out += std::string(
      tracker.columns.size() + 4 * tracker.rules.size() + (tracker.panel.empty() ? 0 : 3), ',');
  return out + "\n";
}

}  // namespace

std::string tracker_csv(const TrackerPage& page) {
  std::string out = heading_of(page.tracker);
  for (const ListLine& line : page.listing.lines) out += line_of(page, line);
  for (const OpenLine& line : page.listing.undecided) out += line_of(page.tracker, line);
  return out;
}

}  // namespace tidemark::report
