// A paper as a workbook and as a Word file.
#include <catch2/catch.hpp>
#include <pugixml.hpp>

#include "made_paper.hpp"
#include "paper_reader.hpp"
#include "report/formats.hpp"

using namespace tidemark;
using namespace tidemark::report;

namespace {

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

std::string xlsx_of(const Document& document) {
  Result<std::string> book = document_xlsx(document);
  REQUIRE(book.ok());
  return std::move(book).value();
}

std::string docx_of(const Document& document) {
  Result<std::string> file = document_docx(document);
  REQUIRE(file.ok());
  return std::move(file).value();
}

using Row = std::vector<std::string>;

}  // namespace

TEST_CASE("a workbook has a sheet for each table, and the engine reads back what it wrote") {
  const std::vector<made::ReadSheet> sheets = made::sheets_of(xlsx_of(made::paper()));
  REQUIRE(sheets.size() == 3);
  CHECK(sheets[0].name == "About");
  CHECK(sheets[1].name == "new-breaches");
  CHECK(sheets[2].name == "lapsed");
  REQUIRE(sheets[1].rows.size() == 4);
  CHECK(sheets[1].rows[0] == Row{"Child", "Rule", "Clock began", "Days over", "Says", "Decision"});
  CHECK(sheets[1].rows[1][2] == "2021-06-04");
  CHECK(sheets[1].rows[1][3] == "28");
  CHECK(sheets[1].rows[3][0] == "=1+1");
  CHECK(sheets[1].rows[3][3] == "@SUM(A1)");
  CHECK(sheets[2].rows == std::vector<Row>{{"Child", "Until"}});
}

TEST_CASE("a workbook's numbers and dates are numbers, and no text is a formula") {
  const std::string book = xlsx_of(made::paper());
  const std::string sheet = made::part_of(book, "xl/worksheets/sheet2.xml");
  CHECK(has(sheet, "<v>28</v>"));
  CHECK(has(sheet, "<v>44351</v>"));  // 4 June 2021
  CHECK_FALSE(has(sheet, "<f>"));
  CHECK(has(sheet, "<t>=1+1</t>"));
}

TEST_CASE("a workbook's sheet has its heading frozen, filters, a list of choices and a foot") {
  const std::string book = xlsx_of(made::paper());
  const std::string sheet = made::part_of(book, "xl/worksheets/sheet2.xml");
  CHECK(has(sheet, "state=\"frozen\""));
  CHECK(has(sheet, "<autoFilter ref=\"A1:F4\"/>"));
  CHECK(has(sheet, "sqref=\"F2:F4\"><formula1>\"Accept,Exempt,Escalate\"</formula1>"));
  CHECK(has(sheet, "orientation=\"landscape\""));
  CHECK(has(sheet, "run 41&amp;R&amp;8 Page &amp;P of &amp;N"));
  CHECK(has(made::part_of(book, "xl/workbook.xml"), "'new-breaches'!$1:$1"));
}

TEST_CASE("choices with commas stand on a hidden sheet") {
  Document document = made::paper();
  for (Block& block : document.blocks) {
    if (auto* table = std::get_if<TableBlock>(&block); table != nullptr && !table->rows.empty())
      table->columns[5].choices = {"Accept, with thanks", "Escalate"};
  }
  const std::string book = xlsx_of(document);
  const std::vector<made::ReadSheet> sheets = made::sheets_of(book);
  REQUIRE(sheets.size() == 4);
  const auto hidden = std::find_if(sheets.begin(), sheets.end(),
                                   [](const made::ReadSheet& sheet) { return sheet.hidden; });
  REQUIRE(hidden != sheets.end());
  CHECK(hidden->rows == std::vector<Row>{{"Accept, with thanks"}, {"Escalate"}});
  CHECK(has(made::part_of(book, "xl/worksheets/sheet2.xml"), "$A$1:$A$2</formula1>"));
}

TEST_CASE("tables whose ids would clash as sheets get names of their own") {
  Document document;
  for (const char* id : {"about", "a/b", "A?b", "", "history",
                         "a name that is longer than thirty-one letters, the first",
                         "a name that is longer than thirty-one letters, the second"}) {
    TableBlock table;
    table.id = id;
    table.columns.resize(1);
    document.blocks.emplace_back(table);
  }
  const std::vector<made::ReadSheet> sheets = made::sheets_of(xlsx_of(document));
  REQUIRE(sheets.size() == 8);
  for (const made::ReadSheet& sheet : sheets) CHECK(sheet.name.size() <= 31);
}

TEST_CASE("the same paper gives the same bytes as a workbook and as a Word file") {
  CHECK(xlsx_of(made::paper()) == xlsx_of(made::paper()));
  CHECK(docx_of(made::paper()) == docx_of(made::paper()));
}

TEST_CASE("a workbook holds 3,000 rows and texts meant to do harm") {
  Document document = made::long_paper(3000);
  const std::string hostile = std::string("\x01\xFF<\0", 4) + std::string(40000, 'w');
  document.title = hostile;
  document.running_foot = hostile + "&P";
  document.blocks.emplace_back(Paragraph{hostile});
  const std::vector<made::ReadSheet> sheets = made::sheets_of(xlsx_of(document));
  REQUIRE(sheets.size() == 2);
  CHECK(sheets[1].rows.size() == 3001);
  CHECK(sheets[1].rows[3000][0] == "P12-2999");
}

TEST_CASE("a Word file's parts are well-formed, and its tables repeat their heads") {
  Document document = made::paper();
  document.blocks.emplace_back(Paragraph{std::string("\x01\xFF<&>\n\"", 7)});
  const std::string file = docx_of(document);
  for (const char* part :
       {"[Content_Types].xml", "_rels/.rels", "docProps/core.xml", "word/document.xml",
        "word/styles.xml", "word/numbering.xml", "word/header.xml", "word/footer.xml",
        "word/settings.xml", "word/_rels/document.xml.rels"}) {
    pugi::xml_document read;
    INFO(part);
    CHECK(read.load_string(made::part_of(file, part).c_str()));
  }
  const std::string body = made::part_of(file, "word/document.xml");
  CHECK(has(body, "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"));
  CHECK(has(body, "w:orient=\"landscape\""));
  CHECK(has(body, "descr=\"A clock from June 2021 to April 2022"));
  CHECK_FALSE(has(body, "Decision"));
  CHECK(has(made::part_of(file, "word/footer.xml"), "NUMPAGES"));
  CHECK(made::part_of(file, "word/media/picture1.png").substr(1, 3) == "PNG");
}
