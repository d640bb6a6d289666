#include "exceptions_csv.hpp"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstdio>
#include <cstring>
#include <memory>

namespace tidemark::bench {
namespace {

constexpr std::size_t k_iso_length = 10;
constexpr std::size_t k_flush_at = std::size_t{1} << 18;

bool is_exception(const Judgement& j) {
  return j.verdict == Verdict::breach || j.verdict == Verdict::explained ||
         j.verdict == Verdict::met_late;
}

// Every day between the first and the last that is printed, spelt once.
class IsoDays {
 public:
  explicit IsoDays(const std::vector<Judgement>& judgements) {
    Day last = k_earliest;
    for (const Judgement& j : judgements) {
      if (!is_exception(j)) continue;
      first_ = std::min({first_, j.clock.lo, j.due.lo});
      last = std::max({last, j.clock.lo, j.due.lo});
    }
    for (Day day = first_; day <= last && day < k_latest; ++day) text_ += iso(day);
  }
  [[nodiscard]] std::string_view text(Day day) const {
    return {text_.data() + static_cast<std::size_t>(day - first_) * k_iso_length, k_iso_length};
  }

 private:
  Day first_ = k_latest;
  std::string text_;
};

void append_row(std::string& text, const Judgement& j, const Rulebook& rulebook,
                const Snapshot& snapshot, const IsoDays& days) {
  char number[12];
  char* end = std::to_chars(number, number + sizeof number, j.days_over).ptr;
  text += rulebook.rules[j.rule].id;
  text += ',';
  text += snapshot.children.id(j.child);
  text += ',';
  text += days.text(j.clock.lo);
  text += ',';
  text += days.text(j.due.lo);
  text += ',';
  text.append(number, end);
  text += '\n';
}

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

bool write_text(std::FILE* file, std::string& text) {
  const bool written = std::fwrite(text.data(), 1, text.size(), file) == text.size();
  text.clear();
  return written;
}

}  // namespace

Status write_exceptions(const std::string& path, const Rulebook& rulebook, const Snapshot& snapshot,
                        const std::vector<Judgement>& judgements) {
  const Error failed{ErrorKind::input, path + " cannot be written: "};
  std::unique_ptr<std::FILE, CloseFile> file(std::fopen(path.c_str(), "wb"));
  if (!file) return Error{failed.kind, failed.message + std::strerror(errno)};
  std::setvbuf(file.get(), nullptr, _IONBF, 0);
  const IsoDays days(judgements);
  std::string text = "rule,child,clock_start,due_date,days_over\n";
  text.reserve(k_flush_at + 4096);
  bool written = true;
  for (const Judgement& j : judgements) {
    if (!is_exception(j)) continue;
    append_row(text, j, rulebook, snapshot, days);
    if (text.size() >= k_flush_at) written = write_text(file.get(), text) && written;
  }
  written = write_text(file.get(), text) && written;
  written = std::fclose(file.release()) == 0 && written;
  if (!written) return Error{failed.kind, failed.message + std::strerror(errno)};
  return Done{};
}

}  // namespace tidemark::bench
