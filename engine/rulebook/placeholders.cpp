#include "rulebook/placeholders.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "rulebook/wording.hpp"

namespace tidemark {

namespace {

const std::vector<std::string> k_own = {"clock", "due", "limit", "overdue"};

bool can_fill(const Rule& rule, const std::string& name) {
  if (name == "clock") return rule.clock != k_no_expr;
  if (name == "limit") return !rule.limits.empty();
  return !rule.limits.empty() || rule.due != k_no_expr;
}

void check_sentence(const Rule& rule, const std::string& sentence, const char* key,
                    const Written& written) {
  std::vector<std::string> known;
  for (const Fact& fact : rule.facts) known.push_back(fact.name);
  for (const std::string& own : k_own) {
    if (can_fill(rule, own)) known.push_back(own);
  }
  for (const std::string& name : placeholders_of(sentence)) {
    if (std::find(known.begin(), known.end(), name) != known.end()) continue;
    const bool own = is_own_placeholder(name);
    throw written.error(
        std::string(key) + ": {" + shorten(name, 40) + "} is no fact of this rule" +
            (own ? ", and the rule has nothing to fill it from" : did_you_mean(name, known)),
        key);
  }
}

}  // namespace

bool is_own_placeholder(const std::string& name) {
  return std::find(k_own.begin(), k_own.end(), name) != k_own.end();
}

std::vector<std::string> placeholders_of(const std::string& sentence) {
  std::vector<std::string> names;
  for (std::size_t at = sentence.find('{'); at != std::string::npos;
       at = sentence.find('{', at + 1)) {
    const std::size_t end = sentence.find('}', at);
    const std::size_t size = end == std::string::npos ? std::string::npos : end - at - 1;
    names.push_back(sentence.substr(at + 1, size));
  }
  return names;
}

void check_placeholders(const Rule& rule, const Written& written) {
  check_sentence(rule, rule.says, "says", written);
  for (const Reason& reason : rule.explained_by) {
    check_sentence(rule, reason.text, "explained_by", written);
  }
  for (const Reason& also : rule.says_also) check_sentence(rule, also.text, "says_also", written);
}

}  // namespace tidemark
