#include "report/house_template.hpp"

#include <toml++/toml.h>

#include <algorithm>
#include <cmath>
#include <kainjow/mustache.hpp>
#include <optional>
#include <set>

#include "base/file.hpp"
#include "base/text.hpp"
#include "report/utf8.hpp"

namespace tidemark::report {

namespace {

// What a paper's words may name; writers of papers give them.
const std::set<std::string>& known_tags() {
  static const std::set<std::string> k_tags = {
      "council", "children_in_care", "panel_date", "run",   "snapshot_date",
      "as_at",   "number",           "made_at",    "forum", "children"};
  return k_tags;
}

const std::set<std::string>& known_words() {
  static const std::set<std::string> k_words = {
      "panel_intro",   "panel_closing",   "exemptions_intro", "exemptions_closing",
      "team_intro",    "team_closing",    "head_intro",       "head_closing",
      "members_intro", "members_closing", "quality_intro",    "quality_closing"};
  return k_words;
}

std::string listed(const std::set<std::string>& names) {
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "" : ", ") + name;
  return out;
}

Error refused(const std::string& shown, const toml::source_region& source,
              const std::string& what) {
  return {ErrorKind::input, shown + ":" + std::to_string(source.begin.line) + ":" +
                                std::to_string(source.begin.column) + ": " + what};
}

std::string unknown_key(const std::string& key, const std::set<std::string>& known) {
  const std::string close = nearest(key, {known.begin(), known.end()});
  return "no key is called \"" + key + "\"" +
         (close.empty() ? "; the keys are " + listed(known) : "; did you mean " + close + "?");
}

// What is wrong with the tags of `words`; "" nothing.
std::string wrong_tag(const std::string& words) {
  for (std::size_t at = words.find("{{"); at != std::string::npos; at = words.find("{{", at + 2)) {
    const std::size_t end = words.find("}}", at);
    if (end == std::string::npos) return "a tag is opened with {{ and never closed with }}";
    const std::string tag(trim(std::string_view(words).substr(at + 2, end - at - 2)));
    if (known_tags().count(tag) == 0) {
      return "no value is called {{" + tag + "}}; the values are " + listed(known_tags());
    }
    at = end;
  }
  return "";
}

// WCAG 2.1: the light that one of red, green and blue gives, from 0 to 1.
double light_of(const std::string& colour, std::size_t at) {
  const double part = std::stoi(colour.substr(at, 2), nullptr, 16) / 255.0;
  return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
}

// Of "#1d3557" with white, from 1 to 21. Source: WCAG 2.1, "contrast ratio".
double contrast_with_white(const std::string& colour) {
  const double light =
      0.2126 * light_of(colour, 1) + 0.7152 * light_of(colour, 3) + 0.0722 * light_of(colour, 5);
  return 1.05 / (light + 0.05);
}

std::string wrong_colour(const std::string& colour) {
  constexpr double k_least = 4.5;  // WCAG 2.1, 1.4.3
  const bool fine = colour.size() == 7 && colour[0] == '#' &&
                    colour.find_first_not_of("0123456789abcdefABCDEF", 1) == std::string::npos;
  if (!fine) return "a colour is written as \"#1d3557\", not \"" + colour + "\"";
  if (contrast_with_white(colour) >= k_least) return "";
  return "the colour " + colour +
         " is too pale to be read on white (contrast below 4.5 to 1); "
         "choose a darker one";
}

// A control character, or one that turns the direction of writing, makes a page say what it does
// not; "" where there is none.
std::string wrong_character(const std::string& text) {
  const auto is_control = [](unsigned char c) {
    return (c < 0x20 && c != '\n' && c != '\t') || c == 0x7f;
  };
  const bool control = std::any_of(text.begin(), text.end(), is_control);
  // U+0080 to U+009F; U+061C, U+200E, U+200F, U+202A to U+202E, U+2066 to U+2069.
  bool turns = text.find("\xd8\x9c") != std::string::npos;
  for (std::size_t at = 0; at + 1 < text.size(); ++at) {
    const std::string_view two = std::string_view(text).substr(at, 2);
    const std::string_view three = std::string_view(text).substr(at, 3);
    turns = turns || (two >= "\xc2\x80" && two <= "\xc2\x9f") ||
            (three >= "\xe2\x80\x8e" && three <= "\xe2\x80\x8f") ||
            (three >= "\xe2\x80\xaa" && three <= "\xe2\x80\xae") ||
            (three >= "\xe2\x81\xa6" && three <= "\xe2\x81\xa9");
  }
  return control || turns ? "the text holds a control character, or one that turns the direction "
                            "of writing; leave it out"
                          : "";
}

std::optional<Error> read_words(const toml::table& table, const std::string& shown,
                                std::map<std::string, std::string>& words) {
  for (const auto& [name, node] : table) {
    const std::string key(name.str());
    if (known_words().count(key) == 0)
      return refused(shown, name.source(), unknown_key(key, known_words()));
    const auto text = node.value_exact<std::string>();
    if (!text) return refused(shown, node.source(), "\"" + key + "\" is a text in quotes");
    const std::string odd = wrong_character(*text);
    const std::string wrong = odd.empty() ? wrong_tag(*text) : odd;
    if (!wrong.empty()) return refused(shown, node.source(), wrong);
    words[key] = printable_utf8(*text);
  }
  return std::nullopt;
}

std::optional<Error> read_house(const toml::table& table, const std::string& shown, House& house,
                                std::map<std::string, std::string>& words) {
  const std::map<std::string, std::string*> texts = {{"council", &house.council},
                                                     {"marking", &house.marking},
                                                     {"children_in_care", &house.children_in_care},
                                                     {"colour", &house.colour}};
  std::set<std::string> known = {"words"};
  for (const auto& entry : texts) known.insert(entry.first);
  for (const auto& [name, node] : table) {
    const std::string key(name.str());
    if (key == "words" && node.is_table()) {
      auto wrong = read_words(*node.as_table(), shown, words);
      if (wrong) return wrong;
      continue;
    }
    const auto place = texts.find(key);
    if (place == texts.end()) return refused(shown, name.source(), unknown_key(key, known));
    const auto text = node.value_exact<std::string>();
    if (!text) return refused(shown, node.source(), "\"" + key + "\" is a text in quotes");
    const std::string wrong = key == "colour" ? wrong_colour(*text) : wrong_character(*text);
    if (!wrong.empty()) return refused(shown, node.source(), wrong);
    *place->second = printable_utf8(*text);
  }
  return std::nullopt;
}

std::string as_it_is(const std::string& value) {
  return value;
}

}  // namespace

Result<HouseTemplate> HouseTemplate::parse(std::string_view toml_text, const std::string& shown) {
  try {
    const toml::table table = toml::parse(toml_text, shown);
    HouseTemplate made;
    auto wrong = read_house(table, shown, made.house_, made.words_);
    if (wrong) return *wrong;
    return made;
  } catch (const toml::parse_error& error) {
    return refused(shown, error.source(), std::string(error.description()));
  }
}

Result<HouseTemplate> HouseTemplate::load(const std::filesystem::path& path) {
  const Result<std::string> text = read_file(path);
  if (!text) return text.error();
  return parse(text.value(), path.string());
}

std::string HouseTemplate::words(const std::string& key, const PaperValues& values) const {
  const auto found = words_.find(key);
  if (found == words_.end()) return "";
  kainjow::mustache::mustache words(found->second);
  words.set_custom_escape(as_it_is);  // the formats escape for themselves
  kainjow::mustache::data known;
  known.set("council", house_.council);
  known.set("children_in_care", house_.children_in_care);
  for (const auto& [name, value] : values) known.set(name, printable_utf8(value));
  return words.render(known);
}

}  // namespace tidemark::report
