#include "report/catalogue_parts.hpp"

#include <algorithm>

#include "report/words.hpp"

namespace tidemark::report {

std::string file_of(const Rulebook& rulebook, const Position& at) {
  return at.file < 0 ? "" : rulebook.files[static_cast<std::size_t>(at.file)].path;
}

std::string theme_of(const Rulebook& rulebook, const Position& at) {
  const std::string path = file_of(rulebook, at);
  std::string theme = path.substr(0, path.find('/') == std::string::npos ? 0 : path.find('/'));
  std::replace(theme.begin(), theme.end(), '-', ' ');
  if (!theme.empty() && theme[0] >= 'a' && theme[0] <= 'z') {
    theme[0] = static_cast<char>(theme[0] - 'a' + 'A');
  }
  return theme.empty() ? "Without a theme" : theme;
}

std::string passage(const std::vector<Passage>& passages, const std::string& heading,
                    const char* joint) {
  std::string text;
  for (const Passage& passage : passages) {
    if (passage.heading != heading) continue;
    for (const std::string& line : passage.lines) text += (text.empty() ? "" : joint) + line;
  }
  return text;
}

std::string in_force_words(const Rule& rule) {
  if (!rule.in_force) return "";
  const InForce& when = *rule.in_force;
  const std::string from = when.from == k_earliest ? "" : "from " + iso(when.from);
  const std::string to = when.to == k_latest ? "" : "to " + iso(when.to);
  return std::string(when.by_due ? "due " : "clock started ") + from +
         (from.empty() || to.empty() ? "" : " ") + to;
}

std::string standing_words(const Rule& rule) {
  return words_of(rule.standing) + (rule.to_be_confirmed ? ", to be confirmed" : "");
}

std::string md(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (std::string("\\`*_[]<>#|").find(c) != std::string::npos) out += '\\';
    out += c == '\n' ? ' ' : c;
  }
  return out;
}

std::string md_cell(const std::string& text) {
  return text.empty() ? " " : md(text);
}

}  // namespace tidemark::report
