#include "casework/spelling.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace tidemark {

namespace {

std::string bare(const std::string& words) {
  std::string out;
  for (const char c : lower(words)) {
    const auto byte = static_cast<unsigned char>(c);
    const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || byte >= 0x80U;
    if (letter) out += c;
  }
  return out;
}

}  // namespace

bool same_words(const std::string& a, const std::string& b) {
  const std::string bare_a = bare(a);
  return !bare_a.empty() && bare_a == bare(b);
}

bool is_among(const std::string& words, const std::vector<std::string>& list) {
  return std::any_of(list.begin(), list.end(),
                     [&](const std::string& one) { return same_words(one, words); });
}

bool speaks_of_one(const std::string& words, const std::vector<std::string>& list) {
  const std::string said = bare(words);
  return std::any_of(list.begin(), list.end(), [&](const std::string& one) {
    const std::string asked = bare(one);
    return !asked.empty() && said.find(asked) != std::string::npos;
  });
}

}  // namespace tidemark
