#include <catch2/catch.hpp>

#include "small_folder.hpp"

using namespace tidemark;
using Catch::Contains;
using small::Folder;
using small::notes_of;
using small::rows_of;

namespace {

Sources sources() {
  Sources made = small::sources();
  const auto at = [&](std::size_t table, std::string row, std::vector<std::string> filled = {}) {
    made.tables[table].xml = {
        "RETURN/CHILD", "HEADER/CHILDID", std::move(row), std::move(filled), {}};
  };
  at(small::k_header, "HEADER");
  at(small::k_episodes, "EPISODE");
  at(small::k_reviews, "HEADER/AREVIEW");
  at(small::k_life_story, "HEADER", {"COMPLETED"});
  made.tables[small::k_episodes].columns[4].aliases = {"PL"};
  made.refused = {{"a children in need census", {}, "Message/Header/Collection", "CIN", {}},
                  {"another census", {}, "Message/Header/Collection", "", {}},
                  {"a daily payload", {}, "", "", {"la_child_id"}}};
  return made;
}

const std::string k_child = R"(<CHILD>
<EPISODE><DECOM>02/01/2015</DECOM><RNE>S</RNE><LS>C2</LS><PL>U4</PL><DEC/></EPISODE>
<HEADER>
  <CHILDID> 101 </CHILDID><DOB>01/05/2010</DOB><SEX>1</SEX><UPN>A1</UPN>
  <AREVIEW><REVIEW>03/02/2015</REVIEW><REVIEW_CODE>PN1</REVIEW_CODE></AREVIEW>
  <AREVIEW><REVIEW_CODE>PN2</REVIEW_CODE><REVIEW>03/05/2015</REVIEW></AREVIEW>
</HEADER>
</CHILD>
)";

std::string document(const std::string& children) {
  return "<?xml version=\"1.0\"?>\n<RETURN>\n" + children + "</RETURN>\n";
}

Result<Snapshot> load(const std::string& text, const std::string& name = "2015/cla.xml") {
  Folder folder;
  folder.write(name, text);
  return folder.try_load(sources());
}

std::string refusal(const std::string& text, const std::string& name = "cla.xml") {
  const Result<Snapshot> loaded = load(text, name);
  REQUIRE_FALSE(loaded.ok());
  return loaded.error().message;
}

}  // namespace

TEST_CASE("elements of an XML file become the rows of the tables that the sources declare") {
  const Result<Snapshot> loaded = load(document(k_child));
  REQUIRE(loaded.ok());
  const Snapshot& snapshot = loaded.value();
  const Sources with = sources();
  CHECK(rows_of(snapshot, with, small::k_header) == std::vector<std::string>{"101 2010-05-01 1"});
  CHECK(rows_of(snapshot, with, small::k_episodes) ==
        std::vector<std::string>{"101 2015-01-02 S C2 U4 -"});
  CHECK(rows_of(snapshot, with, small::k_reviews) ==
        std::vector<std::string>{"101 2015-02-03 PN1", "101 2015-05-03 PN2"});
  CHECK_FALSE(snapshot.tables[small::k_life_story].supplied);
  CHECK(snapshot.tables[small::k_episodes].line == std::vector<std::uint32_t>{4});
  CHECK(snapshot.files[0].path == "2015/cla.xml");
  CHECK(snapshot.files[0].collection_year == 2015);
}

TEST_CASE("evidence and notes name the path of the element") {
  std::string child = k_child;
  child.replace(child.find("02/01/2015"), 10, "31/02/2015");
  const Result<Snapshot> loaded = load(document(child));
  REQUIRE(loaded.ok());
  const auto notes = notes_of(loaded.value(), "not a date");
  REQUIRE(notes.size() == 1);
  CHECK(notes[0].column == "CHILD/EPISODE/DECOM");
  CHECK(notes[0].line == 4);
  const Sources with = sources();
  for (const SourceFile& file : loaded.value().files) {
    if (file.table != small::k_episodes) continue;
    CHECK(file.name_of(with.tables[small::k_episodes], 4) == "CHILD/EPISODE/PL");
    CHECK(file.name_of(with.tables[small::k_episodes], 0) == "CHILD/HEADER/CHILDID");
  }
}

