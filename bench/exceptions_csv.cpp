#include "exceptions_csv.hpp"

#include <array>
#include <cerrno>
#include <charconv>
#include <cstdio>
#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

namespace tidemark::bench {
namespace {

constexpr std::size_t k_flush_at = std::size_t{1} << 18;

bool is_exception(const Judgement& j) {
  return j.verdict == Verdict::breach || j.verdict == Verdict::explained ||
         j.verdict == Verdict::met_late;
}

char* put(char* to, std::string_view text) {
  std::memcpy(to, text.data(), text.size());
  return to + text.size();
}

void put_digits(char* to, int number, int count) {
  for (int i = count - 1; i >= 0; --i, number /= 10) to[i] = static_cast<char>('0' + number % 10);
}

// yyyy-mm-dd, each day spelt once.
class IsoDays {
 public:
  IsoDays() : texts_(static_cast<std::size_t>(day_of(k_last_year, 12, 31) - first_ + 1)) {}
  [[nodiscard]] std::string_view text(Day day) {
    if (day < first_ || static_cast<std::size_t>(day - first_) >= texts_.size()) return {};
    Text& text = texts_[static_cast<std::size_t>(day - first_)];
    if (text[0] == '\0') spell(day, text);
    return {text.data(), text.size()};
  }

 private:
  using Text = std::array<char, 10>;
  static void spell(Day day, Text& text) {
    const Civil c = civil_of(day);
    put_digits(text.data(), c.year, 4);
    text[4] = '-';
    put_digits(text.data() + 5, c.month, 2);
    text[7] = '-';
    put_digits(text.data() + 8, c.day, 2);
  }

  Day first_ = day_of(k_first_year, 1, 1);
  std::vector<Text> texts_;
};

constexpr std::size_t k_longest_row = 256;  // ids are at most 64 bytes, and so are rules' names

char* put_row(char* to, const Judgement& j, const Rulebook& rulebook, const Snapshot& snapshot,
              IsoDays& days) {
  to = put(to, rulebook.rules[j.rule].id);
  *to++ = ',';
  to = put(to, snapshot.children.id(j.child));
  *to++ = ',';
  to = put(to, days.text(j.clock.lo));
  *to++ = ',';
  to = put(to, days.text(j.due.lo));
  *to++ = ',';
  to = std::to_chars(to, to + 12, j.days_over).ptr;
  *to++ = '\n';
  return to;
}

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

// Collects rows and writes them when there are many; remembers whether all writing went well.
class RowBuffer {
 public:
  explicit RowBuffer(std::FILE* file) : file_(file), text_(new char[k_flush_at + k_longest_row]) {}
  [[nodiscard]] char* end() { return text_.get() + used_; }
  void grow_to(const char* end) {
    used_ = static_cast<std::size_t>(end - text_.get());
    if (used_ >= k_flush_at) flush();
  }
  bool flush() {
    written_ = std::fwrite(text_.get(), 1, used_, file_) == used_ && written_;
    used_ = 0;
    return written_;
  }

 private:
  std::FILE* file_;
  std::unique_ptr<char[]> text_;
  std::size_t used_ = 0;
  bool written_ = true;
};

Error cannot_write(const std::string& path) {
  return {ErrorKind::input, path + " cannot be written: " + std::strerror(errno)};
}

}  // namespace

Status write_exceptions(const std::string& path, const Rulebook& rulebook, const Snapshot& snapshot,
                        const std::vector<Judgement>& judgements) {
  std::unique_ptr<std::FILE, CloseFile> file(std::fopen(path.c_str(), "wb"));
  if (!file) return cannot_write(path);
  std::setvbuf(file.get(), nullptr, _IONBF, 0);
  RowBuffer rows(file.get());
  IsoDays days;
  rows.grow_to(put(rows.end(), "rule,child,clock_start,due_date,days_over\n"));
  for (const Judgement& j : judgements) {
    if (is_exception(j)) rows.grow_to(put_row(rows.end(), j, rulebook, snapshot, days));
  }
  if (!rows.flush()) return cannot_write(path);
  if (std::fclose(file.release()) != 0) return cannot_write(path);
  return Done{};
}

}  // namespace tidemark::bench
