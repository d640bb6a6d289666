#include <catch2/catch.hpp>

#include "small_folder.hpp"
#include "small_workbook.hpp"
#include "snapshot/heading.hpp"
#include "snapshot/sheet_number.hpp"

using namespace tidemark;
using Catch::Contains;
using small::Folder;
using small::notes_of;
using small::number_cell;
using small::row;
using small::rows_of;
using small::WorkbookText;

namespace {

const std::string k_header =
    row({"CHILD", "SEX", "DOB", "UPN"}) + row({"101", "1", "01/05/2010", "A1"});
const std::string k_heading = row({"CHILD", "DECOM", "RNE", "LS", "PLACE", "DEC", "URN"});

std::string episode(const std::string& child, const std::string& from, const std::string& to) {
  return row({child, from, "S", "C2", "U4", to, "SC1"});
}

// header and episodes, the second with these rows.
WorkbookText book_with(const std::string& rows) {
  return {{{"Children", k_header}, {"List 8", k_heading + rows}}};
}

Snapshot load(const WorkbookText& book, const Folder& folder) {
  book.write(folder.path() + "/annex-a.xlsx");
  return folder.load();
}

std::vector<std::string> episodes_of(const Snapshot& snapshot) {
  return rows_of(snapshot, small::sources(), small::k_episodes);
}

}  // namespace

TEST_CASE("sheets of a workbook are tables by their columns, whatever their names") {
  const Folder folder;
  const Snapshot snapshot =
      load(book_with(episode("101", "02/01/2015", "") + episode("101", "2014-01-02", "02/01/2015")),
           folder);
  CHECK(episodes_of(snapshot) == std::vector<std::string>{"101 2014-01-02 S C2 U4 2015-01-02 SC1",
                                                          "101 2015-01-02 S C2 U4 - SC1"});
  REQUIRE(snapshot.files.size() == 2);
  CHECK(snapshot.files[0].path == "annex-a.xlsx [Children]");
  CHECK(snapshot.files[1].path == "annex-a.xlsx [List 8]");
  CHECK(snapshot.files[1].on_disk == "annex-a.xlsx");
  CHECK(snapshot.tables[small::k_episodes].line == std::vector<std::uint32_t>{3, 2});
}

TEST_CASE("days are read from numbers that are formatted as days, from 1900 or 1904") {
  const std::string rows = episode("101", number_cell("42006", 1), number_cell("42371.75", 2));
  WorkbookText book = book_with(rows);
  CHECK(episodes_of(load(book, Folder())).front() == "101 2015-01-02 S C2 U4 2016-01-02 SC1");
  book.from_1904 = true;
  CHECK(episodes_of(load(book, Folder())).front() == "101 2019-01-03 S C2 U4 2020-01-03 SC1");
}

TEST_CASE("a plain number where a day belongs is read as Excel's number and said") {
  WorkbookText book = book_with(episode("101", number_cell("42006"), ""));
  const Snapshot snapshot = load(book, Folder());
  CHECK(episodes_of(snapshot).front() == "101 2015-01-02 S C2 U4 - SC1");
  const auto notes = notes_of(snapshot, "number read as a date");
  REQUIRE(notes.size() == 1);
  CHECK(notes[0].file == "annex-a.xlsx [List 8]");
  CHECK(notes[0].line == 2);
  CHECK(notes[0].column == "DECOM");
  CHECK(notes[0].text == "42006");
  CHECK_THAT(notes[0].what_was_done, Contains("2015-01-02"));
  book.from_1904 = true;
  CHECK(episodes_of(load(book, Folder())).front() == "101 2019-01-03 S C2 U4 - SC1");
}

