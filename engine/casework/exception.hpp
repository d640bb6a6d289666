// ExceptionKey: what makes an exception the same one from run to run: one child, one rule, one
// occasion (the order, the placement, the plan that started the clock). Views into rows that the
// caller keeps alive. Values only.
#pragma once

#include <compare>
#include <string>
#include <string_view>

namespace tidemark {

struct ExceptionKey {
  std::string_view rule, child, occasion;
  // By bytes, in the order of findings.csv.
  friend auto operator<=>(const ExceptionKey&, const ExceptionKey&) = default;
};

// For messages: "PO-9M, child 1042, 2020-12-30".
[[nodiscard]] std::string text_of(const ExceptionKey& key);
// A name for the exception that never changes and is never shared by two: hex, 64 letters.
[[nodiscard]] std::string digest_of(const ExceptionKey& key);

}  // namespace tidemark
