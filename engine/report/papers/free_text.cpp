#include "report/papers/free_text.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include "base/text.hpp"

namespace tidemark::report {

namespace {

constexpr std::size_t k_longest_id = 64;  // ChildIndex: ids are 1 to 64 bytes
constexpr std::string_view k_withheld_id = "(withheld)";

bool is_letter(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}

// The ends of the words that begin at `at`, the farthest first: "SW-12 of" may be an id as "SW-12".
std::vector<std::size_t> ends_from(const std::string& text, std::size_t at) {
  std::vector<std::size_t> ends;
  const std::size_t stop = std::min(text.size(), at + k_longest_id);
  for (std::size_t i = at; i < stop; ++i) {
    const bool ends_here = is_letter(text[i]) && (i + 1 == text.size() || !is_letter(text[i + 1]));
    if (ends_here) ends.push_back(i + 1);
  }
  std::reverse(ends.begin(), ends.end());
  return ends;
}

bool holds(const std::vector<Cell>& column, const SidePools& pools, Cell id) {
  return std::any_of(column.begin(), column.end(), [&](Cell cell) {
    if (cell == id) return true;
    if (!is_side(cell)) return false;
    const auto at = static_cast<std::size_t>(cell - k_cell_side);
    return at < pools.either.size() &&
           (pools.either[at].first == id || pools.either[at].second == id);
  });
}

// Does a column of ids hold this text? Most words are no text of any column, which is quick to say.
bool is_recorded_id(const AuditRun& run, std::string_view word) {
  const Cell id = run.snapshot->pools.texts.find(word);
  if (!is_plain(id)) return false;
  for (std::size_t t = 0; t < run.snapshot->tables.size(); ++t) {
    const RecordTable& table = run.snapshot->tables[t];
    const std::vector<SourceColumn>& columns = run.rulebook->sources.tables[t].columns;
    for (std::size_t c = 0; c < columns.size() && c < table.columns.size(); ++c) {
      if (columns[c].kind == FieldKind::id && holds(table.columns[c], run.snapshot->pools, id))
        return true;
    }
  }
  return false;
}

// "family finding team" in a column of owners is no person.
bool is_said_in_words(std::string_view words) {
  return words.find(' ') != std::string_view::npos &&
         std::all_of(words.begin(), words.end(),
                     [](char c) { return (c >= 'a' && c <= 'z') || c == ' ' || c == '-'; });
}

bool is_id(const PaperInputs& inputs, const std::string& word) {
  if (inputs.run.rulebook->rule(word) != nullptr || inputs.names.is_role(word)) return false;
  std::string upper = word;
  for (char& c : upper) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  for (const std::string& spelt : {word, upper, lower(word)}) {
    if (inputs.names.knows_child(spelt) || inputs.names.knows_person(spelt)) return true;
    if (inputs.run.snapshot->children.find(spelt) != ChildIndex::k_none) return true;
    if (!is_said_in_words(spelt) && is_recorded_id(inputs.run, spelt)) return true;
  }
  return false;
}

std::string without_ids(const PaperInputs& inputs, const std::string& words) {
  std::string out;
  for (std::size_t at = 0; at < words.size();) {
    const bool starts = is_letter(words[at]) && (at == 0 || !is_letter(words[at - 1]));
    std::size_t end = at;
    if (starts) {
      for (const std::size_t candidate : ends_from(words, at)) {
        if (!is_id(inputs, words.substr(at, candidate - at))) continue;
        end = candidate;
        break;
      }
    }
    out += end == at ? words.substr(at, 1) : std::string(k_withheld_id);
    at = end == at ? at + 1 : end;
  }
  return out;
}

}  // namespace

std::string free_text(const PaperInputs& inputs, const std::string& words) {
  return inputs.names.identified() ? words : months_only(without_ids(inputs, words));
}

std::string owner_words(const PaperInputs& inputs, const std::string& owner) {
  if (inputs.names.identified()) return owner;
  std::string role = inputs.names.role_of(owner);
  if (!role.empty()) return role;
  return without_ids(inputs, owner) == owner ? months_only(owner) : "a named owner";
}

std::string said_of(const PaperInputs& inputs, const std::string& words, const Finding& finding) {
  const Rulebook& rulebook = *inputs.run.rulebook;
  if (inputs.names.identified()) return words;
  std::string out = words;
  for (const Fact& fact : rulebook.rules[finding.judgement.rule].facts) {
    if (fact.value == k_no_expr) continue;
    const Expr& value = rulebook.exprs[fact.value];
    if (value.op != Op::value_field || value.table < 0 || value.field < 0) continue;
    const Field& field = rulebook.model.tables[static_cast<std::size_t>(value.table)]
                             .fields[static_cast<std::size_t>(value.field)];
    if (field.kind != FieldKind::text) continue;
    for (const auto& [name, text] : finding.facts) {
      const std::size_t at =
          name == fact.name && !text.empty() ? out.find(text) : std::string::npos;
      if (at != std::string::npos) out.replace(at, text.size(), without_ids(inputs, text));
    }
  }
  return inputs.names.sentence(out, finding, rulebook);
}

}  // namespace tidemark::report