TEST_CASE(
    "a child without an episode is a child, and flat elements make rows where they are filled") {
  const Result<Snapshot> loaded =
      load(document(k_child +
                    "<CHILD><HEADER><CHILDID>102</CHILDID><DOB>01/05/2011</DOB><SEX>2</SEX><UPN/>"
                    "<COMPLETED>01/06/2015</COMPLETED><OC2/><NEW>1</NEW></HEADER></CHILD>"));
  REQUIRE(loaded.ok());
  CHECK(loaded.value().children.size() == 2);
  CHECK(rows_of(loaded.value(), sources(), small::k_life_story) ==
        std::vector<std::string>{"102 2015-06-01"});
  const auto dropped = notes_of(loaded.value(), "columns dropped");
  REQUIRE(dropped.size() == 1);
  CHECK_THAT(dropped[0].text, Contains("NEW"));
}

TEST_CASE("a column that the table can do without is not supplied until an element of it is seen") {
  const Result<Snapshot> loaded = load(document(k_child));
  REQUIRE(loaded.ok());
  CHECK_FALSE(loaded.value().tables[small::k_episodes].column_supplied[6]);
  CHECK(loaded.value().tables[small::k_episodes].column_supplied[5]);
}

TEST_CASE("an element that no table names can be known by what it holds") {
  Sources with = sources();
  with.tables[small::k_decisions].xml = {
      "RETURN/CHILD", "HEADER/CHILDID", "*", {"DATE_PLACED"}, {}};
  std::string child = k_child;
  child.replace(child.find("</HEADER>"), 0,
                "\n<NEWER><DATE_PLACED>01/02/2015</DATE_PLACED><DATE_PLACED_CEASED/></NEWER>"
                "<OTHER><A>1</A></OTHER>");
  Folder folder;
  folder.write("2015/cla.xml", document(child));
  const Snapshot snapshot = folder.load(with);
  CHECK(rows_of(snapshot, with, small::k_decisions) ==
        std::vector<std::string>{"101 2015-02-01 -"});
  CHECK(snapshot.tables[small::k_decisions].line == std::vector<std::uint32_t>{10});
  for (const SourceFile& file : snapshot.files) {
    if (file.table != small::k_decisions) continue;
    CHECK(file.name_of(with.tables[small::k_decisions], 1) == "CHILD/HEADER/NEWER/DATE_PLACED");
  }
  const auto dropped = notes_of(snapshot, "columns dropped");
  REQUIRE(dropped.size() == 1);
  CHECK_THAT(dropped[0].text, Contains("CHILD/HEADER/OTHER/A") && !Contains("NEWER"));
}

TEST_CASE("a required element that never comes is blank in every row and said") {
  std::string child = k_child;
  child.replace(child.find("<DEC/>"), 6, "");
  const Result<Snapshot> loaded = load(document(child));
  REQUIRE(loaded.ok());
  CHECK(rows_of(loaded.value(), sources(), small::k_episodes) ==
        std::vector<std::string>{"101 2015-01-02 S C2 U4 -"});
  const auto notes = notes_of(loaded.value(), "column not there");
  REQUIRE(notes.size() == 1);
  CHECK(notes[0].column == "CHILD/EPISODE/DEC");
}

TEST_CASE("XML that breaks off is refused with the line, never kept in part") {
  const std::string whole = document(k_child + k_child);
  CHECK_THAT(refusal(whole.substr(0, whole.size() - 40)),
             Contains("cla.xml cannot be read: line 1") && Contains("cut short"));
  CHECK_THAT(refusal("<RETURN><CHILD></RETURN>"), Contains("line 1") && Contains("mismatched tag"));
  CHECK_THAT(refusal("<RETURN><CHILD>&nbsp;</CHILD></RETURN>"), Contains("entity"));
  CHECK_THAT(refusal("<?xml version=\"1.0\" encoding=\"EBCDIC-X\"?><RETURN/>"),
             Contains("encoding"));
}

