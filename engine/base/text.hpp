// Small questions about text, for every folder: ASCII only where letters matter, no locale.
// Pure functions.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tidemark {

// Without the spaces, tabs and line ends around it; a view into `text`.
[[nodiscard]] std::string_view trim(std::string_view text);
// A-Z to a-z; every other byte as it is.
[[nodiscard]] std::string lower(std::string_view text);
// The pieces between separators, empty ones too: "a,,b" is three; "" is one. Views into `text`.
[[nodiscard]] std::vector<std::string_view> split(std::string_view text, char separator);

// How many letters to add, drop, change or swap with their neighbour to get from a to b.
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b);
// What the writer of `word` most likely meant, for "did you mean": the closest candidate, whatever
// its case; the first of equals. Empty where nothing is close enough to suggest.
[[nodiscard]] std::string nearest(std::string_view word,
                                  const std::vector<std::string>& candidates);

// One cell of a CSV file: quoted where it must be, and with a leading apostrophe where a
// spreadsheet would otherwise run it as a formula. Plain numbers stay numbers.
[[nodiscard]] std::string csv_cell(std::string_view text);

// At most `limit` bytes of the text, cut between two UTF-8 characters, with "..." after a cut.
[[nodiscard]] std::string shorten(std::string_view text, std::size_t limit);

}  // namespace tidemark
