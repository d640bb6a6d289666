#include "output.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <bit>

#include "calendar.hpp"
#include "threads.hpp"

namespace limit {
namespace {

// One pass of a stable radix sort; digits are below 2048.
template <class Item, class Digit>
void sort_by_digit(std::vector<Item>& items, std::vector<Item>& scratch, Digit digit) {
  std::uint32_t next[2049] = {};
  for (const Item& item : items) ++next[digit(item) + 1];
  for (int i = 0; i < 2048; ++i) next[i + 1] += next[i];
  scratch.resize(items.size());
  for (const Item& item : items) scratch[next[digit(item)]++] = item;
  items.swap(scratch);
}

unsigned byte_of(const ChildKey& key, int position) {
  const std::uint64_t word = position < 8 ? key.first : key.second;
  return static_cast<unsigned>(word >> (8 * (position % 8))) & 255;
}

// The bytes in which the ids differ at all.
std::vector<int> differing_bytes(const ChildKeys& children) {
  ChildKey differ;
  for (std::size_t i = 0; i < children.size(); ++i) {
    differ.first |= children[i].first ^ children[0].first;
    differ.second |= children[i].second ^ children[0].second;
  }
  std::vector<int> positions;
  for (int i = 0; i < 16; ++i) {
    if (byte_of(differ, i) != 0) positions.push_back(i);
  }
  return positions;
}

// The children in the byte order of their ids: a radix sort from the last differing byte, up to
// eight of them gathered into one word.
std::vector<std::uint32_t> children_by_id(const ChildKeys& children) {
  struct Entry {
    std::uint64_t word;
    std::uint32_t child;
  };
  std::vector<Entry> entries(children.size()), scratch;
  for (std::uint32_t i = 0; i < entries.size(); ++i) entries[i].child = i;
  const std::vector<int> positions = differing_bytes(children);
  for (std::size_t end = positions.size(); end > 0; end -= std::min<std::size_t>(end, 8)) {
    const std::size_t begin = end > 8 ? end - 8 : 0;
    for (Entry& e : entries) {
      e.word = 0;
      for (std::size_t i = begin; i < end; ++i) {
        e.word = e.word << 8 | byte_of(children[e.child], positions[i]);
      }
    }
    for (std::size_t shift = 0; shift < (end - begin) * 8; shift += 8) {
      sort_by_digit(entries, scratch, [shift](const Entry& e) {
        return static_cast<unsigned>(e.word >> shift) & 255;
      });
    }
  }
  std::vector<std::uint32_t> order;
  order.reserve(entries.size());
  for (const Entry& e : entries) order.push_back(e.child);
  return order;
}

class RowWriter {
 public:
  RowWriter(const ChildKeys& children, std::vector<Exceptions>& found)
      : found_(found), rank_(children.size()) {
    const std::vector<std::uint32_t> order = children_by_id(children);
    by_rank_.reserve(order.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) {
      rank_[order[i]] = i;
      by_rank_.push_back(children[order[i]]);
    }
    spell_days();
  }

  // The rule's exceptions of all threads, child now being the rank of its id.
  std::vector<Exception> in_order(std::size_t rule) const {
    std::vector<Exception> rows = std::move(found_[0][rule]), scratch;
    for (std::size_t i = 1; i < found_.size(); ++i) {
      rows.insert(rows.end(), found_[i][rule].begin(), found_[i][rule].end());
    }
    for (Exception& row : rows) row.child = rank_[row.child];
    for (std::size_t shift = 0; shift == 0 || rank_.size() >> shift != 0; shift += 11) {
      sort_by_digit(rows, scratch,
                    [shift](const Exception& row) { return (row.child >> shift) & 2047; });
    }
    return rows;
  }

  static constexpr std::size_t k_longest = 64;
  char* put(char* to, std::size_t rule, const Exception& row) const {
    to[0] = 'R';
    put_two_digits(to + 1, static_cast<int>(rule) + 1);
    to[3] = ',';
    const ChildKey& key = by_rank_[row.child];
    std::memcpy(to + 4, &key, sizeof key);
    to += 4 + length_of(key);
    *to++ = ',';
    to = put_day(to, row.clock);
    to = put_day(to, row.due);
    return put_number(to, row.days_over);
  }