TEST_CASE("custom formats are days when letters outside quotes and brackets say so") {
  CHECK(format_of_code("dd/mm/yyyy") == NumberFormat::day);
  CHECK(format_of_code("[$-809]dd mmmm yyyy;@") == NumberFormat::day);
  CHECK(format_of_code("mmm-yy") == NumberFormat::day);
  CHECK(format_of_code("[h]:mm:ss") == NumberFormat::time);
  CHECK(format_of_code("0.00\" days\"") == NumberFormat::plain);
  CHECK(format_of_code("[Red]0;[Blue]dd") == NumberFormat::plain);
  CHECK(format_of_code("0\\d") == NumberFormat::plain);
  CHECK(format_of_code("General") == NumberFormat::plain);
  CHECK(format_of_code("\"dd") == NumberFormat::plain);
  CHECK(built_in_format(14) == NumberFormat::day);
  CHECK(built_in_format(20) == NumberFormat::time);
  CHECK(built_in_format(2) == NumberFormat::plain);
  WorkbookText book = book_with(episode("101", number_cell("42006", 3), number_cell("5", 4)));
  book.formats =
      "<numFmt numFmtId=\"164\" formatCode=\"[$-809]d\\ mmm\\ yyyy\"/>"
      "<numFmt numFmtId=\"165\" formatCode=\"0&quot; days&quot;\"/>";
  book.own_formats = 2;
  const Snapshot snapshot = load(book, Folder());
  CHECK(episodes_of(snapshot).front() == "101 2015-01-02 S C2 U4 ? SC1");
}

TEST_CASE("numbers keep no point of their own and days keep Excel's leap day") {
  const auto plain = [](std::string_view text) {
    return sheet_number_text(text, NumberFormat::plain, false);
  };
  CHECK(plain("12345.0") == "12345");
  CHECK(plain("1.2345E4") == "12345");
  CHECK(plain("17.21") == "17.21");
  CHECK(plain("-3") == "-3");
  CHECK(plain("9007199254740991") == "9007199254740991");
  CHECK(plain("1e400") == "1e400");
  CHECK(plain("nan") == "nan");
  const auto day = [](std::string_view text) {
    return sheet_number_text(text, NumberFormat::day, false);
  };
  CHECK(day("1") == "1900-01-01");
  CHECK(day("59") == "1900-02-28");
  CHECK(day("60") == "1900-02-29");
  CHECK(day("61") == "1900-03-01");
  CHECK(day("0") == "1900-01-00");
  CHECK(day("-1") == "-1");
  CHECK(day("42006.5") == "2015-01-02 12:00:00");
  CHECK(day("42006.9999999") == "2015-01-03");
  CHECK(day("2958465") == "9999-12-31");
  CHECK(day("2958466") == "2958466");
  CHECK(sheet_number_text("0.5", NumberFormat::time, false) == "12:00:00");
  CHECK(sheet_number_text("0", NumberFormat::day, true) == "1904-01-01");
}

TEST_CASE("an id that is stored as a number has no .0") {
  const Snapshot snapshot = load(book_with(episode(number_cell("101.0"), "02/01/2015", "") +
                                           episode("101.0", "03/01/2016", "")),
                                 Folder());
  CHECK(episodes_of(snapshot).size() == 2);
  CHECK(snapshot.children.size() == 1);
  CHECK(notes_of(snapshot, "orphan child").empty());
}

TEST_CASE("shared texts, rich texts, booleans and stored values of formulas are read") {
  WorkbookText book = book_with(
      row({"<c t=\"s\"><v>0</v></c>", "<c t=\"str\"><f>A1&amp;B1</f><v>02/01/2015</v></c>",
           "<c t=\"s\"><v>1</v></c>", "C2", "U4", "", "<c t=\"b\"><v>1</v></c>"}));
  book.shared =
      "<si><t>101</t></si><si><r><t>S</t></r><r><t xml:space=\"preserve\"> </t></r>"
      "<rPh><t>X</t></rPh></si>";
  CHECK(episodes_of(load(book, Folder())).front() == "101 2015-01-02 S C2 U4 - TRUE");
}

TEST_CASE("a cell that holds an error, or a formula without a value, is unknown and said") {
  const Snapshot snapshot = load(
      book_with(row({"101", "02/01/2015", "S", "C2", "U4", "<c t=\"e\"><v>#N/A</v></c>", "x"}) +
                row({"101", "02/01/2016", "S", "C2", "U4", "<c><f>TODAY()</f></c>", "x"})),
      Folder());
  CHECK(episodes_of(snapshot) ==
        std::vector<std::string>{"101 2015-01-02 S C2 U4 ? x", "101 2016-01-02 S C2 U4 ? x"});
  const auto notes = notes_of(snapshot, "error in a cell");
  REQUIRE(notes.size() == 2);
  CHECK(notes[0].text == "#N/A");
  CHECK(notes[0].column == "DEC");
  CHECK(notes[0].line == 2);
  CHECK_THAT(notes[1].what_was_done, Contains("no stored value"));
}

