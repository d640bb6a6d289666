#include "audit/day_words.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"

namespace tidemark {

namespace {

constexpr std::array<std::string_view, 13> k_numbers = {"zero", "one",    "two",   "three", "four",
                                                        "five", "six",    "seven", "eight", "nine",
                                                        "ten",  "eleven", "twelve"};
constexpr std::array<std::string_view, 13> k_ordinals = {
    "zeroth",  "first",  "second", "third", "fourth",   "fifth",  "sixth",
    "seventh", "eighth", "ninth",  "tenth", "eleventh", "twelfth"};
constexpr std::array<std::string_view, 7> k_weekdays = {
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};

template <std::size_t N>
std::optional<int> place_in(const std::array<std::string_view, N>& words, std::string_view word) {
  const auto* found = std::find(words.begin(), words.end(), word);
  if (found == words.end()) return std::nullopt;
  return static_cast<int>(found - words.begin());
}

bool is_digits(std::string_view text) {
  return !text.empty() && text.size() <= 3 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

int value_of(std::string_view digits) {
  int value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

}  // namespace

DayWords::DayWords(std::string_view text) {
  constexpr std::string_view k_blank = " \t\n,";
  for (std::size_t begin = text.find_first_not_of(k_blank); begin != std::string_view::npos;) {
    const std::size_t end = std::min(text.find_first_of(k_blank, begin), text.size());
    words_.push_back({lower(text.substr(begin, end - begin)), static_cast<int>(begin) + 1});
    begin = text.find_first_not_of(k_blank, end);
  }
  end_column_ = static_cast<int>(text.size()) + 1;
}

const std::string& DayWords::peek() const {
  static const std::string none;
  return at_end() ? none : words_[at_].text;
}

bool DayWords::accept(std::string_view word) {
  if (at_end() || words_[at_].text != word) return false;
  ++at_;
  return true;
}

bool DayWords::accept_one_of(std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view w) { return accept(w); });
}

bool DayWords::expect(std::string_view phrase) {
  for (const std::string_view word : split(phrase, ' ')) {
    if (accept(word)) continue;
    complain("\"" + std::string(phrase) + "\" should stand here");
    return false;
  }
  return true;
}

std::optional<int> DayWords::number() {
  const std::string& word = peek();
  auto value = place_in(k_numbers, word);
  if (!value && is_digits(word)) value = value_of(word);
  if (!value || *value > 366) return std::nullopt;
  ++at_;
  return value;
}

std::optional<int> DayWords::ordinal() {
  const std::string_view word = peek();
  if (accept("last")) return -1;
  auto value = place_in(k_ordinals, word);
  if (!value && word.size() > 2) {
    const std::string_view ending = word.substr(word.size() - 2);
    const bool ends_well = ending == "st" || ending == "nd" || ending == "rd" || ending == "th";
    if (ends_well && is_digits(word.substr(0, word.size() - 2))) {
      value = value_of(word.substr(0, word.size() - 2));
    }
  }
  if (!value || *value < 1 || *value > 31) return std::nullopt;
  ++at_;
  return value;
}

std::optional<int> DayWords::weekday() {
  const auto day = place_in(k_weekdays, peek());
  if (day) ++at_;
  return day;
}

std::optional<int> DayWords::time() {
  const auto parts = split(peek(), ':');
  const bool shaped = parts.size() == 2 && is_digits(parts[0]) && is_digits(parts[1]) &&
                      parts[0].size() <= 2 && parts[1].size() == 2;
  if (!shaped || value_of(parts[0]) > 23 || value_of(parts[1]) > 59) return std::nullopt;
  const int minutes = value_of(parts[0]) * 60 + value_of(parts[1]);
  ++at_;
  return minutes;
}

void DayWords::complain(const std::string& message) {
  if (complaint_) return;
  if (at_end()) {
    complaint_ = WordsNotUnderstood{end_column_, message + ", and the text ends"};
  } else {
    complaint_ = WordsNotUnderstood{words_[at_].column,
                                    message + ", not \"" + shorten(words_[at_].text, 40) + "\""};
  }
}

}  // namespace tidemark
