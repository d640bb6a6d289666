#include "report/papers/pseudonyms.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>

#include "base/text.hpp"

namespace tidemark::report {

namespace {

constexpr std::array<std::string_view, 12> k_months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// Letters that are not taken for digits when they are read out.
std::string prefix_of(const Draw& draw) {
  constexpr std::string_view k_letters = "ABCDEFGHJKLMNPRSTUVWXYZ";
  const char letter = k_letters[draw(static_cast<std::uint32_t>(k_letters.size()))];
  return std::string(1, letter) + static_cast<char>('2' + draw(8)) + "-";
}

// At least ten times as many numbers as children: a gap says nothing.
std::vector<std::string> references(std::size_t count, const Draw& draw) {
  std::uint32_t below = 1000;
  std::size_t digits = 3;
  for (; below < count * 10 && digits < 9; below *= 10) ++digits;
  const std::string prefix = prefix_of(draw);
  std::set<std::uint32_t> taken;
  std::vector<std::string> out;
  out.reserve(count);
  while (out.size() < count) {
    const std::uint32_t number = draw(below);
    if (!taken.insert(number).second) continue;
    const std::string text = std::to_string(number);
    out.push_back(prefix + std::string(digits - text.size(), '0') + text);
  }
  return out;
}

std::string month_of(Day day) {
  const std::string words = in_words(day);
  return words.substr(words.find(' ') + 1);
}

// The end of "4 Mar 2022" beginning at `at`, and where its month begins; 0: no day is written here.
struct DayWritten {
  std::size_t month = 0, end = 0;
};
DayWritten day_in_words(std::string_view text, std::size_t at) {
  std::size_t digits = at;
  while (digits < text.size() && digits - at < 2 && is_digit(text[digits])) ++digits;
  if (digits == at || digits + 9 > text.size() || text[digits] != ' ') return {};
  const std::size_t month = digits + 1;
  if (std::find(k_months.begin(), k_months.end(), text.substr(month, 3)) == k_months.end()) {
    return {};
  }
  if (text[month + 3] != ' ') return {};
  for (std::size_t i = month + 4; i < month + 8; ++i) {
    if (!is_digit(text[i])) return {};
  }
  return {month, month + 8};
}

// "agreed on 4 Mar 2022" is "agreed in Mar 2022".
void in_a_month(std::string& said) {
  const bool on_a_day =
      said.ends_with("on ") && (said.size() == 3 || !is_letter(said[said.size() - 4]));
  if (on_a_day) said.replace(said.size() - 3, 2, "in");
}

void replace_word(std::string& text, const std::string& word, std::string_view by) {
  if (word.empty()) return;
  for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at)) {
    const std::size_t end = at + word.size();
    const bool whole =
        (at == 0 || !is_letter(text[at - 1])) && (end == text.size() || !is_letter(text[end]));
    if (whole) text.replace(at, word.size(), by);
    at += whole ? by.size() : 1;
  }
}

bool is_id(const Model& model, int table, int field) {
  if (table < 0 || field < 0) return false;
  return model.tables[static_cast<std::size_t>(table)]
             .fields[static_cast<std::size_t>(field)]
             .kind == FieldKind::id;
}

// Ids among the cells that the finding rests on, and among the facts that its sentence may name.
std::vector<std::string> ids_in(const Finding& finding, const Rulebook& rulebook) {
  std::vector<std::string> ids;
  const Model& model = rulebook.model;
  for (const Evidence& cell : finding.evidence) {
    const int table = model.table(cell.table);
    if (table < 0) continue;
    const int field = model.tables[static_cast<std::size_t>(table)].field(cell.field);
    if (is_id(model, table, field)) ids.push_back(cell.value);
  }
  for (const Fact& fact : rulebook.rules[finding.judgement.rule].facts) {
    if (fact.value == k_no_expr) continue;
    const Expr& value = rulebook.exprs[fact.value];
    if (value.op != Op::value_field || !is_id(model, value.table, value.field)) continue;
    for (const auto& [name, words] : finding.facts) {
      const bool is_said = name == fact.name && words != "none" && words != "not known";
      if (is_said) ids.push_back(words);
    }
  }
  return ids;
}

}  // namespace