 private:
  void spell_days() {
    std::int32_t last = 0;
    first_day_ = k_no_day;
    for (const Exceptions& rules : found_) {
      for (const std::vector<Exception>& rows : rules) {
        for (const Exception& row : rows) {
          first_day_ = std::min({first_day_, row.clock, row.due});
          last = std::max({last, row.clock, row.due});
        }
      }
    }
    if (first_day_ != k_no_day) iso_ = iso_texts(first_day_, last);
  }

  static std::size_t length_of(const ChildKey& key) {
    const int zeros =
        key.second != 0 ? std::countl_zero(key.second) : 64 + std::countl_zero(key.first);
    return 16 - static_cast<std::size_t>(zeros) / 8;
  }
  char* put_day(char* to, std::int32_t day) const {
    std::memcpy(to, iso_[static_cast<std::size_t>(day - first_day_)].text, 10);
    to[10] = ',';
    return to + 11;
  }
  static char* put_number(char* to, std::int32_t number) {
    char digits[12];
    std::size_t begin = sizeof digits;
    do {
      digits[--begin] = static_cast<char>('0' + number % 10);
      number /= 10;
    } while (number != 0);
    std::memcpy(to, digits + begin, sizeof digits - begin);
    to += sizeof digits - begin;
    *to++ = '\n';
    return to;
  }

  std::vector<Exceptions>& found_;
  std::vector<std::uint32_t> rank_;
  std::vector<ChildKey> by_rank_;
  std::vector<IsoText> iso_;
  std::int32_t first_day_ = 0;
};

class OutputFile {
 public:
  explicit OutputFile(const std::string& path)
      : path_(path), file_(open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0666)) {
    if (file_ < 0) give_up("cannot write", path_);
  }
  void write(const char* text, std::size_t size) const {
    while (size > 0) {
      const ssize_t written = ::write(file_, text, size);
      if (written <= 0) give_up("cannot write", path_);
      text += written;
      size -= static_cast<std::size_t>(written);
    }
  }
  void close() const {
    if (::close(file_) != 0) give_up("cannot write", path_);
  }

 private:
  std::string path_;
  int file_;
};

void write_alone(const RowWriter& writer, const OutputFile& file) {
  constexpr std::size_t size = std::size_t{1} << 18;
  const std::unique_ptr<char[]> buffer(new char[size + RowWriter::k_longest]);
  char* to = buffer.get();
  const auto flush = [&] {
    file.write(buffer.get(), static_cast<std::size_t>(to - buffer.get()));
    to = buffer.get();
  };
  for (std::size_t rule = 0; rule < 10; ++rule) {
    for (const Exception& row : writer.in_order(rule)) {
      to = writer.put(to, rule, row);
      if (to >= buffer.get() + size) flush();
    }
  }
  flush();
}

void write_together(const RowWriter& writer, const OutputFile& file, std::size_t threads) {
  std::array<std::string, 10> texts;
  in_threads(static_cast<int>(threads), [&](int thread) {
    for (std::size_t rule = static_cast<std::size_t>(thread); rule < 10; rule += threads) {
      const std::vector<Exception> rows = writer.in_order(rule);
      std::string& text = texts[rule];
      text.resize(rows.size() * RowWriter::k_longest);
      char* to = text.data();
      for (const Exception& row : rows) to = writer.put(to, rule, row);
      text.resize(static_cast<std::size_t>(to - text.data()));
    }
  });
  for (const std::string& text : texts) file.write(text.data(), text.size());
}

}  // namespace

void write_exceptions(const std::string& path, const ChildKeys& children,
                      std::vector<Exceptions>& found) {
  const RowWriter writer(children, found);
  const OutputFile file(path);
  const std::string_view heading = "rule,child,clock_start,due_date,days_over\n";
  file.write(heading.data(), heading.size());
  if (found.size() == 1) {
    write_alone(writer, file);
  } else {
    write_together(writer, file, found.size());
  }
  file.close();
}

}  // namespace limit
