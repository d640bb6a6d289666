#include "store/access_chain.hpp"

#include <algorithm>

#include "base/digest.hpp"
#include "base/text.hpp"
#include "store/access_line.hpp"

namespace tidemark {

namespace {

using Line = std::optional<ReadAccessLine>;

bool follows(const ReadAccessLine& line, std::string_view seal) {
  return line.seal == access_seal(seal, line.text);
}

class Walk {
 public:
  explicit Walk(std::string_view content) : lines_(split(content, '\n')) {
    has_end_ = lines_.back().empty();
    if (has_end_) lines_.pop_back();
  }
  AccessChain chain() && {
    while (at_ < lines_.size()) {
      const Line line = read_access_line(lines_[at_]);
      if (line && follows(*line, chain_.check.last_seal)) {
        take(*line);
      } else if (const std::size_t end = end_of_what_was_torn(); end > at_) {
        for (; at_ < end; ++at_) chain_.check.torn.push_back(at_ + 1);
      } else {
        if (chain_.check.first_broken == 0) chain_.check.first_broken = at_ + 1;
        line ? take(*line) : void(++at_);
      }
    }
    return std::move(chain_);
  }

 private:
  void take(const ReadAccessLine& line) {
    chain_.check.last_seal = line.seal;
    ++chain_.check.entries;
    chain_.lines.push_back({++at_, line.entry});
  }
  // The line behind what a crash cut off here, which is several lines when the crash cut off the
  // very entry that told of an earlier one; at_ when this is no crash's doing.
  [[nodiscard]] std::size_t end_of_what_was_torn() const {
    std::string fragment;
    // No crash leaves more than a few; a file of something else altogether is not searched for
    // long.
    const std::size_t furthest = std::min(lines_.size(), at_ + 8);
    for (std::size_t end = at_; end < furthest; ++end) {
      const Line line = read_access_line(lines_[end]);
      const bool tells = end > at_ && line && follows(*line, chain_.check.last_seal) &&
                         line->entry.what == Access::torn &&
                         line->entry.why == sha256_hex(fragment);
      if (tells) return end;
      const bool is_last = end + 1 == lines_.size();
      if (line && end > at_ && !is_last) return at_;
      if (is_last && (!line || !has_end_)) return lines_.size();  // nobody has come after it yet
      if (end > at_) fragment += "\n";
      fragment += lines_[end];
    }
    return at_;
  }

  std::vector<std::string_view> lines_;
  bool has_end_ = false;
  std::size_t at_ = 0;
  AccessChain chain_;
};

}  // namespace

AccessChain walk_access(std::string_view content) {
  return Walk(content).chain();
}

std::optional<AccessTail> access_tail(std::string_view text, bool is_all) {
  AccessTail tail;
  std::size_t end = text.rfind('\n');
  while (end != std::string_view::npos) {
    const std::size_t before = end == 0 ? std::string_view::npos : text.rfind('\n', end - 1);
    if (before == std::string_view::npos && !is_all) return std::nullopt;
    const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
    if (const Line line = read_access_line(text.substr(begin, end - begin))) {
      tail.seal = line->seal;
      tail.rest = text.substr(end + 1);
      return tail;
    }
    end = before;
  }
  if (!is_all) return std::nullopt;
  tail.rest = text;
  return tail;
}

std::string what_comes_next(AccessTail tail, const AccessEntry& entry) {
  std::string text;
  const auto add = [&](const AccessEntry& line) {
    const std::string words = access_text(line);
    tail.seal = access_seal(tail.seal, words);
    text += tail.seal + "\t" + words + "\n";
  };
  if (const Line line = read_access_line(tail.rest); line && follows(*line, tail.seal)) {
    tail.seal = std::string(line->seal);  // only its end is missing
    text = "\n";
  } else if (!tail.rest.empty()) {
    if (tail.rest.back() == '\n') {
      tail.rest.pop_back();
    } else {
      text = "\n";
    }
    add({entry.at, "", Access::torn, sha256_hex(tail.rest), "the line before, cut off by a crash"});
  }
  add(entry);
  return text;
}

}  // namespace tidemark
