#include "cli/toml_table.hpp"

#include "base/text.hpp"

namespace tidemark::cli {

void TomlMistake::say(const toml::source_position& at, const std::string& what) {
  if (first) return;
  first = Error{ErrorKind::input, file + ":" + std::to_string(at.line) + ":" +
                                      std::to_string(at.column) + ": " + what};
}

const toml::node* TomlTable::find(std::string_view key) {
  asked_.emplace(key);
  return table_.get(key);
}

bool TomlTable::has(std::string_view key) {
  return find(key) != nullptr;
}

void TomlTable::complain(std::string_view key, const std::string& what, int column) {
  const toml::node* node = table_.get(key);
  if (node == nullptr) return complain(what);
  toml::source_position at = node->source().begin;
  if (column > 0) at.column += static_cast<toml::source_index>(column);  // behind the quote
  mistake_.say(at, what);
}

void TomlTable::complain(const std::string& what) {
  toml::source_position at = table_.source().begin;
  if (at.line == 0) at = {1, 1};
  mistake_.say(at, what);
}

std::string TomlTable::text(std::string_view key, const std::string& otherwise) {
  const toml::node* node = find(key);
  if (node == nullptr) return otherwise;
  const auto value = node->value_exact<std::string>();
  if (!value) complain(key, std::string(key) + " must be a text in quotes");
  return value.value_or(otherwise);
}

std::string TomlTable::needed_text(std::string_view key) {
  std::string value = text(key, "");
  if (!has(key)) {
    complain((name_.empty() ? "" : name_ + ": ") + std::string(key) + " is missing");
  } else if (value.empty()) {
    complain(key, std::string(key) + " must not be empty");
  }
  return value;
}

int TomlTable::number(std::string_view key, int otherwise, int least, int most) {
  const toml::node* node = find(key);
  if (node == nullptr) return otherwise;
  const auto value = node->value_exact<std::int64_t>();
  if (value && *value >= least && *value <= most) return static_cast<int>(*value);
  complain(key, std::string(key) + " must be a whole number from " + std::to_string(least) +
                    " to " + std::to_string(most));
  return otherwise;
}

bool TomlTable::flag(std::string_view key, bool otherwise) {
  const toml::node* node = find(key);
  if (node == nullptr) return otherwise;
  const auto value = node->value_exact<bool>();
  if (!value) complain(key, std::string(key) + " must be true or false");
  return value.value_or(otherwise);
}

std::vector<std::string> TomlTable::texts(std::string_view key) {
  std::vector<std::string> all;
  const toml::node* node = find(key);
  if (node == nullptr) return all;
  if (const auto one = node->value_exact<std::string>()) return {*one};
  const toml::array* array = node->as_array();
  if (array == nullptr) {
    complain(key, std::string(key) + " must be a list of texts in quotes");
    return all;
  }
  for (const toml::node& element : *array) {
    const auto value = element.value_exact<std::string>();
    if (!value) mistake_.say(element.source().begin, std::string(key) + " must hold texts only");
    all.push_back(value.value_or(""));
  }
  return all;
}

std::vector<Day> TomlTable::days(std::string_view key) {
  std::vector<Day> all;
  const toml::node* node = find(key);
  if (node == nullptr) return all;
  const toml::array* array = node->as_array();
  if (array == nullptr) {
    complain(key, std::string(key) + " must be a list of dates, such as [2026-12-01]");
    return all;
  }
  for (const toml::node& element : *array) {
    std::optional<Day> day;
    if (const auto date = element.value_exact<toml::date>()) {
      if (is_calendar_day(date->year, date->month, date->day)) {
        day = day_of(date->year, date->month, date->day);
      }
    } else if (const auto text = element.value_exact<std::string>()) {
      day = parse_iso(*text);
    }
    if (!day) mistake_.say(element.source().begin, "this is not a date; write 2026-12-01");
    all.push_back(day.value_or(0));
  }
  return all;
}

const toml::table* TomlTable::table(std::string_view key) {
  const toml::node* node = find(key);
  if (node == nullptr) return nullptr;
  if (!node->is_table())
    complain(key, std::string(key) + " must be a table, [" + std::string(key) + "]");
  return node->as_table();
}

const toml::array* TomlTable::tables(std::string_view key) {
  const toml::node* node = find(key);
  if (node == nullptr) return nullptr;
  if (node->is_array_of_tables()) return node->as_array();
  complain(key, std::string(key) + " must be tables, [[" + std::string(key) + "]]");
  return nullptr;
}

void TomlTable::refuse_others() {
  const std::vector<std::string> known(asked_.begin(), asked_.end());
  for (const auto& [key, node] : table_) {
    if (asked_.contains(key.str())) continue;
    const std::string meant = nearest(key.str(), known);
    mistake_.say(key.source().begin,
                 "nobody knows the key \"" + std::string(key.str()) + "\"" +
                     (name_.empty() ? "" : " in " + name_) +
                     (meant.empty() ? "" : "; did you mean \"" + meant + "\"?"));
  }
}

}  // namespace tidemark::cli
