// Spellings: how a value is compared whatever the case, the spaces (also non-breaking ones) or the
// line breaks between its words. Pure functions.
#pragma once

#include <string>
#include <string_view>

namespace tidemark {

// "C2  [Full Care Order] " and "c2 [full care order]" are one spelling.
[[nodiscard]] std::string plain_spelling(std::string_view text);
// Without the letter of a list of choices: "Adoption" of "b) Adoption".
[[nodiscard]] std::string_view after_item_letter(std::string_view text);
// The letters and digits that a text begins with: "C2" of "C2 - Full care order", "L31" of "L31
// Care Order".
[[nodiscard]] std::string_view first_word(std::string_view text);

}  // namespace tidemark
