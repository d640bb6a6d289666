#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>

#include "small_folder.hpp"
#include "small_workbook.hpp"

using namespace tidemark;
using Catch::Contains;
using small::Folder;
using small::row;
using small::text_cell;
using small::WorkbookText;
using small::Zip;

namespace {

const std::string k_header =
    row({"CHILD", "SEX", "DOB", "UPN"}) + row({"101", "1", "01/05/2010", "A1"});

std::string bytes_of(const Zip& zip) {
  const Folder folder;
  zip.write(folder.path() + "/a.xlsx");
  std::ifstream file(folder.path() + "/a.xlsx", std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string refusal(const std::string& bytes) {
  return Folder().write("a.xlsx", bytes).refusal();
}
std::string refusal(const Zip& zip) {
  return refusal(bytes_of(zip));
}

Zip book_of(const std::string& rows) {
  return WorkbookText{{{"List 8", rows}}}.zip();
}

}  // namespace

TEST_CASE("a workbook that is cut short or damaged is refused, wherever it breaks") {
  const std::string whole = bytes_of(book_of(k_header));
  REQUIRE(Folder().write("a.xlsx", whole).try_load().ok());
  for (const std::size_t kept : {whole.size() - 40, whole.size() / 2, std::size_t{30}}) {
    CHECK_THAT(refusal(whole.substr(0, kept)), Contains("a.xlsx cannot be unpacked"));
  }
  int refused = 0;
  for (std::size_t at = 0; at < whole.size(); at += 7) {
    std::string damaged = whole;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x55);
    const Result<Snapshot> loaded = Folder().write("a.xlsx", damaged).try_load();
    if (!loaded.ok()) CHECK_FALSE(loaded.error().message.empty());
    refused += loaded.ok() ? 0 : 1;
  }
  CHECK(refused > 10);  // the rest lies where nothing is read: times, names of the packing program
}

TEST_CASE("a sheet whose XML is broken is refused with the sheet and the line") {
  CHECK_THAT(refusal(book_of(k_header + "<row><c><v>1</v></row>")),
             Contains("a.xlsx, sheet List 8, cannot be read") && Contains("line 2"));
  CHECK_THAT(refusal(book_of(k_header + row({"<c t=\"s\"><v>7</v></c>"}))),
             Contains("names a text that the workbook does not hold"));
  CHECK_THAT(refusal(book_of(k_header + "<row r=\"99999999\"><c><v>1</v></c></row>")),
             Contains("beyond what a sheet can have"));
  CHECK_THAT(refusal(book_of(k_header + "<row><c r=\"XFE3\"><v>1</v></c></row>")),
             Contains("beyond what a sheet can have"));
}

TEST_CASE("a zip bomb is refused before it is unpacked") {
  CHECK_THAT(refusal(book_of(k_header + std::string(40U << 20U, ' '))), Contains("zip bomb"));
  WorkbookText texts{{{"a", k_header}}};
  texts.shared = "<si><t>" + std::string(40U << 20U, 'x') + "</t></si>";
  CHECK_THAT(refusal(texts.zip()), Contains("zip bomb"));
}

TEST_CASE("document types and entities in a workbook are refused") {
  Zip zip = book_of(k_header);
  const std::string bomb =
      "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><sst><si><t>&b;</t></si></sst>";
  WorkbookText book{{{"a", k_header}}};
  std::string whole = bytes_of(book.zip());
  Zip made;
  made.add("[Content_Types].xml", "<Types/>").add("_rels/.rels", bomb);
  CHECK_THAT(refusal(made), Contains("document type"));
}

TEST_CASE("names of parts are never paths") {
  const std::string office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  Zip zip;
  zip.add("[Content_Types].xml", "<Types/>")
      .add("_rels/.rels", "<Relationships><Relationship Id=\"a\" Type=\"" + office +
                              "/officeDocument\" Target=\"/xl/workbook.xml\"/></Relationships>")
      .add("xl/workbook.xml",
           "<workbook><sheets><sheet name=\"x\" sheetId=\"1\" id=\"r1\"/></sheets></workbook>")
      .add("xl/_rels/workbook.xml.rels",
           "<Relationships><Relationship Id=\"r1\" Type=\"" + office +
               "/worksheet\" Target=\"../../../../etc/passwd\"/></Relationships>")
      .add("../../etc/passwd", "root");
  CHECK_THAT(refusal(zip), Contains("the sheet x is not in it"));
}

TEST_CASE("what is packed but is no workbook is called by its name") {
  CHECK_THAT(refusal(Zip().add("episodes.csv", "CHILD")),
             Contains("a zip file, not a workbook") && Contains("unpack it"));
  CHECK_THAT(refusal(Zip().add("a.xlsx", bytes_of(book_of(k_header)))), Contains("a zip file"));
  CHECK_THAT(refusal(Zip().add("xl/workbook.bin", "x")), Contains(".xlsb"));
  CHECK_THAT(refusal(Zip().add("word/document.xml", "x")), Contains("a Word document"));
  CHECK_THAT(refusal(Zip().add("mimetype", "x")), Contains("OpenDocument"));
  CHECK_THAT(refusal("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
             Contains("old Excel workbook (.xls) or one that is locked with a password"));
}

TEST_CASE("a workbook whose parts are locked says so") {
  std::string bytes = bytes_of(book_of(k_header));
  for (std::size_t at = bytes.find("PK\x01\x02"); at != std::string::npos;
       at = bytes.find("PK\x01\x02", at + 4)) {
    bytes[at + 8] = static_cast<char>(bytes[at + 8] | 1);
  }
  CHECK_THAT(refusal(bytes), Contains("locked with a password"));
}

TEST_CASE("a cell that is too long, out of order or of an unknown style harms nobody else") {
  const std::string heading = row({"CHILD", "DECOM", "RNE", "LS", "PLACE", "DEC", "URN"});
  const std::string odd =
      "<row r=\"4\"><c r=\"B4\"><v>42006</v></c><c r=\"A4\"><v>101</v></c>"
      "<c r=\"B4\" s=\"99\"><v>7</v></c><c r=\"G4\" t=\"inlineStr\"><is><t>" +
      std::string(300000, 'x') + "</t></is></c></row>";
  const Folder folder;
  WorkbookText{{{"a", k_header}, {"b", heading + odd}}}.write(folder.path() + "/a.xlsx");
  const Snapshot snapshot = folder.load();
  CHECK(small::rows_of(snapshot, small::sources(), small::k_episodes) ==
        std::vector<std::string>{"101 2015-01-02 ? ? ? - ?"});
  CHECK(small::notes_of(snapshot, "field too long").size() == 1);
}

TEST_CASE("what Excel leaves beside an open workbook is no workbook") {
  const Folder folder;
  book_of(k_header).write(folder.path() + "/a.xlsx");
  Folder().write("x", "");
  std::ofstream(folder.path() + "/~$a.xlsx") << "somebody";
  CHECK(folder.load().files.size() == 1);
}
