#include "snapshot/ticked_codes.hpp"

#include "base/text.hpp"

namespace tidemark {
namespace {

bool is_tick(std::string_view value) {
  const std::string plain = lower(trim(value));
  for (const char* none : {"", "n", "no", "0", "false", "null", "none", "[]", "{}"}) {
    if (plain == none) return false;
  }
  return true;
}

// A flat object: names in quotes, values in quotes or bare.
class FlatObject {
 public:
  explicit FlatObject(std::string_view text) : text_(text) {}

  std::optional<std::vector<std::string>> ticked() {
    std::vector<std::string> names;
    if (!take('{')) return std::nullopt;
    if (take('}')) return at_end() ? std::optional(names) : std::nullopt;
    do {
      std::string name, value;
      if (!quoted(name) || !take(':') || !(quoted(value) || bare(value))) return std::nullopt;
      if (is_tick(value)) names.push_back(std::move(name));
    } while (take(','));
    if (!take('}') || !at_end()) return std::nullopt;
    return names;
  }

 private:
  void skip_space() { text_ = trim(text_); }
  bool at_end() {
    skip_space();
    return text_.empty();
  }
  bool take(char c) {
    skip_space();
    if (text_.empty() || text_[0] != c) return false;
    text_.remove_prefix(1);
    return true;
  }
  bool quoted(std::string& into) {
    skip_space();
    if (text_.empty() || (text_[0] != '"' && text_[0] != '\'')) return false;
    const char quote = text_[0];
    for (std::size_t i = 1; i < text_.size(); ++i) {
      if (text_[i] == quote) {
        text_.remove_prefix(i + 1);
        return true;
      }
      if (text_[i] == '\\' && i + 1 < text_.size()) ++i;
      into += text_[i];
    }
    return false;
  }
  bool bare(std::string& into) {
    skip_space();
    const std::size_t end = text_.find_first_of(",}{[\"'");
    if (end == std::string_view::npos || end == 0) return false;
    into = trim(text_.substr(0, end));
    text_.remove_prefix(end);
    return true;
  }

  std::string_view text_;
};

}  // namespace

std::optional<std::vector<std::string>> ticked_names(std::string_view text) {
  text = trim(text);
  if (text.starts_with('{')) return FlatObject(text).ticked();
  if (text.starts_with('[') || text.find_first_of("{}\"") != std::string_view::npos) {
    return std::nullopt;
  }
  std::vector<std::string> names;
  std::size_t begin = 0;
  while (begin <= text.size()) {
    const std::size_t end = std::min(text.find_first_of("+,;|\n", begin), text.size());
    const std::string_view name = trim(text.substr(begin, end - begin));
    if (!name.empty()) names.emplace_back(name);
    begin = end + 1;
  }
  return names;
}

}  // namespace tidemark
