#include "audit/rule_changes.hpp"

#include <algorithm>
#include <cstdio>
#include <map>
#include <regex>
#include <set>

#include "evaluate/judge.hpp"
#include "rulebook/describe.hpp"

namespace tidemark {

namespace {

const RuleFile* file_at(const Rulebook& book, const std::string& path) {
  const auto found = std::find_if(book.files.begin(), book.files.end(),
                                  [&](const RuleFile& file) { return file.path == path; });
  return found == book.files.end() ? nullptr : &*found;
}

std::string path_of_module(std::string name) {
  std::replace(name.begin(), name.end(), '.', '/');
  return name + ".lua";
}

// The names in `require "..."`.
std::vector<std::string> required_in(const std::string& text) {
  constexpr std::string_view k_require = "require";
  std::vector<std::string> names;
  for (std::size_t at = text.find(k_require); at != std::string::npos;
       at = text.find(k_require, at + 1)) {
    const std::size_t quote = text.find_first_not_of(" \t(", at + k_require.size());
    if (quote == std::string::npos || (text[quote] != '"' && text[quote] != '\'')) continue;
    const std::size_t close = text.find(text[quote], quote + 1);
    if (close != std::string::npos) names.push_back(text.substr(quote + 1, close - quote - 1));
  }
  return names;
}

// What a file requires, and what that requires.
void add_required(const Rulebook& book, const std::string& path, std::set<std::string>& paths) {
  const RuleFile* file = file_at(book, path);
  if (file == nullptr || !paths.insert(path).second) return;
  for (const std::string& name : required_in(file->text)) {
    add_required(book, path_of_module(name), paths);
  }
}

bool is_for_every_rule(const std::string& path) {
  return path == "model.lua" || path.starts_with("sources/") || path.starts_with("calendars/") ||
         path.starts_with("lib/aliases/");
}

// A rule that did not load is in no list but names its file by its id.
std::string path_of_rule(const Rulebook& book, const std::string& id) {
  if (const Rule* rule = book.rule(id)) {
    return book.files[static_cast<std::size_t>(rule->at.file)].path;
  }
  for (const RuleFile& file : book.files) {
    if (file.path.ends_with("/" + id + ".lua")) return file.path;
  }
  return "";
}

void add_paths(const Rulebook& book, const std::string& id, std::set<std::string>& paths) {
  for (const RuleFile& file : book.files) {
    if (is_for_every_rule(file.path)) paths.insert(file.path);
  }
  const std::string own = path_of_rule(book, id);
  if (!own.empty()) add_required(book, own, paths);
}

// With the default numbers of settings taken out: those are compared as they are in force.
std::string without_numbers(const std::string& text) {
  static const std::regex k_setting(
      "(setting\\s*\\{\\s*)([a-z_]+\\s*\\(\\s*[0-9.]+\\s*\\)|[0-9.]+)");
  return std::regex_replace(text, k_setting, "$1#");
}

std::string value_of(const Setting& setting) {
  if (setting.is_span) return words_of(setting.span);
  char text[32];
  std::snprintf(text, sizeof text, "%.10g", setting.number);
  return text;
}

using Settings = std::map<std::pair<std::string, std::string>, std::string>;

Settings settings_of(const Rulebook& book, const std::string& id,
                     const std::set<std::string>& paths) {
  Settings settings;
  for (const Setting& setting : book.settings) {
    if (setting.rule != id && !paths.contains(path_of_module(setting.rule))) continue;
    settings[{setting.rule, setting.label}] = value_of(setting);
  }
  return settings;
}

std::vector<SettingChange> settings_changed(const Settings& before, const Settings& after) {
  std::vector<SettingChange> changes;
  for (const auto& [name, value] : before) {
    const auto now = after.find(name);
    if (now != after.end() && now->second == value) continue;
    changes.push_back({name.first, name.second, value, now == after.end() ? "" : now->second});
  }
  for (const auto& [name, value] : after) {
    if (!before.contains(name)) changes.push_back({name.first, name.second, "", value});
  }
  return changes;
}

bool runs_in(const Rulebook& book, const std::string& id) {
  return std::any_of(book.rules.begin(), book.rules.end(),
                     [&](const Rule& rule) { return rule.id == id && runs(rule); });
}

using Passages = std::map<std::string, std::vector<std::string>>;

Passages passages_of(const Rulebook& book, const std::string& id) {
  Passages passages;
  for (const Rule& rule : book.rules) {
    if (rule.id != id) continue;
    for (const Passage& passage : describe_rule(book, rule)) {
      auto& lines = passages[passage.heading];
      lines.insert(lines.end(), passage.lines.begin(), passage.lines.end());
    }
  }
  return passages;
}

std::vector<std::string> lines_only_in(const std::vector<std::string>& lines,
                                       const std::vector<std::string>& others) {
  std::vector<std::string> only;
  for (const std::string& line : lines) {
    if (std::find(others.begin(), others.end(), line) == others.end()) only.push_back(line);
  }
  return only;
}

std::vector<PassageChange> passages_changed(const Passages& before, const Passages& after) {
  std::set<std::string> headings;
  for (const auto& [heading, lines] : before) headings.insert(heading);
  for (const auto& [heading, lines] : after) headings.insert(heading);
  std::vector<PassageChange> changes;
  const std::vector<std::string> none;
  for (const std::string& heading : headings) {
    const auto lines_in = [&](const Passages& passages) -> const std::vector<std::string>& {
      const auto found = passages.find(heading);
      return found == passages.end() ? none : found->second;
    };
    PassageChange change{heading, lines_only_in(lines_in(before), lines_in(after)),
                         lines_only_in(lines_in(after), lines_in(before))};
    if (!change.before.empty() || !change.after.empty()) changes.push_back(std::move(change));
  }
  return changes;
}

std::string list_of(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : ", ") + part;
  return text;
}

}  // namespace

