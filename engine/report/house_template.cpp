#include "report/house_template.hpp"

#include <toml++/toml.h>

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

std::string wrong_colour(const std::string& colour) {
  const bool fine = colour.size() == 7 && colour[0] == '#' &&
                    colour.find_first_not_of("0123456789abcdefABCDEF", 1) == std::string::npos;
  return fine ? "" : "a colour is written as \"#1d3557\", not \"" + colour + "\"";
}

std::optional<Error> read_words(const toml::table& table, const std::string& shown,
                                std::map<std::string, std::string>& words) {
  for (const auto& [name, node] : table) {
    const std::string key(name.str());
    if (known_words().count(key) == 0)
      return refused(shown, name.source(), unknown_key(key, known_words()));
    const auto text = node.value_exact<std::string>();
    if (!text) return refused(shown, node.source(), "\"" + key + "\" is a text in quotes");
    const std::string wrong = wrong_tag(*text);
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
    const std::string wrong = key == "colour" ? wrong_colour(*text) : "";
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
