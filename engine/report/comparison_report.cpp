#include "report/comparison_report.hpp"

#include <algorithm>
#include <set>

#include "base/text.hpp"
#include "report/comparison_tables.hpp"
#include "report/plain_table.hpp"
#include "report/words.hpp"

namespace tidemark::report {

namespace {

constexpr std::size_t k_lines = 50;   // of one kind, on the terminal
constexpr std::size_t k_rows = 1000;  // of one kind, on the page
constexpr Movement k_kinds[] = {
    Movement::appears,         Movement::disappears,          Movement::changes_date,
    Movement::changes_verdict, Movement::becomes_undecidable, Movement::becomes_decidable};

std::string title_of(Movement kind) {
  switch (kind) {
    case Movement::appears:
      return "Exceptions that appear";
    case Movement::disappears:
      return "Exceptions that disappear";
    case Movement::changes_date:
      return "Exceptions that change date";
    case Movement::changes_verdict:
      return "Exceptions with a stated reason on one side only";
    case Movement::becomes_undecidable:
      return "Can no longer be decided";
    default:
      return "Can be decided now";
  }
}

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += (text.empty() ? "" : " / ") + line;
  return text;
}

// What of a rule's own words differs; the numbers are said by their settings.
void add_passages(const RuleChange& change, std::vector<std::string>& words) {
  for (const PassageChange& passage : change.passages) {
    if (passage.heading == "Figures that people may change") continue;
    std::string line = change.rule + ", " + passage.heading + ": ";
    line += passage.before.empty() ? "nothing" : joined(passage.before);
    line += " -> ";
    line += passage.after.empty() ? "nothing" : joined(passage.after);
    words.push_back(std::move(line));
  }
}

std::string summary_of(const Comparison& comparison) {
  std::string text;
  for (const Movement kind : k_kinds) {
    text +=
        (text.empty() ? "" : ", ") + std::to_string(comparison.count(kind)) + " " + words_of(kind);
  }
  return text;
}

std::string line_of(const Moved& moved, const std::vector<std::string>& row) {
  return "  " + moved.rule + "  child " + moved.child +
         (moved.occasion.empty() ? "" : "  " + moved.occasion) + ": " + row[3] +
         (row[4].empty() ? "" : ", due " + row[4]) + "\n";
}

void print_kind(const Comparison& comparison, Movement kind, std::string& text) {
  const std::size_t all = comparison.count(kind);
  if (all == 0) return;
  const TableBlock table = moved_table(comparison, kind, k_lines);
  text += "\n" + title_of(kind) + " (" + std::to_string(all) + ")\n";
  std::size_t at = 0;
  for (const ComparedException& each : comparison.moved) {
    if (each.moved.kind != kind || at == table.rows.size()) continue;
    text += line_of(each.moved, table.rows[at++]);
    for (const Cause& cause : each.moved.causes) {
      text += "      " + std::string(name_of(cause.cause)) + ": " + cause.words + "\n";
    }
    if (!each.open_exemption.empty()) text += "      OPEN EXEMPTION " + each.open_exemption + "\n";
  }
  if (!table.says_left_off.empty()) text += "  " + table.says_left_off + "\n";
}

std::string plain(const TableBlock& table) {
  std::vector<std::vector<std::string>> rows(1);
  for (const TableColumn& column : table.columns) rows[0].push_back(column.heading);
  rows.insert(rows.end(), table.rows.begin(), table.rows.end());
  return plain_table(rows);
}

}  // namespace

std::vector<std::string> rule_changes_in_words(const Comparison& comparison) {
  std::vector<std::string> words;
  std::set<std::string> settings;
  std::size_t same_words = 0;
  for (const RuleChange& change : comparison.rule_changes) {
    for (const SettingChange& setting : change.settings) settings.insert(words_of(setting));
  }
  words.assign(settings.begin(), settings.end());
  for (const RuleChange& change : comparison.rule_changes) {
    if (change.runs_before != change.runs_after) {
      words.push_back(change.rule + ": " + words_of(change));
    } else if (!change.files.empty()) {
      const std::size_t before = words.size();
      add_passages(change, words);
      same_words += words.size() == before ? 1 : 0;
    }
  }
  if (same_words > 0) {
    words.push_back(counted(same_words, "rule rests", "rules rest") +
                    " on a file whose text differs and is said in the same words as before");
  }
  return words;
}

std::string comparison_text(const Comparison& comparison) {
  std::string text = "Before: " + comparison.before + ", as at " + iso(comparison.before_day) +
                     "\nNow:    " + comparison.now + ", as at " + iso(comparison.now_day) + "\n";
  text += summary_of(comparison) + "\n";
  const std::vector<std::string> changes = rule_changes_in_words(comparison);
  text += changes.empty() ? "\nThe rules are the same.\n" : "\nWhat the rules say otherwise\n";
  for (const std::string& change : changes) text += "  " + change + "\n";
  text += "\n" + plain(totals_by_rule(comparison));
  text += "\n" + groups_sentence(comparison) + "\n" + plain(totals_by_group(comparison));
  for (const Movement kind : k_kinds) print_kind(comparison, kind, text);
  return text;
}

std::string comparison_csv(const Comparison& comparison) {
  std::string text =
      "rule,child,occasion,change,verdict_before,verdict_after,due_before,due_after,causes,what,"
      "open_exemption\n";
  const auto verdict = [](const Answer& answer) {
    return answer.is_there ? std::string(name_of(answer.verdict)) : std::string();
  };
  for (const ComparedException& each : comparison.moved) {
    const Moved& moved = each.moved;
    const std::vector<std::string> cells = {
        moved.rule,          moved.child,           moved.occasion,
        name_of(moved.kind), verdict(moved.before), verdict(moved.now),
        moved.before.due,    moved.now.due,         causes_of(moved),
        what_of(moved),      each.open_exemption};
    for (std::size_t i = 0; i < cells.size(); ++i) text += (i == 0 ? "" : ",") + csv_cell(cells[i]);
    text += '\n';
  }
  return text;
}

Document comparison_document(const Comparison& comparison, const std::string& made_at) {
  Document document;
  document.title = "What changes, and for whom";
  document.subtitle = comparison.before + ", as at " + in_words(comparison.before_day) + " -> " +
                      comparison.now + ", as at " + in_words(comparison.now_day);
  document.running_foot = document.subtitle;
  document.made_at = made_at;
  auto& blocks = document.blocks;
  blocks.push_back(Paragraph{summary_of(comparison) + ".", Paragraph::Style::lead});
  blocks.push_back(Heading{1, "What the rules say otherwise", "rules"});
  std::vector<std::string> changes = rule_changes_in_words(comparison);
  if (changes.empty()) {
    blocks.push_back(Paragraph{"The rules are the same."});
  } else {
    blocks.push_back(Bullets{std::move(changes)});
  }
  blocks.push_back(Heading{1, "Totals", "totals"});
  blocks.push_back(totals_by_rule(comparison));
  blocks.push_back(Paragraph{groups_sentence(comparison)});
  blocks.push_back(totals_by_group(comparison));
  for (const Movement kind : k_kinds) {
    TableBlock table = moved_table(comparison, kind, k_rows);
    if (table.rows.empty()) continue;
    blocks.push_back(Heading{1, title_of(kind), table.id + "-list"});
    blocks.push_back(std::move(table));
  }
  return document;
}

}  // namespace tidemark::report
