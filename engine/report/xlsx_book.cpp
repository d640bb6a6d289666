#include "report/xlsx_book.hpp"

#include <unistd.h>

#include "base/text.hpp"
#include "calendar/day.hpp"
#include "report/document_parts.hpp"
#include "report/utf8.hpp"

namespace tidemark::report {

namespace {

constexpr std::size_t k_most_in_cell = 32000;  // Excel holds 32,767 letters
constexpr std::size_t k_most_in_margin = 120;  // of 255 for left and right together
constexpr time_t k_no_moment = 315532800;      // 1 Jan 1980, which the zip file says of itself

// Seconds of "2022-04-05T09:30:00Z"; without a moment the library would read the clock.
time_t seconds_of(const std::string& moment) {
  const auto day = parse_iso(std::string_view(moment).substr(0, 10));
  if (!day) return k_no_moment;
  time_t seconds = static_cast<time_t>(*day) * 86400;
  if (moment.size() >= 19) {
    const auto two = [&](std::size_t at) {
      return (moment[at] - '0') * 10 + (moment[at + 1] - '0');
    };
    seconds += two(11) * 3600 + two(14) * 60 + two(17);
  }
  return seconds;
}

// "&" begins a code in headers and footers.
std::string in_margin(const std::string& words) {
  std::string out;
  for (const char c : shorten(printable_utf8(words), k_most_in_margin)) {
    if (c == '&') out += '&';
    out += c == '\n' ? ' ' : c;
  }
  return out;
}

lxw_workbook* opened(const std::string& path) {
  std::string folder = "/dev/shm";
  lxw_workbook_options options{};
  options.constant_memory = LXW_TRUE;
  if (access(folder.c_str(), W_OK) == 0) options.tmpdir = folder.data();
  return workbook_new_opt(path.c_str(), &options);
}

lxw_format* format_of(lxw_workbook* book, bool bold) {
  lxw_format* format = workbook_add_format(book);
  format_set_font_name(format, "Arial");
  format_set_font_size(format, 10);
  format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
  if (bold) format_set_bold(format);
  return format;
}

BookFormats formats_of(lxw_workbook* book) {
  BookFormats made{};
  made.title = format_of(book, true);
  format_set_font_size(made.title, 16);
  made.strong = format_of(book, true);
  made.plain = format_of(book, false);
  made.words = format_of(book, false);
  format_set_text_wrap(made.words);
  made.date = format_of(book, false);
  format_set_num_format(made.date, "d mmm yyyy");
  format_set_align(made.date, LXW_ALIGN_LEFT);
  made.number = format_of(book, false);
  format_set_align(made.number, LXW_ALIGN_RIGHT);
  format_set_indent(made.number, 1);
  made.head = format_of(book, true);
  format_set_text_wrap(made.head);
  format_set_bottom(made.head, LXW_BORDER_MEDIUM);
  made.fill_in = format_of(book, false);
  format_set_text_wrap(made.fill_in);
  format_set_border(made.fill_in, LXW_BORDER_THIN);
  return made;
}

}  // namespace

Book::Book(const std::string& path, const Document& document)
    : document_(document), book_(opened(path)), formats_(formats_of(book_)) {
  std::string title = printable_utf8(running_head(document));
  std::string subject = printable_utf8(document.subtitle);
  std::string council = printable_utf8(document.house.council);
  std::string author = "Tidemark";
  lxw_doc_properties about{};
  about.title = title.data();
  about.subject = subject.data();
  about.company = council.data();
  about.author = author.data();
  about.created = seconds_of(document.made_at);
  workbook_set_properties(book_, &about);
}

Book::~Book() {
  if (book_ != nullptr) lxw_workbook_free(book_);
}

lxw_worksheet* Book::add_sheet(const std::string& name) {
  lxw_worksheet* sheet = workbook_add_worksheet(book_, name.c_str());
  constexpr std::uint8_t k_a4 = 9;
  worksheet_set_paper(sheet, k_a4);
  worksheet_set_landscape(sheet);
  worksheet_fit_to_pages(sheet, 1, 0);
  worksheet_set_margins(sheet, 0.47, 0.47, 0.7, 0.7);
  const std::string header = "&L&8" + in_margin(" " + running_head(document_)) + "&R&8 " +
                             in_margin(document_.house.marking);
  const std::string footer =
      "&L&8" + in_margin(" " + document_.running_foot) + "&R&8 Page &P of &N";
  worksheet_set_header(sheet, header.c_str());
  worksheet_set_footer(sheet, footer.c_str());
  return sheet;
}

void Book::write_words(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column,
                       const std::string& words, lxw_format* format) {
  const std::string printable = shorten(printable_utf8(words), k_most_in_cell);
  if (printable.empty()) {
    worksheet_write_blank(sheet, row, column, format);
  } else {
    worksheet_write_string(sheet, row, column, printable.c_str(), format);
  }
}

std::string Book::close() {
  const lxw_error error = workbook_close(book_);  // which also frees it
  book_ = nullptr;
  return error == LXW_NO_ERROR ? "" : lxw_strerror(error);
}

}  // namespace tidemark::report
