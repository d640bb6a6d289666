#include "audit/case_set.hpp"

#include <algorithm>

namespace tidemark {

namespace {

// Spreads the bits, so that sums of keys of different sets differ.
std::uint64_t mixed(std::uint64_t n) {
  n += 0x9e3779b97f4a7c15U;
  n = (n ^ (n >> 30U)) * 0xbf58476d1ce4e5b9U;
  n = (n ^ (n >> 27U)) * 0x94d049bb133111ebU;
  return n ^ (n >> 31U);
}

std::uint64_t hashed(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325U;
  for (const char letter : text) {
    hash = (hash ^ static_cast<unsigned char>(letter)) * 0x100000001b3U;
  }
  return mixed(hash);
}

}  // namespace

std::uint64_t case_key(std::string_view child, std::string_view table, std::int32_t row) {
  const auto place = static_cast<std::uint64_t>(static_cast<std::int64_t>(row) + 2);
  return mixed(hashed(child) ^ mixed(hashed(table) + place));
}

std::string_view table_name(const Rulebook& rulebook, int table) {
  if (table < 0) return {};
  return rulebook.model.tables[static_cast<std::size_t>(table)].name;
}

void put_in_order(CaseSet& cases) {
  std::sort(cases.begin(), cases.end());
  cases.erase(std::unique(cases.begin(), cases.end()), cases.end());
}

}  // namespace tidemark
