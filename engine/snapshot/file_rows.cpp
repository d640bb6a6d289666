#include "snapshot/file_rows.hpp"

#include <cstring>
#include <memory>

#include "snapshot/delimiter_scan.hpp"
#include "snapshot/general_rows.hpp"

namespace tidemark {
namespace {

// Small enough to stay in the second-level cache between reading and splitting.
constexpr std::size_t k_buffer_bytes = 128 * 1024;
constexpr std::size_t k_beyond = 64;

class PlainStretch {
 public:
  PlainStretch(const OpenFile& file, const RowLayout& layout, const RowStretch& stretch,
               NoteBook& notes, const RowSink& sink)
      : file_(file),
        layout_(layout),
        stretch_(stretch),
        notes_(notes),
        sink_(sink),
        offset_(stretch.begin),
        line_(stretch.first_line),
        buffer_(new char[k_buffer_bytes + k_beyond]),
        ends_(new std::uint32_t[k_buffer_bytes + k_beyond + 1]) {
    ends_[0] = 0xffffffffU;
  }

  // False: the disk failed. Otherwise stops at the end, or at the first row that is not plain.
  bool read() {
    for (;;) {
      const std::uint64_t left = stretch_.end - offset_ - kept_;
      const std::size_t room = k_buffer_bytes - kept_;
      const std::int64_t got = file_.read_at(offset_ + kept_, buffer_.get() + kept_,
                                             static_cast<std::size_t>(left < room ? left : room));
      if (got < 0) return false;
      kept_ += static_cast<std::size_t>(got);
      const bool last = got == 0 || static_cast<std::uint64_t>(got) == left;
      if (!take_whole_rows(last)) return true;
      if (last) return true;
    }
  }

  [[nodiscard]] bool stopped() const { return stopped_; }
  [[nodiscard]] std::uint64_t offset() const { return offset_; }
  [[nodiscard]] std::uint64_t line() const { return line_; }

 private:
  // Splits what lies in the buffer up to its last line end and moves the rest to the front. False:
  // this is not plain.
  bool take_whole_rows(bool last) {
    const void* feed = memrchr(buffer_.get(), '\n', kept_);
    std::size_t length =
        feed == nullptr
            ? 0
            : static_cast<std::size_t>(static_cast<const char*>(feed) - buffer_.get()) + 1;
    if (last) length = kept_;
    stopped_ = length == 0 && kept_ == k_buffer_bytes;  // a row that is longer than the buffer
    if (stopped_) return false;
    std::memset(buffer_.get() + kept_, 0, k_beyond);
    const Delimiters found =
        find_delimiters(buffer_.get(), length, layout_.separator, ends_.get() + 1);
    stopped_ = found.special;
    if (stopped_) return false;
    give(length, found, last);
    std::memmove(buffer_.get(), buffer_.get() + length, kept_ - length);
    kept_ -= length;
    offset_ += length;
    return true;
  }

  void give(std::size_t length, const Delimiters& found, bool last) {
    RowBlock block{buffer_.get(),
                   ends_.get() + 1,
                   0,
                   layout_.columns(),
                   0,
                   nullptr,
                   static_cast<std::uint32_t>(line_)};
    block.line_end = found.returns > 0 ? 1 : 0;
    block.rows = even_rows(found, block.line_end);
    if (block.line_end != 0 && block.rows != found.returns) block.rows = 0;  // line ends are mixed
    if (block.rows > 0) sink_(block);
    line_ += block.rows;
    const std::size_t done =
        block.rows == 0 ? 0 : std::size_t{ends_[block.rows * block.columns]} + 1;
    if (done < length) give_generally({buffer_.get() + done, length - done}, last);
    notes_.end_of_block();
  }

