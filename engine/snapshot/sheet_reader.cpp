#include "snapshot/sheet_reader.hpp"

#include <algorithm>
#include <charconv>

#include "base/text.hpp"
#include "snapshot/xml_reader.hpp"

namespace tidemark {
namespace {

constexpr std::uint32_t k_most_rows = 1048576;
constexpr std::uint32_t k_most_columns = 16384;
constexpr std::size_t k_longest_text = 128 * 1024;  // enough to know that a cell is too long

struct Place {
  std::uint32_t column = 0;  // 1 is A; 0: not said
  std::uint32_t row = 0;
};

// "AB12"; too large in either way comes out as more than a sheet can have.
Place place_of(std::string_view text) {
  Place place;
  std::size_t at = 0;
  for (; at < text.size() && text[at] >= 'A' && text[at] <= 'Z'; ++at) {
    place.column = std::min(place.column * 26 + static_cast<std::uint32_t>(text[at] - 'A' + 1),
                            k_most_columns + 1);
  }
  for (; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at) {
    place.row =
        std::min(place.row * 10 + static_cast<std::uint32_t>(text[at] - '0'), k_most_rows + 1);
  }
  return place;
}

// NBSP, which Excel users paste in with names and ids, is a space.
std::string plain_spaces(std::string_view text) {
  std::string plain(text);
  for (std::size_t at = plain.find("\xc2\xa0"); at != std::string::npos;
       at = plain.find("\xc2\xa0", at)) {
    plain.replace(at, 2, " ");
  }
  return plain;
}

class SheetEvents : public XmlEvents {
 public:
  SheetEvents(const Workbook& book, std::uint32_t below, const SheetRowSink& sink)
      : book_(book), below_(below), sink_(sink) {}

  XmlReader* reader = nullptr;  // to stop it
  MergedCells merged;
  bool enough = false;

  void start(std::string_view name, const XmlAttributes& attributes) override {
    if (name == "row") return start_row(attributes);
    if (name == "c") return start_cell(attributes);
    if (name == "mergeCell") return note_merged(attributes.find("ref"));
    if (name == "rPh") ++pronounced_;
    if (name == "f") formula_ = true;
    if (name == "v") has_value_ = true;
    in_text_ =
        in_cell_ && pronounced_ == 0 && (name == "v" || (name == "t" && type_ == "inlineStr"));
  }

  void text(std::string_view piece) override {
    if (in_text_ && text_.size() < k_longest_text) text_ += piece;
  }

  void end(std::string_view name) override {
    in_text_ = false;
    if (name == "rPh") --pronounced_;
    if (name == "c" && in_cell_) end_cell();
    if (name == "row" && in_row_) end_row();
  }

 private:
  void start_row(const XmlAttributes& attributes) {
    const std::uint32_t said = place_of(attributes.find("r")).row;
    row_.number = said != 0 ? said : row_.number + 1;
    row_.cells.clear();
    next_column_ = 0;
    in_row_ = true;
    if (row_.number > k_most_rows) reader->stop("a row lies beyond what a sheet can have");
  }

  void start_cell(const XmlAttributes& attributes) {
    const Place said = place_of(attributes.find("r"));
    column_ = said.column != 0 ? said.column - 1 : next_column_;
    next_column_ = column_ + 1;
    if (column_ >= k_most_columns) reader->stop("a cell lies beyond what a sheet can have");
    type_ = attributes.find("t");
    const std::string_view style = attributes.find("s");
    style_ = 0;
    std::from_chars(style.data(), style.data() + style.size(), style_);
    text_.clear();
    formula_ = has_value_ = false;
    in_cell_ = in_row_;
  }

  void end_cell() {
    in_cell_ = false;
    SheetCell cell;
    cell.column = column_;
    if (type_ == "s") {
      std::size_t index = 0;
      const auto read = std::from_chars(text_.data(), text_.data() + text_.size(), index);
      if (has_value_ && (read.ec != std::errc{} || index >= book_.texts.size())) {
        return reader->stop("a cell names a text that the workbook does not hold");
      }
      if (has_value_) cell.text = plain_spaces(book_.texts.text(index));
    } else if (type_ == "e") {
      cell.kind = SheetCell::Kind::error;
      cell.text = text_;
    } else if (type_ == "b") {
      cell.text = text_ == "1" ? "TRUE" : text_ == "0" ? "FALSE" : text_;
    } else if (type_.empty() || type_ == "n") {
      if (!trim(text_).empty())
        cell.text = sheet_number_text(trim(text_), format(), book_.from_1904);
    } else {
      cell.text = plain_spaces(text_);  // str, inlineStr, d
    }
    if (formula_ && !has_value_) cell.kind = SheetCell::Kind::no_value;
    const bool blank = cell.kind == SheetCell::Kind::value && trim(cell.text).empty();
    if (!blank) row_.cells.push_back(std::move(cell));
  }

  [[nodiscard]] NumberFormat format() const {
    return style_ < book_.formats.size() ? book_.formats[style_] : NumberFormat::plain;
  }

  void end_row() {
    in_row_ = false;
    if (row_.cells.empty()) return;
    std::stable_sort(row_.cells.begin(), row_.cells.end(),
                     [](const SheetCell& a, const SheetCell& b) { return a.column < b.column; });
    enough = !sink_(row_);
    if (enough) reader->stop();
  }

  void note_merged(std::string_view range) {
    const std::size_t colon = range.find(':');
    if (colon == std::string_view::npos || place_of(range.substr(colon + 1)).row <= below_) return;
    if (merged.ranges++ == 0) merged.first = range.substr(0, 30);
  }

  const Workbook& book_;
  std::uint32_t below_;
  const SheetRowSink& sink_;
  SheetRow row_;
  bool in_row_ = false, in_cell_ = false, in_text_ = false;
  std::uint32_t next_column_ = 0, column_ = 0;
  std::string type_, text_;
  std::size_t style_ = 0;
  int pronounced_ = 0;
  bool formula_ = false, has_value_ = false;
};

}  // namespace

std::string column_letters(std::uint32_t column) {
  std::string letters;
  for (std::uint32_t left = column + 1; left > 0; left = (left - 1) / 26) {
    letters.insert(letters.begin(), static_cast<char>('A' + (left - 1) % 26));
  }
  return letters;
}

Result<MergedCells> read_sheet(ZipFile& zip, const Workbook& book, const Sheet& sheet,
                               std::uint32_t below, const SheetRowSink& sink) {
  SheetEvents events(book, below, sink);
  XmlReader reader(events);
  events.reader = &reader;
  const Status unpacked =
      zip.unpack(sheet.part, [&](std::string_view piece) { return reader.feed(piece, false); });
  if (!unpacked.ok()) return unpacked.error();
  if (!events.enough && reader.fault().empty()) reader.feed("", true);
  if (!reader.fault().empty()) {
    return Error{ErrorKind::input, book.shown + ", sheet " + shorten(sheet.name, 80) +
                                       ", cannot be read: " + sheet.part + ", " + reader.fault()};
  }
  return events.merged;
}

}  // namespace tidemark
