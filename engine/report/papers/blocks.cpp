#include "report/papers/blocks.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "casework/corrected.hpp"
#include "report/papers/free_text.hpp"
#include "report/words.hpp"

namespace tidemark::report {

namespace {

std::string running_foot(const PaperInputs& inputs) {
  std::string foot = "Snapshot " + inputs.run.record.snapshot.substr(0, 12) + ", as at " +
                     in_words(inputs.run.as_at) + ", run " +
                     std::to_string(inputs.run.record.number);
  if (inputs.draft) foot = "DRAFT, not issued. " + foot;
  foot += inputs.names.identified() ? ". IDENTIFIED: children's numbers and full dates"
                                    : ". Pseudonymised: still personal data";
  return foot;
}

struct OfChild {
  const CaseLine* worst = nullptr;
  std::size_t others = 0;
};

// In the order in which each child first stands in `lines`.
std::vector<OfChild> by_child(const std::vector<CaseLine>& lines) {
  std::vector<OfChild> out;
  std::map<std::string_view, std::size_t> place;
  for (const CaseLine& line : lines) {
    const auto [at, first] = place.emplace(line.finding->child, out.size());
    if (first) {
      out.push_back({&line, 0});
    } else {
      ++out[at->second].others;
    }
  }
  return out;
}

// By identity it is a new breach; to the panel it is one that it knows.
std::string correction_words(const CaseLine& line, const PaperInputs& inputs) {
  if (line.life == nullptr || line.life->was == 0) return "";
  std::string known = "On the list before the record was corrected";
  const auto earlier = explained_before_correction(*line.life, among(inputs.lives));
  if (!earlier) return known;
  return known + ". Explained before the correction" +
         (earlier->role.empty() ? "" : " by " + earlier->role) + ": " +
         free_text(inputs, earlier->words);
}

}  // namespace

Document begin_paper(const PaperInputs& inputs, const std::string& title,
                     const std::string& forum) {
  Document paper;
  paper.title = title;
  const bool runs_on = forum.ends_with(" on") || forum.ends_with(" of");
  paper.subtitle = forum + (runs_on ? " " : ", ") + in_words(inputs.held_on);
  if (inputs.number > 0) paper.number = "Pack " + std::to_string(inputs.number);
  if (inputs.draft) paper.number = "DRAFT";
  paper.running_foot = running_foot(inputs);
  paper.made_at = inputs.made_at;
  paper.house = inputs.house;
  return paper;
}

void section(Document& paper, const std::string& id, const std::string& heading) {
  paper.blocks.emplace_back(Heading{1, heading, id});
}
void subsection(Document& paper, const std::string& id, const std::string& heading) {
  paper.blocks.emplace_back(Heading{2, heading, id});
}
void say(Document& paper, const std::string& words, Paragraph::Style style) {
  paper.blocks.emplace_back(Paragraph{words, style});
}

TableColumn words(const std::string& heading, double share) {
  return {heading, TableColumn::Kind::words, share, {}, "", false};
}
TableColumn a_date(const std::string& heading, double share) {
  return {heading, TableColumn::Kind::date, share, {}, "", false};
}
TableColumn a_number(const std::string& heading, double share) {
  return {heading, TableColumn::Kind::number, share, {}, "", false};
}
TableColumn to_fill_in(const std::string& heading, double share) {
  return {heading, TableColumn::Kind::words, share, {}, "", true};
}

std::string capital(std::string words) {
  if (!words.empty() && words[0] >= 'a' && words[0] <= 'z') {
    words[0] = static_cast<char>(words[0] - 'a' + 'A');
  }
  return words;
}

std::string with_stop(std::string words) {
  while (!words.empty() && (words.back() == ' ' || words.back() == '\n')) words.pop_back();
  const bool ends =
      words.empty() || std::string_view(".!?").find(words.back()) != std::string_view::npos;
  return ends ? words : words + ".";
}

std::string shortened(const std::string& words, std::size_t most) {
  if (words.size() <= most) return words;
  std::size_t end = words.rfind(' ', most);
  if (end == std::string::npos || end < most / 2) end = most;
  // Not inside of a letter of several bytes.
  while (end > 0 && (static_cast<unsigned char>(words[end]) & 0xC0U) == 0x80) --end;
  return words.substr(0, end) + " …";
}

std::string days_over_cell(const Judgement& judgement) {
  if (!judgement.has_days_over || judgement.days_over <= 0) return {};
  return (judgement.at_least ? "at least " : "") + std::to_string(judgement.days_over);
}

std::string reason_cell(const CaseLine& line, const PaperInputs& inputs) {
  std::string out = line.reason_gone ? "The reason stated before no longer holds" : "";
  if (!line.finding->reason.empty()) {
    out = capital(said_of(inputs, line.finding->reason, *line.finding));
  }
  if (line.life != nullptr && !line.life->explanation.empty()) {
    const std::string role = free_text(inputs, line.life->explained_role);
    out += (out.empty() ? "" : ". ") + std::string("Explained") +
           (role.empty() ? "" : " by " + role) + ": " + free_text(inputs, line.life->explanation);
  }
  const std::string thread = correction_words(line, inputs);
  if (!thread.empty()) out += (out.empty() ? "" : ". ") + thread;
  return out.empty() ? "none given" : out;
}

std::string last_action_cell(const CaseLine& line, const PaperInputs& inputs) {
  if (line.life == nullptr || line.life->actions.empty()) return "none";
  const LifeAction& action = line.life->actions.back();
  std::string out = free_text(inputs, action.action);
  if (action.done) return out + " (done " + inputs.names.day(*action.done) + ")";
  if (!action.due) return out + " (no due date)";
  const bool late = *action.due < inputs.held_on;
  return out + (late ? " (overdue since " : " (due ") + inputs.names.day(*action.due) + ")";
}

std::string state_cell(const CaseLine& line, const PaperInputs& inputs) {
  std::string state = line.is_new        ? "New"
                      : line.reason_gone ? "Its stated reason no longer holds"
                                         : "Standing";
  if (line.exemption != nullptr) {
    state += ", exempt until " + inputs.names.day(line.exemption->until);
  }
  if (line.life != nullptr && line.life->state == LifeState::escalated) {
    state += ", escalated to " + owner_words(inputs, line.life->escalated_to);
  }
  if (line.life != nullptr && line.life->reopenings > 0) state += ", reopened";
  if (line.life != nullptr && line.life->record_wrong) state += ", record said to be wrong";
  return state;
}

TableBlock child_table(const ChildTable& what, const std::vector<CaseLine>& lines,
                       const PaperInputs& inputs, ChildFacts& facts) {
  TableBlock table;
  table.id = what.id;
  table.when_empty = what.when_empty;
  table.columns = {words("Reference", 1.1),  words("Age", 0.7),
                   words("What is late", 3), words("Severity", 0.9),
                   a_date("Clock started"),  a_date("Due"),
                   a_number("Days over"),    words("Stated reason or explanation", 2.8),
                   words("Last action", 1.8)};
  const std::vector<OfChild> children = by_child(lines);
  for (std::size_t i = 0; i < children.size(); ++i) {
    const CaseLine& line = *children[i].worst;
    const Judgement& judgement = line.finding->judgement;
    std::string title = line.rule->title;
    if (line.exemption != nullptr)
      title += ", exempt until " + inputs.names.day(line.exemption->until);
    if (what.says_others && children[i].others > 0)
      title += " (and " + std::to_string(children[i].others) + " more)";
    table.rows.push_back({inputs.names.child(line.finding->child),
                          facts.of(line.finding->child).age_band, title, words_of(line.severity()),
                          inputs.names.date(judgement.clock), inputs.names.date(judgement.due),
                          days_over_cell(judgement), reason_cell(line, inputs),
                          last_action_cell(line, inputs)});
  }
  table.caption = what.caption;
  if (!children.empty()) {
    table.caption += ": " + counted(children.size(), "child", "children") + ", " +
                     counted(lines.size(), "breach", "breaches");
  }
  table.print_first(what.most,
                    left_off(what.most, children.size(), "the most severe first, then days over"));
  return table;
}

std::string left_off(std::size_t shown, std::size_t all, const std::string& order) {
  if (shown >= all) return {};
  return number(shown) + " of " + number(all) + " are listed, " + order +
         "; the workbook and the CSV file have all of them.";
}

TableBlock counts_by_rule(const std::string& id, const std::string& caption,
                          const std::vector<CaseLine>& lines) {
  struct Sum {
    std::uint64_t all = 0, fresh = 0, exempt = 0, longest = 0;
  };
  std::map<std::tuple<Severity, std::string, const Rule*>, Sum> sums;
  for (const CaseLine& line : lines) {
    Sum& sum = sums[{line.severity(), line.rule->id, line.rule}];
    if (line.exemption != nullptr) {
      ++sum.exempt;
      continue;
    }
    ++sum.all;
    sum.fresh += line.is_new ? 1 : 0;
    sum.longest = std::max(sum.longest, static_cast<std::uint64_t>(std::max(0, line.days_over())));
  }
  TableBlock table;
  table.id = id;
  table.caption = caption;
  table.when_empty = "None.";
  table.columns = {words("Rule", 5),
                   words("Severity", 1),
                   words("Kind of limit", 1.4),
                   a_number("Stand", 0.8),
                   a_number("Of these new", 0.8),
                   a_number("Exempt besides", 0.8),
                   a_number("Longest, days over", 1.1),
                   words("Rule id", 1.3)};
  for (const auto& [key, sum] : sums) {
    const Rule& rule = *std::get<2>(key);
    table.rows.push_back({rule.title, words_of(rule.severity), words_of(rule.standing),
                          std::to_string(sum.all), std::to_string(sum.fresh),
                          std::to_string(sum.exempt), std::to_string(sum.longest), rule.id});
  }
  return table;
}

}  // namespace tidemark::report