TEST_CASE("document types are refused before anything in them is resolved") {
  CHECK_THAT(refusal("<!DOCTYPE RETURN [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n"
                     "<RETURN><CHILD>&x;</CHILD></RETURN>"),
             Contains("document type") && Contains("remove that line"));
  CHECK_THAT(
      refusal("<!DOCTYPE R [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><R>&b;</R>"),
      Contains("document type"));
}

TEST_CASE("XML that is made to hurt is refused with a sentence") {
  std::string deep = "<RETURN>";
  for (int i = 0; i < 5000; ++i) deep += "<a>";
  CHECK_THAT(refusal(deep), Contains("100 deep"));
  CHECK_THAT(refusal("<RETURN><CHILD a=\"" + std::string(3'000'000, 'x') + "\"/></RETURN>"),
             Contains("1 MiB"));
  std::string many = "<RETURN><CHILD>";
  for (int i = 0; i < 10002; ++i) many += "<EPISODE><DECOM>01/01/2015</DECOM></EPISODE>";
  CHECK_THAT(refusal(many + "</CHILD></RETURN>"), Contains("10,000 rows"));
}

TEST_CASE("long texts, texts in many pieces and elements that stand twice are read as they stand") {
  std::string child = k_child;
  child.replace(child.find("<DEC/>"), 6,
                "<DEC/><URN>A<!-- c -->&#49;<![CDATA[2]]></URN><URN>B</URN>");
  child.replace(child.find("<LS>C2</LS>"), 11, "<LS>" + std::string(200000, 'x') + "</LS>");
  const Result<Snapshot> loaded = load(document(child));
  REQUIRE(loaded.ok());
  CHECK(rows_of(loaded.value(), sources(), small::k_episodes) ==
        std::vector<std::string>{"101 2015-01-02 S ? U4 - A12"});
  const auto twice = notes_of(loaded.value(), "heading twice");
  REQUIRE(twice.size() == 1);
  CHECK(twice[0].column == "CHILD/EPISODE/URN");
  CHECK(twice[0].text == "B");
  CHECK(notes_of(loaded.value(), "field too long").size() == 1);
}

TEST_CASE("Windows-1252 and UTF-16 files are read as what they say they are") {
  std::string child = k_child;
  child.replace(child.find("<DEC/>"), 6, "<DEC/><URN>A\x92</URN>");
  const Result<Snapshot> latin =
      load("<?xml version=\"1.0\" encoding=\"windows-1252\"?><RETURN>" + child + "</RETURN>");
  REQUIRE(latin.ok());
  CHECK(rows_of(latin.value(), sources(), small::k_episodes).front() ==
        "101 2015-01-02 S C2 U4 - A\xe2\x80\x99");
  std::string wide = "\xff\xfe";
  for (const char c :
       "<?xml version=\"1.0\" encoding=\"UTF-16\"?><RETURN>" + k_child + "</RETURN>") {
    wide += c;
    wide += '\0';
  }
  CHECK(load(wide, "cla.csv").ok());
}

TEST_CASE("other datasets in XML and JSON are refused by their names") {
  CHECK_THAT(refusal("<Message><Header><Collection>CIN</Collection></Header></Message>"),
             Contains("cla.xml is a children in need census"));
  CHECK_THAT(refusal("<Message><Header><Collection>SC</Collection></Header></Message>"),
             Contains("another census"));
  CHECK_THAT(refusal("[{\"la_child_id\": \"1\"}]", "day.json"), Contains("a daily payload"));
  CHECK_THAT(refusal("{\"other\": 1}", "day.json"), Contains("it is a JSON file"));
  CHECK_THAT(refusal("<html><body/></html>", "a.csv"), Contains("a web page"));
  CHECK_THAT(refusal("<notes><a/></notes>"), Contains("<notes> is not known"));
}
