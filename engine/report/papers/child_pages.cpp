// A page for each child with a breach of critical or high severity: the picture of the record, why
// the child is listed, what was set, and a box for the decision.
#include <algorithm>
#include <map>

#include "base/text.hpp"
#include "report/papers/free_text.hpp"
#include "report/papers/panel_sections.hpp"
#include "report/timeline.hpp"
#include "report/words.hpp"

namespace tidemark::report {

namespace {

// What a panel of three hours can look at one by one.
constexpr std::size_t k_most_pages = 15;
constexpr std::size_t k_most_breaches = 4;
constexpr std::size_t k_most_rows = 6;  // lanes and clocks, so that all of it is one page
constexpr int k_longest_picture_years = 6;

using Lines = std::vector<const CaseLine*>;

std::vector<Lines> by_child(const CaseList& cases) {
  std::vector<Lines> children;
  std::map<std::string_view, std::size_t> place;
  for (const CaseLine& line : new_and_severe(cases)) {
    const auto [at, first] = place.emplace(line.finding->child, children.size());
    if (first) children.emplace_back();
  }
  for (const CaseLine& line : cases.standing()) {
    const auto at = place.find(line.finding->child);
    if (at != place.end()) children[at->second].push_back(&line);
  }
  return children;
}

std::optional<Day> known_day(const Date& date) {
  if (date.is_absent()) return std::nullopt;
  if (date.lo > k_earliest) return date.lo;
  if (date.hi < k_latest) return date.hi;
  return std::nullopt;
}

Day first_day_shown(const Lines& lines, Day as_at) {
  Day from = add_months(as_at, -24);
  for (const CaseLine* line : lines) {
    const auto clock = known_day(line->finding->judgement.clock);
    if (clock) from = std::min(from, *clock);
  }
  return std::max(from, add_months(as_at, -12 * k_longest_picture_years));
}

bool is_empty(const TimelineLane& lane) {
  return lane.bars.empty() && lane.marks.empty();
}

// "Nothing on record of: plan, reviews." or "".
std::string lanes_without_rows(const Lines& lines, const PaperInputs& inputs, ChildFacts& facts) {
  const Day from = first_day_shown(lines, inputs.run.as_at);
  std::string out;
  for (const TimelineLane& lane : facts.lanes(lines.front()->finding->child, from)) {
    if (is_empty(lane)) out += (out.empty() ? "" : ", ") + lower(lane.name);
  }
  return out.empty() ? "" : "Nothing on record in these years of: " + out + ".";
}

Picture picture_of(const Lines& lines, const PaperInputs& inputs, ChildFacts& facts) {
  const std::string& child = lines.front()->finding->child;
  Timeline timeline;
  timeline.title = "The record of " + inputs.names.child(child);
  timeline.id = "record-" + inputs.names.line(child, nullptr);
  timeline.to = inputs.run.as_at;
  timeline.from = first_day_shown(lines, inputs.run.as_at);
  timeline.lanes = facts.lanes(child, timeline.from);
  // An empty lane takes room and says nothing; what is not on record is said in words below.
  std::erase_if(timeline.lanes, is_empty);
  timeline.months_only = !inputs.names.identified();
  const std::size_t lanes = std::min(timeline.lanes.size(), k_most_rows - 2);
  const std::size_t clocks = std::min<std::size_t>(3, k_most_rows - lanes);
  for (const CaseLine* line : lines) {
    const Judgement& judgement = line->finding->judgement;
    const auto start = known_day(judgement.clock);
    if (!start || timeline.clocks.size() == clocks) continue;
    TimelineClock clock;
    clock.label = line->rule->title;
    clock.start = *start;
    clock.due = known_day(judgement.due);
    if (judgement.has_days_over && judgement.days_over > 0) clock.days_over = judgement.days_over;
    clock.at_least = judgement.at_least;
    timeline.clocks.push_back(std::move(clock));
  }
  return timeline_picture(timeline.months_only ? by_months(timeline) : timeline);
}

// Bullets and not a table: a pack's workbook is not to have a sheet for each child.
std::vector<std::string> why_listed(const Lines& lines, const PaperInputs& inputs) {
  std::vector<std::string> items;
  const std::size_t shown = std::min(lines.size(), k_most_breaches);
  for (std::size_t i = 0; i < shown; ++i) {
    const CaseLine& line = *lines[i];
    std::string item = inputs.names.line(line.finding->child, line.life) + ", " +
                       lower(words_of(line.severity())) + ": " + line.rule->title + " (" +
                       lower(words_of(line.rule->standing)) + "). ";
    item += said_of(inputs, line.finding->says, *line.finding);
    const std::string reason = reason_cell(line, inputs);
    item += (reason.starts_with("Reason ") ? " " : " Reason: ") + reason + ". " +
            state_cell(line, inputs) + ".";
    items.push_back(std::move(item));
  }
  if (shown < lines.size()) {
    items.push_back("And " + counted(lines.size() - shown, "more breach", "more breaches") +
                    ", less severe or shorter.");
  }
  return items;
}

std::vector<std::string> actions_of(const Lines& lines, const PaperInputs& inputs) {
  std::vector<std::string> items;
  for (const CaseLine* line : lines) {
    if (line->life == nullptr) continue;
    for (const LifeAction& action : line->life->actions) {
      std::string words = free_text(inputs, action.action);
      if (!action.owner.empty()) words += ", " + owner_words(inputs, action.owner);
      if (action.due) words += ", due " + inputs.names.day(*action.due);
      words += action.done ? ", done " + inputs.names.day(*action.done) : ", not done";
      items.push_back(std::move(words));
    }
  }
  return items;
}

// Room to write on paper; the workbook has its own columns for it.
Picture decision_box(const std::string& reference) {
  constexpr double k_width = 760, k_height = 78, k_line = 26;
  Picture box;
  box.id = "decision-" + reference;
  box.title = "Decision on " + reference;
  box.description =
      "Room to write down the decision, the action with its owner and due date, and the name and "
      "role of the decision maker with the date.";
  box.width = k_width;
  box.height = k_height;
  box.draw = [](Canvas& canvas) {
    const char* const labels[] = {
        "Decision:", "Action, owner and due date:", "Decision maker, role and date:"};
    for (int i = 0; i < 3; ++i) {
      canvas.rectangle(0, i * k_line, k_width, k_line, Fill::white);
      canvas.words(6, i * k_line + 12, labels[i], 9, Align::left, true);
    }
  };
  return box;
}

void write_page(Document& paper, const Lines& lines, const PaperInputs& inputs, ChildFacts& facts) {
  const std::string& child = lines.front()->finding->child;
  paper.blocks.emplace_back(PageBreak{});
  subsection(paper, "child-" + inputs.names.line(child, nullptr),
             inputs.names.child(child) + ", aged " + facts.of(child).age_band);
  paper.blocks.emplace_back(picture_of(lines, inputs, facts));
  const std::string missing = lanes_without_rows(lines, inputs, facts);
  if (!missing.empty()) say(paper, missing, Paragraph::Style::small);
  say(paper, "Why the child is listed", Paragraph::Style::lead);
  paper.blocks.emplace_back(Bullets{why_listed(lines, inputs)});
  std::vector<std::string> actions = actions_of(lines, inputs);
  if (actions.empty()) {
    say(paper, "No action has been set for these.");
  } else {
    say(paper, "Actions", Paragraph::Style::lead);
    paper.blocks.emplace_back(Bullets{std::move(actions)});
  }
  paper.blocks.emplace_back(decision_box(inputs.names.line(child, nullptr)));
}

}  // namespace

void write_child_pages(Document& paper, const CaseList& cases, ChildFacts& facts) {
  const std::vector<Lines> children = by_child(cases);
  if (children.empty()) return;
  const std::size_t shown = std::min(children.size(), k_most_pages);
  section(paper, "children", "Children one by one");
  say(paper, counted(children.size(), "child has", "children have") +
                 " a new breach of critical or high severity; " +
                 (shown == children.size()
                      ? std::string("each has a page.")
                      : "the first " + std::to_string(shown) +
                            ", the most severe and then the longest, have a page. The other " +
                            std::to_string(children.size() - shown) +
                            " have their line in sections 3 and 10."));
  for (std::size_t i = 0; i < shown; ++i) write_page(paper, children[i], cases.inputs(), facts);
}

}  // namespace tidemark::report
