#include "report/sheet_names.hpp"

#include "base/text.hpp"

namespace tidemark::report {

namespace {

constexpr std::size_t k_longest = 31;

std::string allowed(const std::string& id) {
  std::string name;
  for (const char c : id) {
    const bool plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
                       c == '-' || c == '_' || c == ' ';
    name += plain ? c : '-';
  }
  name = name.substr(0, k_longest);
  // "History" is a name that Excel keeps for itself.
  if (name.empty() || lower(name) == "history") name += "-table";
  return name;
}

}  // namespace

std::string SheetNames::name_for(const std::string& id) {
  const std::string base = allowed(id);
  std::string name = base;
  for (int n = 2; !taken_.insert(lower(name)).second; ++n) {
    const std::string ending = "-" + std::to_string(n);
    name = base.substr(0, k_longest - ending.size()) + ending;
  }
  return name;
}

}  // namespace tidemark::report
