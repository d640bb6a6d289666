// The test council with one rule that is live, so that it raises exceptions.
#pragma once

#include "base/file.hpp"
#include "copied_council.hpp"

namespace tidemark {

inline void replace_in(const std::filesystem::path& file, const std::string& from,
                       const std::string& to) {
  std::string text = read_file(file).value();
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  text.replace(at, from.size(), to);
  REQUIRE(write_file(file, text).ok());
}

inline std::filesystem::path order_rule(const CopiedCouncil& council) {
  for (const auto& entry : std::filesystem::recursive_directory_iterator(council.path / "rules")) {
    if (entry.path().filename() == "ORDER-9M.lua") return entry.path();
  }
  FAIL("there is no ORDER-9M.lua");
  return {};
}

// The test council's rules are on trial, and those raise no exceptions; a live rule needs examples.
constexpr const char* k_examples = R"(
  examples = {
    { "late", as_at = "2021-03-31", expect = "breach",
      given = { order = { { kind = "PO", from = "2020-06-30" } } } },
    { "not yet", as_at = "2021-03-01", expect = "due_soon",
      given = { order = { { kind = "PO", from = "2020-06-30" } } } },
    { "no day", as_at = "2021-03-01", expect = "cannot_decide",
      given = { order = { { kind = "PO" } } } },
  },
)";

struct LiveCouncil : CopiedCouncil {
  LiveCouncil() {
    replace_in(order_rule(*this), "\"trial\"", "\"live\"");
    replace_in(order_rule(*this), "  says ", std::string(k_examples) + "  says ");
  }
};

}  // namespace tidemark
