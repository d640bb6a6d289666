// A paper as PDF, as poppler and qpdf read it.
#include <catch2/catch.hpp>

#include "golden_file.hpp"
#include "made_paper.hpp"
#include "paper_reader.hpp"
#include "report/document_parts.hpp"
#include "report/formats.hpp"

using namespace tidemark;
using namespace tidemark::report;

namespace {

std::string pdf_of(const Document& document) {
  Result<std::string> pdf = document_pdf(document);
  INFO((pdf.ok() ? "" : pdf.error().message));
  REQUIRE(pdf.ok());
  return std::move(pdf).value();
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

std::size_t count_of(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
    ++count;
  return count;
}

Document with(TableBlock table) {
  Document document;
  document.title = "One table";
  document.blocks = {std::move(table)};
  return document;
}

TableBlock two_columns(const std::string& first, const std::string& second) {
  TableBlock table;
  table.id = "two";
  table.columns.resize(2);
  table.columns[0].heading = "Child";
  table.columns[1].heading = "Says";
  table.rows = {{first, second}};
  return table;
}

}  // namespace

TEST_CASE("the structure of the PDF is what it was when it was last accepted") {
  const std::string structure = made::printed_by("pdfinfo -struct-text", pdf_of(made::paper()));
  CHECK(made::difference_from_golden("paper-structure", structure, ".txt") == "");
}

TEST_CASE("a PDF says its language and title, and is marked throughout") {
  const std::string pdf = pdf_of(made::paper());
  const std::string about = made::printed_by("pdfinfo", pdf);
  CHECK(has(about, "Title:           Pack 12 · Exceptions for the permanence panel"));
  CHECK(has(about, "Tagged:          yes"));
  CHECK(has(about, "CreationDate:    Tue Apr  5 09:30:00 2022"));
  CHECK(has(made::printed_by("pdfinfo -meta", pdf), "<rdf:li>en-GB</rdf:li>"));
}

TEST_CASE("the same paper gives the same PDF, and qpdf finds nothing wrong with it") {
  const std::string pdf = pdf_of(made::paper());
  CHECK(pdf == pdf_of(made::paper()));
  CHECK(made::qpdf_complaint(pdf) == "");
}

TEST_CASE("every page of a long table says its number, the run and the headings") {
  const std::string pdf = pdf_of(made::long_paper(400));
  CHECK(made::qpdf_complaint(pdf) == "");
  const std::string text = made::printed_by("f() { pdftotext -layout \"$1\" -; }; f", pdf);
  const std::size_t pages = count_of(text, "\f");
  REQUIRE(pages > 5);
  for (std::size_t page = 1; page <= pages; ++page) {
    CHECK(has(text, "Page " + std::to_string(page) + " of " + std::to_string(pages) + "\n"));
  }
  CHECK(count_of(text, "run 41") == pages);
  CHECK(count_of(text, "OFFICIAL-SENSITIVE") == pages);
  CHECK(count_of(text, "Clock began") == pages);
  for (int row = 0; row < 400; ++row) CHECK(has(text, "P12-" + std::to_string(row) + " "));
  // The headings that are printed again are no part of the structure.
  CHECK(count_of(made::printed_by("pdfinfo -struct-text", pdf), "\"Clock began\"") == 1);
}

TEST_CASE(
    "a table to be filled in by hand has rows of 8 mm, and its merged columns on paper only") {
  TableBlock table = two_columns("K7-001", "");
  table.columns[1].only_printed = true;
  table.rows.resize(26, table.rows[0]);
  const auto pages = [](const TableBlock& of) {
    return count_of(made::printed_by("f() { pdftotext \"$1\" -; }; f", pdf_of(with(of))), "\f");
  };
  CHECK(pages(table) == 1);
  table.by_hand = true;
  CHECK(pages(table) == 2);  // 26 rows of 8 mm are 208 mm high, the page's room less
  CHECK(in_workbook(table).columns.size() == 1);
  CHECK(in_workbook(table).rows[25] == std::vector<std::string>{"K7-001"});
  CHECK(has(document_html(with(table)), "<table class=\"by-hand\">"));
}

TEST_CASE("a PDF has a bookmark for each section") {
  Document document = made::paper();
  const std::string text = pdf_of(document);
  const std::string outline =
      made::printed_by("f() { pdftohtml -xml -i -stdout \"$1\"; }; f", text);
  CHECK(has(outline, "<item page=\"1\">Since last time</item>"));
  CHECK(has(outline, "<item page=\"1\">New breaches</item>"));
  CHECK(has(outline, "<item page=\"2\">One child</item>"));
}

TEST_CASE("a word of 5,000 letters and a cell longer than a page are printed whole") {
  std::string lines;
  for (int i = 0; i < 300; ++i) lines += "line " + std::to_string(i) + " of many\n";
  const std::string pdf = pdf_of(with(two_columns(std::string(5000, 'x'), lines)));
  CHECK(made::qpdf_complaint(pdf) == "");
  const std::string text = made::printed_by("f() { pdftotext \"$1\" -; }; f", pdf);
  CHECK(count_of(text, "x") == 5000);
  for (int i = 0; i < 300; ++i) CHECK(count_of(text, "line " + std::to_string(i) + " of") == 1);
}

TEST_CASE("hostile texts everywhere in a paper still give a sound PDF") {
  const std::string hostile = std::string("\x01\xFF(\\)<script>\0", 14) + "\xED\xA0\x80 " +
                              std::string(5000, 'w') + "\n\n\t";
  Document document = with(two_columns(hostile, hostile));
  document.title = document.subtitle = document.number = document.running_foot = hostile;
  document.language = document.made_at = hostile;
  document.house = {hostile, hostile, hostile, hostile};
  document.blocks.emplace_back(Heading{7, hostile, hostile});
  document.blocks.emplace_back(Paragraph{hostile, Paragraph::Style::warning});
  document.blocks.emplace_back(Bullets{{hostile, ""}});
  document.blocks.emplace_back(Picture{hostile, hostile, hostile, 0, 0, nullptr});
  TableBlock table = two_columns(hostile, hostile);
  table.columns[1].heading = hostile;
  table.rows.push_back({});
  document.blocks.emplace_back(table);
  document.blocks.emplace_back(TableBlock{});
  for (const bool wide : {true, false}) {
    document.wide = wide;
    CHECK(made::qpdf_complaint(pdf_of(document)) == "");
  }
}

namespace {

// The page, from 1 on, that has these words; 0: none.
int page_with(const std::string& text, const std::string& words) {
  const std::size_t at = text.find(words);
  if (at == std::string::npos) return 0;
  return 1 + static_cast<int>(
                 std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\f'));
}

Picture square(const std::string& title, double height, bool keep_with_next) {
  Picture picture{title,  title,
                  "",     700,
                  height, [](Canvas& canvas) {
                    canvas.rectangle(0, 0, 10, 10, Fill::black); }};
  picture.keep_with_next = keep_with_next;
  picture.least_scale = keep_with_next ? 0.5 : 1;
  return picture;
}

}  // namespace

TEST_CASE("a picture and the box under it stand on one page, wherever they begin") {
  for (const int lines : {1, 12, 20, 25, 30}) {
    for (const double height : {100.0, 250.0, 420.0, 600.0}) {
      Document document;
      for (int i = 0; i < lines; ++i) document.blocks.emplace_back(Paragraph{"before"});
      document.blocks.emplace_back(Heading{2, "The child", "child"});
      document.blocks.emplace_back(square("The record", height, true));
      document.blocks.emplace_back(Bullets{{"first why", "last why"}, true});
      document.blocks.emplace_back(square("The box", 78, false));
      const std::string text =
          made::printed_by("f() { pdftotext -layout \"$1\" -; }; f", pdf_of(document));
      INFO(lines << " lines before, " << height << " high");
      const int page = page_with(text, "The child");
      CHECK(page > 0);
      for (const char* words : {"The record", "first why", "last why", "The box"})
        CHECK(page_with(text, words) == page);
    }
  }
}

TEST_CASE("neither the first nor the last row of a table stands alone on a page") {
  for (int lines = 20; lines < 34; ++lines) {
    Document document;
    for (int i = 0; i < lines; ++i) document.blocks.emplace_back(Paragraph{"before"});
    TableBlock table = two_columns("row first", "");
    for (const char* row : {"row second", "row third", "row last"}) table.rows.push_back({row, ""});
    document.blocks.emplace_back(table);
    const std::string text =
        made::printed_by("f() { pdftotext -layout \"$1\" -; }; f", pdf_of(document));
    INFO(lines);
    CHECK(page_with(text, "row first") == page_with(text, "row second"));
    CHECK(page_with(text, "row third") == page_with(text, "row last"));
  }
}

TEST_CASE("texts that would run, turn round or pile up stay whole texts in every format") {
  const std::vector<std::string> texts = {"<script>alert(1)</script>",
                                          "=HYPERLINK(\"http://x\",\"y\")",
                                          "+1",
                                          "-1+cmd|' /C calc'!A0",
                                          "@SUM(A1)",
                                          "\u202E\u05D0\u05D1\u05D2 right to left",
                                          "e\u0301\u0301\u0301\u0301",
                                          "\U0001F600 \U0001F468\u200D\U0001F469",
                                          std::string("a\x07\x1B b"),
                                          std::string(10000, 'q')};
  Document document;
  for (const std::string& words : texts) {
    TableBlock table = two_columns(words, words);
    table.id = "t" + std::to_string(document.blocks.size());
    document.blocks.emplace_back(std::move(table));
    document.blocks.emplace_back(Bullets{{words}, true});
  }
  CHECK(made::qpdf_complaint(pdf_of(document)) == "");
  CHECK(document_html(document).find("<script") == std::string::npos);
  CHECK(document_docx(document).ok());
  CHECK(document_xlsx(document).ok());
  for (const auto& [file, csv] : document_csvs(document)) {
    INFO(file);
    const std::string row = csv.substr(csv.find('\n') + 1);
    if (row.starts_with("+1,")) continue;  // a number: a spreadsheet reads it and runs nothing
    CHECK(std::string("=+-@").find(row[row[0] == '"' ? 1 : 0]) == std::string::npos);
  }
}

TEST_CASE("a document without a block is a page with its title") {
  const std::string text = made::printed_by("f() { pdftotext \"$1\" -; }; f", pdf_of(Document{}));
  CHECK(has(text, "Page 1 of 1"));
}
