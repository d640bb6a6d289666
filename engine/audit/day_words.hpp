// The words of a timetable, one after another, with their columns. Values and pure functions.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "audit/timetable.hpp"

namespace tidemark {

struct DayWord {
  std::string text;  // in lower case
  int column = 1;    // in the text, from 1
};

// Reads on word by word; the first complaint stays.
class DayWords {
 public:
  explicit DayWords(std::string_view text);

  [[nodiscard]] bool at_end() const { return at_ == words_.size(); }
  [[nodiscard]] const std::string& peek() const;  // "" at the end
  bool accept(std::string_view word);
  bool accept_one_of(std::initializer_list<std::string_view> words);
  // Takes the phrase or complains that it should stand here.
  bool expect(std::string_view phrase);
  [[nodiscard]] std::optional<int> number();   // "5", "five"; up to 366
  [[nodiscard]] std::optional<int> ordinal();  // "3rd", "third"; "last" is -1
  [[nodiscard]] std::optional<int> weekday();  // 0 = Monday
  [[nodiscard]] std::optional<int> time();     // "06:00" as minutes
  void complain(const std::string& message);   // about the word that stands here
  [[nodiscard]] const std::optional<WordsNotUnderstood>& complaint() const { return complaint_; }

 private:
  std::vector<DayWord> words_;
  std::size_t at_ = 0;
  int end_column_ = 1;
  std::optional<WordsNotUnderstood> complaint_;
};

}  // namespace tidemark
