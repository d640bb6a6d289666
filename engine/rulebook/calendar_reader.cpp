#include "rulebook/calendar_reader.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/text.hpp"
#include "rulebook/declaration.hpp"
#include "rulebook/words.hpp"

namespace tidemark {

namespace {

constexpr std::array<std::string_view, 12> k_months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

int number_in(std::string_view text) {
  int number = -1;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc{} && end == text.data() + text.size() ? number : -1;
}

// "29 Mar" in 2013.
Day holiday_in(int year, std::string_view text, const Written& written) {
  const std::size_t space = text.find(' ');
  const auto month = space == std::string_view::npos
                         ? k_months.end()
                         : std::find(k_months.begin(), k_months.end(), trim(text.substr(space)));
  const int day = number_in(text.substr(0, space));
  const int month_number = 1 + static_cast<int>(month - k_months.begin());
  if (month == k_months.end() || !is_calendar_day(year, month_number, day)) {
    throw written.error("\"" + shorten(text, 40) + "\" is not a day of " + std::to_string(year) +
                            "; write \"1 Jan\"",
                        std::to_string(year));
  }
  return day_of(year, month_number, day);
}

std::vector<Day> read_holidays(lua_State* lua, const KeyedTable& keys) {
  if (!keys.push("holidays") || lua_type(lua, -1) != LUA_TTABLE) {
    throw keys.error("calendar needs holidays = { [\"2013\"] = \"1 Jan, ...\" }", "holidays");
  }
  std::vector<Day> days;
  const int index = lua_gettop(lua);
  for (const std::string& name : keys_in_order(lua, index, keys.written(), "holidays")) {
    const int year = number_in(name);
    if (year < k_first_year || year > k_last_year)
      throw keys.error("\"" + name + "\" is not a year", name);
    lua_getfield(lua, index, name.c_str());
    if (lua_type(lua, -1) != LUA_TSTRING)
      throw keys.error("the holidays of " + name + " must be text", name);
    for (const std::string_view piece : split(lua_tostring(lua, -1), ',')) {
      if (!trim(piece).empty()) days.push_back(holiday_in(year, trim(piece), keys.written()));
    }
    lua_pop(lua, 1);
  }
  std::sort(days.begin(), days.end());
  lua_pop(lua, 1);
  return days;
}

Day required_day(const KeyedTable& keys, const char* key) {
  const std::optional<Day> day = parse_iso(keys.required_text(key));
  if (!day) throw keys.error(std::string(key) + " must be a date such as \"2013-01-01\"", key);
  return *day;
}

// "2021-09-06..2021-12-17", or one day.
DaySpan day_span(const std::string& text, const KeyedTable& keys, const char* key) {
  const std::size_t dots = text.find("..");
  const std::optional<Day> from = parse_iso(text.substr(0, dots));
  const std::optional<Day> to = dots == std::string::npos ? from : parse_iso(text.substr(dots + 2));
  if (!from || !to || *to < *from) {
    throw keys.error(std::string(key) + ": \"" + shorten(text, 40) +
                         "\" is not a first and a last day; write \"2021-09-06..2021-12-17\"",
                     key);
  }
  return {*from, *to};
}

std::vector<DaySpan> day_spans(const KeyedTable& keys, const char* key) {
  std::vector<DaySpan> spans;
  for (const std::string& text : keys.texts(key)) spans.push_back(day_span(text, keys, key));
  return spans;
}

WorkingCalendar read_days(lua_State* lua, const Written& written) {
  push_given(lua, lua_gettop(lua), 1);
  const KeyedTable keys(lua, lua_gettop(lua), "calendar",
                        {"name", "known_from", "known_to", "holidays"}, written);
  const Day from = required_day(keys, "known_from");
  const Day to = required_day(keys, "known_to");
  std::vector<Day> days = read_holidays(lua, keys);
  for (const Day day : days) {
    if (day < from || day > to)
      throw keys.error(iso(day) + " lies outside known_from to known_to", "known_from");
  }
  return {keys.required_text("name"), from, to, std::move(days)};
}

void read_part(const Script& script, lua_State* lua, CalendarFile& read) {
  const Declaration declaration = declaration_at(lua, -1);
  const Written written{script.file().text, std::max(1, declaration.line), script.file().path};
  if (declaration.word == "calendar") {
    read.days = read_days(lua, written);
  } else if (declaration.word == "school_terms") {
    push_given(lua, lua_gettop(lua), 1);
    const KeyedTable keys(lua, lua_gettop(lua), "school_terms", {"terms", "closed"}, written);
    read.terms = school_terms_of(keys, "terms", "closed");
  } else {
    throw written.error(
        "a file of calendars/ ends in `return calendar { ... }` or `return school_terms { ... }`");
  }
}

}  // namespace

SchoolTerms school_terms_of(const KeyedTable& keys, const char* terms, const char* closed) {
  std::vector<DaySpan> spans = day_spans(keys, terms);
  std::sort(spans.begin(), spans.end(),
            [](const DaySpan& a, const DaySpan& b) { return a.from < b.from; });
  for (std::size_t i = 1; i < spans.size(); ++i) {
    if (spans[i].from <= spans[i - 1].to)
      throw keys.error("the term from " + iso(spans[i].from) + " overlaps the one before", terms);
  }
  return {std::move(spans), closed == nullptr ? std::vector<DaySpan>{} : day_spans(keys, closed)};
}

Result<CalendarFile> read_calendar(Assembly& assembly, int file) {
  Script script(assembly, file, "", -1);
  CalendarFile found;
  const bool read = script.run(
      [](Script& own) {
        define_declarations(own, {"calendar", "school_terms"});
        define_require_word(own);
      },
      [&](lua_State* lua) { read_part(script, lua, found); });
  if (!read) return error_of(script.fault());
  return found;
}

}  // namespace tidemark