RuleChange change_of_rule(const Rulebook& before, const Rulebook& after, const std::string& rule) {
  RuleChange change;
  change.rule = rule;
  change.runs_before = runs_in(before, rule);
  change.runs_after = runs_in(after, rule);
  std::set<std::string> paths_before, paths_after;
  add_paths(before, rule, paths_before);
  add_paths(after, rule, paths_after);
  std::set<std::string> paths = paths_before;
  paths.insert(paths_after.begin(), paths_after.end());
  for (const std::string& path : paths) {
    const RuleFile* then = file_at(before, path);
    const RuleFile* now = file_at(after, path);
    const bool same =
        then != nullptr && now != nullptr &&
        (then->text == now->text || without_numbers(then->text) == without_numbers(now->text));
    if (!same) change.files.push_back(path);
  }
  change.settings = settings_changed(settings_of(before, rule, paths_before),
                                     settings_of(after, rule, paths_after));
  change.passages = passages_changed(passages_of(before, rule), passages_of(after, rule));
  return change;
}

std::vector<RuleChange> changes_of_rules(const Rulebook& before, const Rulebook& after) {
  std::set<std::string> ids;
  for (const Rulebook* book : {&before, &after}) {
    for (const Rule& rule : book->rules) ids.insert(rule.id);
  }
  std::vector<RuleChange> changes;
  for (const std::string& id : ids) {
    RuleChange change = change_of_rule(before, after, id);
    if (!change.is_none()) changes.push_back(std::move(change));
  }
  return changes;
}

bool same_rules(const Rulebook& before, const Rulebook& after) {
  return &before == &after ||
         std::equal(before.files.begin(), before.files.end(), after.files.begin(),
                    after.files.end(), [](const RuleFile& a, const RuleFile& b) {
                      return a.path == b.path && a.text == b.text;
                    });
}

std::string words_of(const SettingChange& change) {
  const auto shown = [](const std::string& value) { return value.empty() ? "none" : value; };
  return change.of + ": " + change.label + ": " + shown(change.before) + " -> " +
         shown(change.after);
}

std::string words_of(const RuleChange& change) {
  if (!change.runs_before && change.runs_after) return "the rule did not run before";
  if (change.runs_before && !change.runs_after) return "the rule does not run any more";
  std::vector<std::string> parts;
  for (const SettingChange& setting : change.settings) parts.push_back(words_of(setting));
  if (!change.files.empty()) {
    std::vector<std::string> headings;
    for (const PassageChange& passage : change.passages) {
      if (passage.heading != "Figures that people may change") headings.push_back(passage.heading);
    }
    parts.push_back("text changed in " + list_of(change.files) +
                    (headings.empty() ? "" : " (" + list_of(headings) + ")"));
  }
  return list_of(parts);
}

}  // namespace tidemark
