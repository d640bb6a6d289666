#include "snapshot/workbook.hpp"

#include <map>

#include "base/text.hpp"
#include "snapshot/xml_reader.hpp"

namespace tidemark {
namespace {

constexpr std::size_t k_most_sheets = 1000;
constexpr std::size_t k_most_text = 512ULL << 20U;
constexpr std::size_t k_most_texts = 20'000'000;

int number_in(std::string_view text) {
  int value = 0;
  for (const char c : text.substr(0, 9)) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return text.empty() ? -1 : value;
}

// xl/workbook.xml: the sheets, and from which year days count.
struct SheetList : XmlEvents {
  struct Named {
    std::string name, relation;
    bool hidden;
  };
  std::vector<Named> sheets;
  bool from_1904 = false;
  void start(std::string_view name, const XmlAttributes& attributes) override {
    if (name == "sheet" && sheets.size() <= k_most_sheets) {
      const std::string_view state = attributes.find("state");
      // sheetId is another attribute; "id" is only ever the relation's.
      sheets.push_back({std::string(attributes.find("name")), std::string(attributes.find("id")),
                        !state.empty() && state != "visible"});
    } else if (name == "workbookPr") {
      const std::string_view flag = attributes.find("date1904");
      from_1904 = flag == "1" || flag == "true" || flag == "on";
    }
  }
  void text(std::string_view /*piece*/) override {}
  void end(std::string_view /*name*/) override {}
};

// xl/_rels/workbook.xml.rels: which part each relation is.
struct Relations : XmlEvents {
  struct Target {
    std::string kind, part;
  };
  std::map<std::string, Target, std::less<>> by_id;
  void start(std::string_view name, const XmlAttributes& attributes) override {
    if (name != "Relationship" || attributes.find("TargetMode") == "External") return;
    const std::string_view type = attributes.find("Type");
    by_id.emplace(attributes.find("Id"), Target{std::string(type.substr(type.rfind('/') + 1)),
                                                std::string(attributes.find("Target"))});
  }
  void text(std::string_view /*piece*/) override {}
  void end(std::string_view /*name*/) override {}
  [[nodiscard]] std::string first_of(std::string_view kind) const {
    for (const auto& [id, target] : by_id) {
      if (target.kind == kind) return target.part;
    }
    return "";
  }
};

struct Styles : XmlEvents {
  std::map<int, NumberFormat> own;  // formats that the workbook defines
  std::vector<NumberFormat> cells;
  bool in_cells = false;
  void start(std::string_view name, const XmlAttributes& attributes) override {
    if (name == "numFmt") {
      own.emplace(number_in(attributes.find("numFmtId")),
                  format_of_code(attributes.find("formatCode")));
    } else if (name == "cellXfs") {
      in_cells = true;
    } else if (name == "xf" && in_cells) {
      const int id = number_in(attributes.find("numFmtId"));
      const auto found = own.find(id);
      cells.push_back(found == own.end() ? built_in_format(id) : found->second);
    }
  }
  void text(std::string_view /*piece*/) override {}
  void end(std::string_view name) override {
    if (name == "cellXfs") in_cells = false;
  }
};

// The texts of xl/sharedStrings.xml: rich text is its runs put together; how it is pronounced
// (rPh) is no part of it.
struct TextList : XmlEvents {
  SharedTexts& texts;
  std::string now;
  bool in_text = false;
  int pronounced = 0;
  explicit TextList(SharedTexts& to) : texts(to) {}
  void start(std::string_view name, const XmlAttributes& /*attributes*/) override {
    if (name == "si") now.clear();
    if (name == "rPh") ++pronounced;
    in_text = name == "t" && pronounced == 0;
  }
  void text(std::string_view piece) override {
    if (in_text && now.size() < k_most_text) now += piece;
  }
  void end(std::string_view name) override {
    in_text = false;
    if (name == "rPh") --pronounced;
    if (name == "si") texts.add(now);
  }
};

// "worksheets/sheet1.xml" beside xl/workbook.xml is xl/worksheets/sheet1.xml; "/xl/x.xml" is
// xl/x.xml. Never a path on disk: a name that climbs out of the file simply is no part of it.
std::string part_beside(const std::string& folder, const std::string& target) {
  if (target.starts_with('/')) return target.substr(1);
  std::vector<std::string_view> kept;
  const std::string whole = folder + target;
  for (const std::string_view piece : split(whole, '/')) {
    if (piece == "..") {
      if (!kept.empty()) kept.pop_back();
    } else if (!piece.empty() && piece != ".") {
      kept.push_back(piece);
    }
  }
  std::string part;
  for (const std::string_view piece : kept) {
    part += part.empty() ? "" : "/";
    part += piece;
  }
  return part;
}

Error broken(const std::string& shown, const std::string& why) {
  return {ErrorKind::input, shown + " cannot be read as a workbook: " + why};
}

class Opening {
 public:
  Opening(ZipFile& zip, const std::string& shown) : zip_(zip), shown_(shown) {}

