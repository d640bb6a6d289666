#include "casework/exception.hpp"

#include "base/digest.hpp"

namespace tidemark {

std::string text_of(const ExceptionKey& key) {
  std::string text = std::string(key.rule) + ", child " + std::string(key.child);
  if (!key.occasion.empty()) text += ", " + std::string(key.occasion);
  return text;
}

std::string digest_of(const ExceptionKey& key) {
  // Lengths first: ("A", "BC") and ("AB", "C") must not meet in one text.
  std::string text = "tidemark exception 1\n";
  for (const std::string_view part : {key.rule, key.child, key.occasion}) {
    text += std::to_string(part.size()) + ":" + std::string(part) + "\n";
  }
  return sha256_hex(text);
}

}  // namespace tidemark
