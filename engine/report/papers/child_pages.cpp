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
constexpr std::size_t k_most_actions = 3;
constexpr std::size_t k_longest_item = 340;  // bytes: two lines across the page
constexpr std::size_t k_most_rows = 6;       // lanes and clocks, so that all of it is one page
constexpr int k_longest_picture_years = 6;
constexpr double k_least_scale = 0.55;  // of the picture, where much is said beside it

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

Picture picture_of(const Lines& lines, const PaperInputs& inputs, ChildFacts& facts) {
  const std::string& child = lines.front()->finding->child;
  Timeline timeline;
  timeline.title = "The record of " + inputs.names.child(child);
  timeline.id = "record-" + inputs.names.line(child, nullptr);
  timeline.to = inputs.run.as_at;
  timeline.from = first_day_shown(lines, inputs.run.as_at);
  timeline.lanes = facts.lanes(child, timeline.from);
  timeline.months_only = !inputs.names.identified();
  const auto filled = static_cast<std::size_t>(
      std::count_if(timeline.lanes.begin(), timeline.lanes.end(),
                    [](const TimelineLane& lane) { return !is_empty(lane); }));
  const std::size_t lanes = std::min(filled, k_most_rows - 2);
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

// What a page has room for beside the picture and the box, and the whole of what was cut.
struct Items {
  std::vector<std::string> on_page, in_full;

  void add(const std::string& words) {
    if (words.size() > k_longest_item) {
      in_full.push_back(words);
      on_page.push_back(shortened(words, k_longest_item) + " (in full below)");
    } else {
      on_page.push_back(words);
    }
  }
};

// Bullets and not a table: a pack's workbook is not to have a sheet for each child.
Items why_listed(const Lines& lines, const PaperInputs& inputs) {
  Items items;
  const std::size_t shown = std::min(lines.size(), k_most_breaches);
  for (std::size_t i = 0; i < shown; ++i) {
    const CaseLine& line = *lines[i];
    std::string item = inputs.names.line(line.finding->child, line.life) + ", " +
                       lower(words_of(line.severity())) + ": " + line.rule->title + " (" +
                       lower(words_of(line.rule->standing)) + "). ";
    item += said_of(inputs, line.finding->says, *line.finding);
    const std::string reason = reason_cell(line, inputs);
    item += (reason.starts_with("Reason ") ? " " : " Reason: ") + with_stop(reason) + " " +
            state_cell(line, inputs) + ".";
    items.add(item);
  }
  if (shown < lines.size()) {
    items.add("And " + counted(lines.size() - shown, "more breach", "more breaches") +
              ", less severe or shorter.");
  }
  return items;
}

Items actions_of(const Lines& lines, const PaperInputs& inputs) {
  Items items;
  std::size_t all = 0;
  for (const CaseLine* line : lines) {
    if (line->life == nullptr) continue;
    for (const LifeAction& action : line->life->actions) {
      if (++all > k_most_actions) continue;
      std::string words = free_text(inputs, action.action);
      if (!action.owner.empty()) words += ", " + owner_words(inputs, action.owner);
      if (action.due) words += ", due " + inputs.names.day(*action.due);
      words += action.done ? ", done " + inputs.names.day(*action.done) : ", not done";
      items.add(words);
    }
  }
  if (all > k_most_actions) {
    items.add("And " + counted(all - k_most_actions, "more action", "more actions") +
              "; section 2 has them.");
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

void say_kept(Document& paper, const std::string& words,
              Paragraph::Style style = Paragraph::Style::plain) {
  paper.blocks.emplace_back(Paragraph{words, style, true});
}

// The child's line, the picture and the box stand on one page; what is too long for it follows.
void write_page(Document& paper, const Lines& lines, const PaperInputs& inputs, ChildFacts& facts) {
  const std::string& child = lines.front()->finding->child;
  subsection(paper, "child-" + inputs.names.line(child, nullptr),
             inputs.names.child(child) + ", aged " + facts.of(child).age_band);
  Picture picture = picture_of(lines, inputs, facts);
  picture.keep_with_next = true;
  picture.least_scale = k_least_scale;
  paper.blocks.emplace_back(std::move(picture));
  Items why = why_listed(lines, inputs), actions = actions_of(lines, inputs);
  say_kept(paper, "Why the child is listed", Paragraph::Style::lead);
  paper.blocks.emplace_back(Bullets{std::move(why.on_page), true});
  if (actions.on_page.empty()) {
    say_kept(paper, "No action has been set for these.");
  } else {
    say_kept(paper, "Actions", Paragraph::Style::lead);
    paper.blocks.emplace_back(Bullets{std::move(actions.on_page), true});
  }
  paper.blocks.emplace_back(decision_box(inputs.names.line(child, nullptr)));
  std::vector<std::string> in_full = std::move(why.in_full);
  in_full.insert(in_full.end(), actions.in_full.begin(), actions.in_full.end());
  if (in_full.empty()) return;
  say_kept(paper, "In full", Paragraph::Style::lead);
  paper.blocks.emplace_back(Bullets{std::move(in_full)});
}

}  // namespace

void write_child_pages(Document& paper, const CaseList& cases, ChildFacts& facts) {
  const std::vector<Lines> children = by_child(cases);
  if (children.empty()) return;
  const std::size_t shown = std::min(children.size(), k_most_pages);
  // The heading stands on the first child's page: alone it would take a page of its own.
  paper.blocks.emplace_back(PageBreak{});
  section(paper, "children", "Children one by one");
  say_kept(paper, counted(children.size(), "child has", "children have") +
                      " a new breach of critical or high severity; " +
                      (shown == children.size()
                           ? std::string("each has a page.")
                           : "the first " + std::to_string(shown) +
                                 ", the most severe and then the longest, have a page. The other " +
                                 std::to_string(children.size() - shown) +
                                 " have their line in sections 3 and 10."));
  for (std::size_t i = 0; i < shown; ++i) {
    if (i > 0) paper.blocks.emplace_back(PageBreak{});
    write_page(paper, children[i], cases.inputs(), facts);
  }
}

}  // namespace tidemark::report
