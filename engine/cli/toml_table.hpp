// TomlTable: one table of a TOML file, asked for its keys one by one; what is missing, of another
// kind or out of bounds is named with file, line and column, and so is every key that nobody asked
// for. The first mistake stays. A view into the parsed file.
#pragma once

#include <toml++/toml.h>

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "calendar/day.hpp"

namespace tidemark::cli {

// The first mistake of a file.
struct TomlMistake {
  std::string file;
  std::optional<Error> first;
  void say(const toml::source_position& at, const std::string& what);
};

class TomlTable {
 public:
  TomlTable(const toml::table& table, std::string name, TomlMistake& mistake)
      : table_(table), name_(std::move(name)), mistake_(mistake) {}

  [[nodiscard]] bool has(std::string_view key);
  std::string text(std::string_view key, const std::string& otherwise);
  std::string needed_text(std::string_view key);
  int number(std::string_view key, int otherwise, int least, int most);
  bool flag(std::string_view key, bool otherwise);
  std::vector<std::string> texts(std::string_view key);
  std::vector<Day> days(std::string_view key);
  const toml::table* table(std::string_view key);
  const toml::array* tables(std::string_view key);
  // About the value of a key; `column` counts from 1 inside a text.
  void complain(std::string_view key, const std::string& what, int column = 0);
  void complain(const std::string& what);
  // When all have been asked for.
  void refuse_others();

 private:
  const toml::node* find(std::string_view key);

  const toml::table& table_;
  std::string name_;  // "[mail]"; "" for the file as a whole
  TomlMistake& mistake_;
  std::set<std::string, std::less<>> asked_;
};

}  // namespace tidemark::cli