  Status read_part(const std::string& part, XmlEvents& events) {
    XmlReader reader(events);
    Status unpacked =
        zip_.unpack(part, [&](std::string_view piece) { return reader.feed(piece, false); });
    if (!unpacked.ok()) return unpacked;
    if (reader.fault().empty()) reader.feed("", true);
    if (!reader.fault().empty()) return broken(shown_, part + ", " + reader.fault());
    return Done{};
  }

  Result<Workbook> open() {
    Relations top;
    SheetList list;
    Relations relations;
    Status read = read_part("_rels/.rels", top);
    if (!read.ok()) return read.error();
    const std::string main = part_beside("", top.first_of("officeDocument"));
    const std::size_t slash = main.rfind('/') + 1;  // npos + 1: none, and the folder is ""
    folder_ = main.substr(0, slash);
    read = read_part(main, list);
    if (!read.ok()) return read.error();
    read = read_part(folder_ + "_rels/" + main.substr(slash) + ".rels", relations);
    if (!read.ok()) return read.error();
    if (list.sheets.size() > k_most_sheets) return broken(shown_, "it has more than 1,000 sheets");
    Workbook book;
    book.shown = shown_;
    book.from_1904 = list.from_1904;
    const Status sheets = take_sheets(list, relations, book);
    if (!sheets.ok()) return sheets.error();
    const Status shared = take_shared(relations, book);
    if (!shared.ok()) return shared.error();
    return book;
  }

 private:
  // Charts and macro sheets are sheets as well, but hold no rows.
  Status take_sheets(const SheetList& list, const Relations& relations, Workbook& book) {
    for (const SheetList::Named& sheet : list.sheets) {
      const auto found = relations.by_id.find(sheet.relation);
      if (found == relations.by_id.end() || found->second.kind != "worksheet") continue;
      const std::string part = part_beside(folder_, found->second.part);
      if (!zip_.has(part)) {
        return broken(shown_, "the sheet " + shorten(sheet.name, 80) + " is not in it");
      }
      book.sheets.push_back({sheet.name, part, sheet.hidden});
    }
    return Done{};
  }

  Status take_shared(const Relations& relations, Workbook& book) {
    const std::string styles = relations.first_of("styles");
    const std::string texts = relations.first_of("sharedStrings");
    if (!styles.empty()) {
      Styles read;
      Status done = read_part(part_beside(folder_, styles), read);
      if (!done.ok()) return done;
      book.formats = std::move(read.cells);
    }
    if (texts.empty()) return Done{};
    TextList list(book.texts);
    Status done = read_part(part_beside(folder_, texts), list);
    if (!done.ok()) return done;
    if (book.texts.bytes() > k_most_text || book.texts.size() > k_most_texts) {
      return broken(shown_, "its texts are longer than 512 MiB");
    }
    return Done{};
  }

  ZipFile& zip_;
  const std::string& shown_;
  std::string folder_;
};

}  // namespace

void SharedTexts::add(std::string_view text) {
  if (text_.size() > k_most_text || size() > k_most_texts) return;  // refused when all are read
  text_ += text;
  offset_.push_back(text_.size());
}

std::string why_no_workbook(const ZipFile& zip) {
  if (zip.has("xl/workbook.bin")) {
    return "a binary Excel workbook (.xlsb): open it in Excel and save it as .xlsx";
  }
  if (zip.has("word/document.xml")) return "a Word document, which holds no list that can be read";
  if (zip.has("mimetype")) {
    return "an OpenDocument file: open it in LibreOffice or Excel and save it as .xlsx";
  }
  if (zip.has("_rels/.rels") && zip.has("[Content_Types].xml")) return "";
  return "a zip file, not a workbook: unpack it and load what is in it";
}

Result<Workbook> open_workbook(const std::filesystem::path& path, const std::string& shown) {
  Result<ZipFile> zip = ZipFile::open(path, shown);
  if (!zip.ok()) return zip.error();
  const std::string other = why_no_workbook(zip.value());
  if (!other.empty()) return Error{ErrorKind::input, shown + " is " + other};
  Result<Workbook> book = Opening(zip.value(), shown).open();
  if (book.ok()) book.value().path = path;
  return book;
}

}  // namespace tidemark