TEST_CASE("a heading may have a title above it and stand in any column") {
  const std::string rows =
      row({"<c r=\"B2\" t=\"inlineStr\"><is><t>Looked after children</t></is></c>"}, 2) +
      "<row r=\"5\"><c r=\"C5\" t=\"inlineStr\"><is><t>CHILD</t></is></c>" +
      small::text_cell("REVIEW") + "</row>" +
      "<row r=\"7\"><c r=\"C7\"><v>101</v></c><c r=\"D7\" s=\"1\"><v>42006</v></c>"
      "<c r=\"Z7\"><v>9</v></c></row>";
  const Folder folder;
  const Snapshot snapshot = load({{{"a", k_header}, {"b", rows}}}, folder);
  CHECK(rows_of(snapshot, small::sources(), small::k_reviews) ==
        std::vector<std::string>{"101 2015-01-02"});
  CHECK(snapshot.tables[small::k_reviews].line == std::vector<std::uint32_t>{7});
  const auto notes = notes_of(snapshot, "ragged row");
  REQUIRE(notes.size() == 1);
  CHECK_THAT(notes[0].what_was_done,
             Contains("1 cell has content under no heading") && Contains("the first is Z7"));
}

TEST_CASE("merged cells and hidden sheets are said once") {
  const Folder folder;
  const Snapshot snapshot =
      load({{{"a", k_header},
             {"b", k_heading + episode("101", "02/01/2015", ""),
              "<mergeCells><mergeCell ref=\"A1:G1\"/><mergeCell ref=\"A2:A3\"/></mergeCells>",
              "hidden"}}},
           folder);
  REQUIRE(notes_of(snapshot, "merged cells").size() == 1);
  CHECK(notes_of(snapshot, "merged cells")[0].text == "A2:A3");
  REQUIRE(notes_of(snapshot, "hidden sheet").size() == 1);
  CHECK(notes_of(snapshot, "hidden sheet")[0].file == "annex-a.xlsx [b]");
}

TEST_CASE("a sheet that is no table is a note, and blank rows are none") {
  const Folder folder;
  const Snapshot snapshot =
      load({{{"Notes", row({"please fill in", "all lists"})},
             {"Empty", "<row r=\"1\"/><row r=\"9\"><c s=\"1\"/></row>"},
             {"a", k_header + "<row r=\"2773\"><c r=\"A2773\" s=\"1\"/></row>"}}},
           folder);
  CHECK(snapshot.files[2].rows == 1);
  const auto notes = notes_of(snapshot, "file nobody claimed");
  REQUIRE(notes.size() == 2);
  CHECK(notes[0].file == "annex-a.xlsx [Empty]");
  CHECK_THAT(notes[1].what_was_done, Contains("none of its columns"));
}

TEST_CASE("a heading is known through no-break spaces, curly quotes and doubled brackets") {
  CHECK(plain_heading("Child\xe2\x80\x99s Legal Status\xc2\xa0") ==
        plain_heading("child's legal_status"));
  CHECK(plain_heading("UASC (Y/N))") == plain_heading("UASC (Y/N)"));
  CHECK(plain_heading("Date \xe2\x80\x93 of birth ") == "dateofbirth");
}

TEST_CASE("a workbook is read by its content, alone or beside other files, on any threads") {
  const Folder folder;
  book_with(episode("101", "02/01/2015", "")).write(folder.path() + "/2019/x.csv");
  Folder plain;
  plain.write("2019/header.csv", "CHILD,SEX,DOB,UPN\n101,1,01/05/2010,A1\n")
      .write("2019/episodes.csv",
             std::string(small::k_episode_heading) + "101,02/01/2015,S,C2,U4,,SC1\n");
  CHECK(episodes_of(folder.load()) == episodes_of(plain.load()));
  CHECK(episodes_of(folder.load(small::sources(), 3)) == episodes_of(plain.load()));
  CHECK(folder.load().files[0].collection_year == 2019);
  const Result<Snapshot> alone = load_snapshot(folder.path() + "/2019/x.csv", small::sources(), {});
  REQUIRE(alone.ok());
  CHECK(alone.value().files[1].path == "x.csv [List 8]");
}
