#include "report/papers/pseudonyms.hpp"

#include <algorithm>
#include <charconv>
#include <set>

#include "base/text.hpp"

namespace tidemark::report {

namespace {

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

Pseudonyms::Pseudonyms(const std::vector<std::string>& children,
                       const std::vector<ExceptionLife>& lives, bool identified, const Draw& draw)
    : identified_(identified) {
  const std::vector<std::string> drawn = references(children.size(), draw);
  for (std::size_t i = 0; i < children.size(); ++i) {
    child_[children[i]] = drawn[i];
    key_.push_back({drawn[i], children[i], 0, "", ""});
  }
  draw_lines(lives, draw);
  know_people(lives);
  std::sort(key_.begin(), key_.end(),
            [](const KeyLine& a, const KeyLine& b) { return a.reference < b.reference; });
}

// Numbers in the order of raising would tell which breach of a child is the oldest.
void Pseudonyms::draw_lines(const std::vector<ExceptionLife>& lives, const Draw& draw) {
  std::map<std::string, std::vector<const ExceptionLife*>> of_child;
  for (const ExceptionLife& life : lives) {
    if (child_.contains(life.child)) of_child[life.child].push_back(&life);
  }
  for (auto& [child, own] : of_child) {
    for (std::size_t left = own.size(); left > 1; --left) {
      std::swap(own[left - 1], own[draw(static_cast<std::uint32_t>(left))]);
    }
    for (std::size_t i = 0; i < own.size(); ++i) {
      const std::string line = child_.at(child) + "/" + std::to_string(i + 1);
      line_[own[i]->number] = line;
      key_.push_back({line, child, own[i]->number, own[i]->rule, own[i]->occasion});
    }
  }
}

void Pseudonyms::know_people(const std::vector<ExceptionLife>& lives) {
  for (const ExceptionLife& life : lives) {
    for (const Event& event : life.history) {
      if (!event.role.empty()) roles_.insert(lower(event.role));
      if (!event.by.empty()) role_of_[event.by] = event.role;
    }
  }
}

std::string Pseudonyms::role_of(const std::string& person) const {
  if (roles_.contains(lower(person))) return person;
  const auto found = role_of_.find(person);
  return found == role_of_.end() ? "" : found->second;
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
