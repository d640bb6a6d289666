#include "report/papers/free_text.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include "report/papers/plain_text.hpp"

namespace tidemark::report {

namespace {

constexpr std::string_view k_withheld_id = "(withheld)";
// In a text without spaces ("seen1001today") only what is long enough is taken for an id.
constexpr std::size_t k_shortest_inside = 4;

// Between a letter and a digit.
bool changes_kind(const std::string& words, std::size_t at) {
  if (at == 0 || at >= words.size()) return false;
  return (is_plain_digit(words[at - 1]) && is_plain_letter(words[at])) ||
         (is_plain_letter(words[at - 1]) && is_plain_digit(words[at]));
}

// The longest id that begins here; 0: none does.
std::size_t id_at(const KnownIds& ids, const PlainText& text, std::size_t at) {
  const std::string& words = text.words();
  const auto may_end = [&](std::size_t end) {
    return text.may_break(end) || changes_kind(words, end);
  };
  if (words[at] == ' ' || !may_end(at)) return 0;
  for (std::size_t n = std::min(words.size() - at, ids.longest()); n > 0; --n) {
    if (!may_end(at + n)) continue;
    const bool is_inside = !text.may_break(at) || !text.may_break(at + n);
    if (is_inside && n < k_shortest_inside) continue;
    if (ids.holds(std::string_view(words).substr(at, n))) return n;
  }
  return 0;
}

std::string without_ids(const PaperInputs& inputs, const std::string& written) {
  const PlainText text(written);
  std::vector<PlainText::Replacement> found;
  for (std::size_t at = 0; at < text.words().size();) {
    const std::size_t n = id_at(inputs.ids, text, at);
    if (n > 0) found.push_back({at, at + n, std::string(k_withheld_id)});
    at += std::max<std::size_t>(n, 1);
  }
  return text.with(found);
}

}  // namespace

std::string free_text(const PaperInputs& inputs, const std::string& words) {
  return inputs.names.identified() ? words : months_only(without_ids(inputs, words));
}

std::string owner_words(const PaperInputs& inputs, const std::string& owner) {
  if (inputs.names.identified()) return owner;
  const std::string role = inputs.names.role_of(owner);
  if (!role.empty()) return free_text(inputs, role);
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
