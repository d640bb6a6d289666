// The page: what it rests on, the list, those of whom it cannot be said, and what the rules mean.
#include <algorithm>
#include <map>
#include <optional>

#include "report/html.hpp"
#include "report/style.hpp"
#include "report/tracker.hpp"
#include "report/words.hpp"

namespace tidemark::report {

namespace {

constexpr std::size_t k_children_shown = 100;

void write_head(std::string& out, const TrackerPage& page) {
  const std::string title = page.tracker.title + ", as at " + in_words(page.as_at);
  out +=
      "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" +
      text(title).html + "</title>\n<style>" +
      style_sheet(title + ". Holds children's personal data.") +
      "</style>\n</head>\n<body class=\"wide\">\n<header>\n";
  heading(out, 1, "top", title);
  out += "</header>\n<main>\n";
}

void term(std::string& out, std::string_view name, const std::string& what) {
  out += "<dt>" + text(name).html + "</dt><dd>" + text(what).html + "</dd>\n";
}

std::string joined(const std::vector<std::string>& parts, const char* nothing) {
  std::string all;
  for (const std::string& part : parts) all += (all.empty() ? "" : "; ") + part;
  return all.empty() ? nothing : all;
}

// "Permanence. The latest note of it on this list is of 4 Mar 2018. 12 lines have none."
std::string panel_words(const TrackerPage& page) {
  std::size_t none = 0;
  std::size_t open = 0;
  Day latest = k_earliest;
  for (const ListLine& line : page.listing.lines) {
    if (line.seen.plain.empty()) ++none;
    const std::optional<Day> day = parse_iso(line.seen.plain);
    if (day) latest = std::max(latest, *day);
    if (!day && !line.seen.plain.empty()) ++open;
  }
  std::string words = page.tracker.panel + ".";
  if (latest != k_earliest) words += " The latest note of it is of " + in_words(latest) + ".";
  if (none > 0) words += " " + counted(none, "line has", "lines have") + " no note of it.";
  if (open > 0) words += " Of " + counted(open, "line", "lines") + " the last note is not known.";
  return words;
}

void write_ground(std::string& out, const TrackerPage& page) {
  std::vector<std::string> files;
  for (const SourceFile& file : page.snapshot.files) {
    if (file.table >= 0) files.push_back(file.path);
  }
  paragraph(out, page.tracker.why);
  out += "<dl>\n";
  term(out, "As at", in_words(page.as_at));
  term(out, "On the list",
       page.tracker.each == k_no_expr
           ? children(page.listing.lines.size())
           : counted(page.listing.lines.size(), "line", "lines") + ", one for each case");
  if (!page.listing.undecided.empty()) {
    term(out, "Cannot be decided",
         counted(page.listing.undecided.size(), "child or case", "children or cases") +
             " of whom the record does not say; listed apart below");
  }
  if (!page.tracker.panel.empty()) term(out, "Panel", panel_words(page));
  term(out, "Files read", joined(files, "none"));
  term(out, "Not supplied", joined(page.listing.missing, "nothing that this list rests on"));
  const bool own_order = page.tracker.order != k_no_expr;
  term(out, "Order", own_order ? "as the tracker says" : "worst first, then the most days over");
  term(out, "Source", page.tracker.source);
  out += "</dl>\n";
}

std::vector<Column> columns_of(const Rulebook& rulebook, const Tracker& tracker) {
  std::vector<Column> columns{{tracker.each == k_no_expr ? "Child" : "Child and case", ""}};
  for (const TrackerColumn& column : tracker.columns) {
    const bool date = rulebook.exprs[column.value].type == Type::date;
    columns.push_back({column.heading, date ? "date" : ""});
  }
  for (const std::string& rule : tracker.rules) columns.push_back({rule, "verdict"});
  if (!tracker.panel.empty()) columns.push_back({"Last panel note", "note"});
  return columns;
}

Markup verdict_cell(const ListVerdict& verdict) {
  const Judgement& worst = verdict.worst;
  if (worst.verdict == Verdict::not_applicable) return text("–");
  Markup cell = state(worst.verdict);
  if (worst.has_days_over) cell = cell + element("div", days_over(worst) + " over");
  const bool in_time = worst.verdict == Verdict::on_track && worst.has_stopped;
  if (in_time) return cell + element("div", "done in time");
  if (!worst.due.is_absent()) {
    cell = cell + element("div", "due " + tidemark::words_of(worst.due));
  }
  if (verdict.others == 0) return cell;
  return cell + element("div", "and " + counted(verdict.others, "other", "others"));
}

Markup note_cell(const ListLine& line) {
  if (line.seen.plain.empty()) return element("strong", "None");
  if (line.seen.words == line.says.words) return text("Not known");  // nothing of it came
  Markup cell = text(line.seen.words + ": " + line.says.words);
  if (line.next.plain.empty()) return cell;
  return cell + element("div", "Next: " + line.next.words);
}

Markup child_cell(const std::string& child, const std::string& occasion) {
  if (occasion.empty()) return text(child);
  return text(child) + element("span", occasion, "occasion");
}

void write_list(std::string& out, const TrackerPage& page) {
  heading(out, 2, "list", "The list");
  if (page.listing.lines.empty()) {
    paragraph(out, "Nobody is on this list.");
    return;
  }
  Table table(out, "", columns_of(page.rulebook, page.tracker));
  for (const ListLine& line : page.listing.lines) {
    std::vector<Markup> cells{child_cell(line.child, line.occasion)};
    for (const ListCell& cell : line.cells) cells.push_back(text(cell.words));
    for (std::size_t i = 0; i < line.rules.size(); ++i) {
      const bool judged = is_judged(page.rulebook, page.tracker.rules[i]);
      cells.push_back(judged ? verdict_cell(line.rules[i]) : text("Not run"));
    }
    if (!page.tracker.panel.empty()) cells.push_back(note_cell(line));
    table.row(cells);
  }
}

// One line a cause: what leaves a whole list open is said once, not child by child.
void write_undecided(std::string& out, const TrackerPage& page) {
  if (page.listing.undecided.empty()) return;
  heading(out, 2, "undecided", "Cannot be decided: on the list or not");
  std::map<std::string, std::vector<const OpenLine*>> by_cause;
  for (const OpenLine& line : page.listing.undecided) by_cause[line.why].push_back(&line);
  Table table(out, "", {{"Because", ""}, {"How many", "number"}, {"Children", ""}});
  for (const auto& [why, lines] : by_cause) {
    std::string named;
    for (std::size_t i = 0; i < std::min(lines.size(), k_children_shown); ++i) {
      named += (i == 0 ? "" : ", ") + lines[i]->child;
      if (!lines[i]->occasion.empty()) named += " (" + lines[i]->occasion + ")";
    }
    if (lines.size() > k_children_shown) {
      named += " and " + number(lines.size() - k_children_shown) + " more, in the CSV";
    }
    table.row({text(why), text(number(lines.size())), text(named)});
  }
}

std::string state_of_rule(const Rule& rule) {
  if (runs(rule)) return rule.maturity == Maturity::trial ? "on trial" : "";
  return std::string("does not run: ") + name_of(rule.maturity);
}

void write_rules(std::string& out, const TrackerPage& page) {
  if (page.tracker.rules.empty()) return;
  heading(out, 2, "rules", "The rules on this list");
  Table table(out, "",
              {{"Rule", ""}, {"What it finds", ""}, {"Limit", ""}, {"Standing", ""}, {"Note", ""}});
  for (const std::string& id : page.tracker.rules) {
    const Rule* rule = page.rulebook.rule(id);
    if (rule == nullptr) {
      table.row({text(id), {}, {}, {}, text("its file does not load: tidemark check says why")});
      continue;
    }
    const std::string standing =
        words_of(rule->standing) + (rule->to_be_confirmed ? " (to be confirmed)" : "");
    table.row({text(id), text(rule->title), text(limit_of(page.rulebook, *rule)), text(standing),
               text(state_of_rule(*rule))});
  }
}

}  // namespace

std::string tracker_html(const TrackerPage& page) {
  std::string out;
  write_head(out, page);
  write_ground(out, page);
  write_list(out, page);
  write_undecided(out, page);
  write_rules(out, page);
  out += "</main>\n</body>\n</html>\n";
  return out;
}

}  // namespace tidemark::report
