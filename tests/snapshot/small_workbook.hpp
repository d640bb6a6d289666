// A workbook that a test writes: sheets as rows of XML, packed by minizip. What a test does not say
// is as Excel writes it.
#pragma once

#include <minizip/zip.h>

#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tidemark::small {

// Parts of a zip file, packed in order.
class Zip {
 public:
  Zip& add(std::string name, std::string text) {
    parts_.emplace_back(std::move(name), std::move(text));
    return *this;
  }
  Zip& replace(std::string_view name, std::string text) {
    for (auto& [part, old] : parts_) {
      if (part == name) old = std::move(text);
    }
    return *this;
  }
  void write(const std::string& path) const {
    std::filesystem::create_directories(std::filesystem::path(path).parent_path());
    zipFile zip = zipOpen64(path.c_str(), APPEND_STATUS_CREATE);
    if (zip == nullptr) std::abort();
    for (const auto& [name, text] : parts_) {
      zipOpenNewFileInZip64(zip, name.c_str(), nullptr, nullptr, 0, nullptr, 0, nullptr, Z_DEFLATED,
                            Z_BEST_COMPRESSION, 0);
      zipWriteInFileInZip(zip, text.data(), static_cast<unsigned>(text.size()));
      zipCloseFileInZip(zip);
    }
    zipClose(zip, nullptr);
  }

 private:
  std::vector<std::pair<std::string, std::string>> parts_;
};

// <c> elements of one row.
inline std::string text_cell(std::string_view text) {
  return "<c t=\"inlineStr\"><is><t>" + std::string(text) + "</t></is></c>";
}
inline std::string number_cell(std::string_view number, int style = 0) {
  return "<c s=\"" + std::to_string(style) + "\"><v>" + std::string(number) + "</v></c>";
}
inline std::string row(const std::vector<std::string>& cells, int number = 0) {
  std::string xml = number == 0 ? "<row>" : "<row r=\"" + std::to_string(number) + "\">";
  for (const std::string& cell : cells) xml += cell.starts_with('<') ? cell : text_cell(cell);
  return xml + "</row>";
}

struct WorkbookText {
  struct SheetText {
    std::string name, rows;
    std::string after = "";  // behind the rows: merged cells
    std::string state = "";  // "hidden"
  };
  std::vector<SheetText> sheets;
  std::string shared = "";   // <si> elements
  std::string formats = "";  // <numFmt> elements, from number 164
  // Cell style 0 is a plain number, 1 the built-in day, 2 day and time, from 3 on the own formats.
  int own_formats = 0;
  bool from_1904 = false;

  [[nodiscard]] Zip zip() const {
    const std::string head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    const std::string office =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    Zip made;
    made.add("[Content_Types].xml", head + "<Types/>");
    made.add("_rels/.rels", head + "<Relationships><Relationship Id=\"rId1\" Type=\"" + office +
                                "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
    std::string list, relations;
    for (std::size_t i = 0; i < sheets.size(); ++i) {
      const std::string n = std::to_string(i + 1);
      const std::string state = sheets[i].state.empty() ? "" : " state=\"" + sheets[i].state + "\"";
      list += "<sheet name=\"" + sheets[i].name + "\" sheetId=\"" + n + "\"" + state +
              " r:id=\"rId" + n + "\"/>";
      relations += "<Relationship Id=\"rId" + n + "\" Type=\"" + office +
                   "/worksheet\" Target=\"worksheets/sheet" + n + ".xml\"/>";
    }
    relations += "<Relationship Id=\"s1\" Type=\"" + office + "/styles\" Target=\"styles.xml\"/>";
    relations += "<Relationship Id=\"s2\" Type=\"" + office +
                 "/sharedStrings\" Target=\"sharedStrings.xml\"/>";
    made.add("xl/workbook.xml", head + "<workbook xmlns:r=\"" + office +
                                    "\"><workbookPr date1904=\"" + (from_1904 ? "1" : "0") +
                                    "\"/><sheets>" + list + "</sheets></workbook>");
    made.add("xl/_rels/workbook.xml.rels",
             head + "<Relationships>" + relations + "</Relationships>");
    std::string styles = "<xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"22\"/>";
    for (int i = 0; i < own_formats; ++i) {
      styles += "<xf numFmtId=\"" + std::to_string(164 + i) + "\"/>";
    }
    made.add("xl/styles.xml", head + "<styleSheet><numFmts>" + formats +
                                  "</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>" +
                                  "<cellXfs>" + styles + "</cellXfs></styleSheet>");
    made.add("xl/sharedStrings.xml", head + "<sst>" + shared + "</sst>");
    for (std::size_t i = 0; i < sheets.size(); ++i) {
      made.add("xl/worksheets/sheet" + std::to_string(i + 1) + ".xml",
               head + "<worksheet><sheetData>" + sheets[i].rows + "</sheetData>" + sheets[i].after +
                   "</worksheet>");
    }
    return made;
  }
  void write(const std::string& path) const { zip().write(path); }
};

}  // namespace tidemark::small