std::string months_only(const std::string& words) {
  std::string out;
  for (std::size_t at = 0; at < words.size();) {
    const bool starts = at == 0 || !is_letter(words[at - 1]);
    if (starts && is_digit(words[at])) {
      const DayWritten written = day_in_words(words, at);
      if (written.end != 0) {
        in_a_month(out);
        out += words.substr(written.month, written.end - written.month);
        at = written.end;
        continue;
      }
      if (const auto day = parse_iso(std::string_view(words).substr(at, 10))) {
        in_a_month(out);
        out += month_of(*day);
        at += 10;
        continue;
      }
    }
    out += words[at++];
  }
  return out;
}

Pseudonyms::Pseudonyms(const std::vector<std::string>& children,
                       const std::vector<ExceptionLife>& lives, bool identified, const Draw& draw)
    : identified_(identified) {
  const std::vector<std::string> drawn = references(children.size(), draw);
  for (std::size_t i = 0; i < children.size(); ++i) {
    child_[children[i]] = drawn[i];
    key_.push_back({drawn[i], children[i], 0, "", ""});
  }
  std::map<std::string, int> lines;
  for (const ExceptionLife& life : lives) {
    const auto of_child = child_.find(life.child);
    if (of_child == child_.end()) continue;
    const std::string line = of_child->second + "/" + std::to_string(++lines[life.child]);
    line_[life.number] = line;
    key_.push_back({line, life.child, life.number, life.rule, life.occasion});
  }
  std::sort(key_.begin(), key_.end(),
            [](const KeyLine& a, const KeyLine& b) { return a.reference < b.reference; });
}

std::string Pseudonyms::child(const std::string& child) const {
  const auto found = child_.find(child);
  const std::string reference = found == child_.end() ? "not in this pack" : found->second;
  return identified_ ? child + " (" + reference + ")" : reference;
}

std::string Pseudonyms::line(const std::string& child, const ExceptionLife* life) const {
  if (life != nullptr) {
    const auto found = line_.find(life->number);
    if (found != line_.end()) return found->second;
  }
  const auto found = child_.find(child);
  return found == child_.end() ? "" : found->second;
}

std::string Pseudonyms::date(const Date& date) const {
  return date.is_absent() ? "" : sentence(words_of(date));
}

std::string Pseudonyms::day(Day day) const {
  return identified_ ? in_words(day) : month_of(day);
}

std::string Pseudonyms::sentence(const std::string& words) const {
  return identified_ ? words : months_only(words);
}

std::string Pseudonyms::sentence(const std::string& words, const Finding& finding,
                                 const Rulebook& rulebook) const {
  if (identified_) return words;
  std::string out = words;
  replace_word(out, finding.child, "the child");
  for (const std::string& id : ids_in(finding, rulebook)) replace_word(out, id, "(withheld)");
  return months_only(out);
}

std::string key_csv(const std::vector<KeyLine>& key) {
  std::string out = "reference,child,exception,rule,occasion\n";
  for (const KeyLine& line : key) {
    out += csv_cell(line.reference) + "," + csv_cell(line.child) + ",";
    out += (line.exception == 0 ? "" : std::to_string(line.exception)) + ",";
    out += csv_cell(line.rule) + "," + csv_cell(line.occasion) + "\n";
  }
  return out;
}

namespace {

// One record of a key that key_csv() wrote; moves `at` behind it.
std::vector<std::string> next_record(const std::string& csv, std::size_t& at) {
  std::vector<std::string> cells(1);
  bool quoted = false;
  for (; at < csv.size(); ++at) {
    const char c = csv[at];
    if (quoted && c == '"' && at + 1 < csv.size() && csv[at + 1] == '"') {
      cells.back() += csv[++at];
    } else if (c == '"') {
      quoted = !quoted;
    } else if (!quoted && c == ',') {
      cells.emplace_back();
    } else if (!quoted && c == '\n') {
      ++at;
      break;
    } else {
      cells.back() += c;
    }
  }
  return cells;
}

}  // namespace

std::vector<KeyLine> read_key_csv(const std::string& csv) {
  std::vector<KeyLine> key;
  std::size_t at = 0;
  (void)next_record(csv, at);
  while (at < csv.size()) {
    const std::vector<std::string> cells = next_record(csv, at);
    if (cells.size() != 5) continue;
    KeyLine line{cells[0], cells[1], 0, cells[3], cells[4]};
    std::from_chars(cells[2].data(), cells[2].data() + cells[2].size(), line.exception);
    key.push_back(std::move(line));
  }
  return key;
}

}  // namespace tidemark::report