  // How many rows from the first have as many cells as the heading and end as the others do.
  std::size_t even_rows(const Delimiters& found, std::uint32_t line_end) const {
    const std::size_t columns = layout_.columns();
    const std::size_t most = found.count / columns;
    const std::uint32_t* ends = ends_.get() + 1;
    std::size_t feeds = 0;
    for (std::size_t row = 0; row < most; ++row) {
      const std::uint32_t end = ends[row * columns + columns - 1];
      if (buffer_[end] != '\n') break;
      if (line_end != 0 && (end == 0 || buffer_[end - 1] != '\r')) break;
      ++feeds;
    }
    if (feeds == found.newlines) return feeds;  // so no row had a line end inside
    return rows_before_short_one(feeds);
  }

  std::size_t rows_before_short_one(std::size_t rows) const {
    const std::size_t columns = layout_.columns();
    const std::uint32_t* ends = ends_.get() + 1;
    for (std::size_t i = 0; i < rows * columns; ++i) {
      if (buffer_[ends[i]] == '\n' && i % columns != columns - 1) return i / columns;
    }
    return rows;
  }

  void give_generally(std::string_view text, bool last) {
    GeneralRows rows(text, layout_, line_, last && stretch_.end >= file_.size(), notes_);
    RowBlock block;
    while (rows.next(block)) sink_(block);
    line_ = rows.line();
  }

  const OpenFile& file_;
  const RowLayout& layout_;
  const RowStretch& stretch_;
  NoteBook& notes_;
  const RowSink& sink_;
  std::uint64_t offset_;  // in the file, of the first byte in the buffer
  std::uint64_t line_;
  std::size_t kept_ = 0;  // bytes in the buffer
  bool stopped_ = false;
  std::unique_ptr<char[]> buffer_;
  std::unique_ptr<std::uint32_t[]> ends_;
};

std::uint64_t read_generally(std::string_view text, const RowLayout& layout, std::uint64_t line,
                             NoteBook& notes, const RowSink& sink) {
  GeneralRows rows(text, layout, line, true, notes);
  RowBlock block;
  while (rows.next(block)) {
    sink(block);
    notes.end_of_block();
  }
  return rows.line();
}

}  // namespace

Result<std::string> read_text(const OpenFile& file, Encoding encoding, std::uint64_t offset,
                              bool& windows_1252) {
  Result<std::string> bytes = file.read_from(offset);
  if (!bytes.ok()) return bytes;
  if (encoding != Encoding::utf8) {
    std::string text = from_utf16(bytes.value(), encoding);
    if (text.starts_with("\xef\xbb\xbf")) text.erase(0, 3);  // the mark, which is no text
    return text;
  }
  windows_1252 = !is_utf8(bytes.value());
  if (windows_1252) return from_windows_1252(bytes.value());
  return bytes;
}

Result<StretchRead> read_rows(const OpenFile& file, Encoding encoding, const RowLayout& layout,
                              const RowStretch& stretch, NoteBook& notes, const RowSink& sink) {
  std::uint64_t offset = stretch.begin;
  std::uint64_t line = stretch.first_line;
  if (encoding == Encoding::utf8) {
    PlainStretch plain(file, layout, stretch, notes, sink);
    if (!plain.read()) return file.failed();
    line = plain.line();
    if (!plain.stopped()) return StretchRead{true, line - stretch.first_line};
    if (stretch.only_plain) return StretchRead{false, 0};
    offset = plain.offset();
  }
  bool windows_1252 = false;
  const bool from_start = encoding != Encoding::utf8;
  Result<std::string> text = read_text(file, encoding, from_start ? 0 : offset, windows_1252);
  if (!text.ok()) return text.error();
  if (windows_1252) {
    notes.add(Note::text_encoding, 0, "", "", "the file is not UTF-8 and was read as Windows-1252");
  }
  std::string_view rest = text.value();
  if (from_start) rest.remove_prefix(std::min<std::size_t>(rest.size(), stretch.begin));
  line = read_generally(rest, layout, line, notes, sink);
  return StretchRead{false, line - stretch.first_line};
}

}  // namespace tidemark
