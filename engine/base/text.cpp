#include "base/text.hpp"

#include <algorithm>
#include <numeric>

namespace tidemark {
namespace {

char lower_letter(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// An optional sign, digits, and at most one point among them: "-3", "+4.5", ".5".
bool is_plain_number(std::string_view text) {
  if (!text.empty() && (text.front() == '-' || text.front() == '+')) text.remove_prefix(1);
  const auto points = std::count(text.begin(), text.end(), '.');
  const auto digits = std::count_if(text.begin(), text.end(), is_digit);
  return digits > 0 && points <= 1 && static_cast<std::size_t>(digits + points) == text.size();
}

bool runs_as_formula(std::string_view text) {
  constexpr std::string_view k_starts = "=+-@\t\r";
  if (text.empty() || is_plain_number(text)) return false;
  if (k_starts.find(text.front()) != std::string_view::npos) return true;
  // A spreadsheet drops blanks and line feeds before it looks for the sign.
  const std::size_t first = text.find_first_not_of(" \n");
  return first != 0 && first != std::string_view::npos &&
         k_starts.find(text[first]) != std::string_view::npos;
}

}  // namespace

std::string_view trim(std::string_view text) {
  constexpr std::string_view k_blank = " \t\r\n\v\f";
  const std::size_t first = text.find_first_not_of(k_blank);
  if (first == std::string_view::npos) return text.substr(0, 0);
  return text.substr(first, text.find_last_not_of(k_blank) - first + 1);
}

std::string lower(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(), lower_letter);
  return result;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> pieces;
  for (std::size_t at = text.find(separator); at != std::string_view::npos;
       at = text.find(separator)) {
    pieces.push_back(text.substr(0, at));
    text.remove_prefix(at + 1);
  }
  pieces.push_back(text);
  return pieces;
}

std::size_t edit_distance(std::string_view a, std::string_view b) {
  // Three rows of the usual table: a swap looks two rows back.
  std::vector<std::size_t> before_last(b.size() + 1);
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(last.begin(), last.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + change});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], before_last[j - 2] + 1);
    }
    before_last.swap(last);
    last.swap(row);
  }
  return last[b.size()];
}

std::string nearest(std::string_view word, const std::vector<std::string>& candidates) {
  // Nobody mistypes a longer name than this, and the distance takes time in the square of it.
  constexpr std::size_t k_longest_word = 100;
  if (word.size() > k_longest_word) return {};
  const std::string wanted = lower(word);
  // A third of the letters wrong is a slip; more is another word.
  std::size_t best_distance = std::max<std::size_t>(1, word.size() / 3) + 1;
  std::string best;
  for (const std::string& candidate : candidates) {
    if (candidate.size() > k_longest_word) continue;
    const std::size_t distance = edit_distance(wanted, lower(candidate));
    if (distance >= best_distance) continue;
    best_distance = distance;
    best = candidate;
  }
  return best;
}

std::string csv_cell(std::string_view text) {
  std::string cell = runs_as_formula(text) ? "'" : "";
  cell += text;
  const bool has_outer_blank = !cell.empty() && (cell.front() == ' ' || cell.back() == ' ');
  if (!has_outer_blank && cell.find_first_of(",\"\r\n") == std::string::npos) return cell;
  std::string quoted = "\"";
  for (const char c : cell) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

std::string shorten(std::string_view text, std::size_t limit) {
  if (text.size() <= limit) return std::string(text);
  const auto continues_character = [&](std::size_t at) {
    return (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
  };
  // A UTF-8 character is at most four bytes; further back it is not UTF-8 and any cut will do.
  std::size_t cut = limit;
  while (cut > 0 && limit - cut < 4 && continues_character(cut)) --cut;
  if (continues_character(cut)) cut = limit;
  return std::string(text.substr(0, cut)) + "...";
}

}  // namespace tidemark
