// A paper as text: HTML, JSON, CSV, SVG.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <pugixml.hpp>
#include <regex>

#include "golden_file.hpp"
#include "made_paper.hpp"
#include "report/document_parts.hpp"
#include "report/formats.hpp"
#include "report/word_width.hpp"

using namespace tidemark;
using namespace tidemark::report;

namespace {

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("the invented paper reads as it did when it was last accepted") {
  CHECK(made::difference_from_golden("paper", document_html(made::paper())) == "");
  CHECK(made::difference_from_golden("paper", document_json(made::paper()), ".json") == "");
  for (const auto& [name, csv] : document_csvs(made::paper()))
    CHECK(made::difference_from_golden("paper-" + name, csv, "") == "");
}

TEST_CASE("a paper's page holds no script, whatever its texts say") {
  const std::string page = document_html(made::paper());
  CHECK_FALSE(has(page, "<script"));
  CHECK(has(page, "&lt;script&gt;alert(&#39;no&#39;)&lt;/script&gt;"));
  CHECK_FALSE(has(page, "src="));
  CHECK_FALSE(has(page, "href=\"http"));
  CHECK_FALSE(has(page, "url(http"));
}

TEST_CASE("a paper's page is well-formed, and every link in it has its target") {
  std::string page = document_html(made::paper());
  page.erase(0, page.find("<body"));
  page.erase(page.find("</html>"));
  page = std::regex_replace(page, std::regex("<col class=\"w[0-9]+\">"), "");  // no end tag in HTML
  pugi::xml_document read;
  const pugi::xml_parse_result parsed = read.load_string(page.c_str());
  INFO(parsed.description());
  REQUIRE(parsed);
  for (const pugi::xpath_node& link : read.select_nodes("//a[@href]")) {
    const std::string target = std::string(link.node().attribute("href").value()).substr(1);
    INFO(target);
    CHECK(read.select_nodes(("//*[@id='" + target + "']").c_str()).size() == 1);
  }
  CHECK(read.select_nodes("//nav//a").size() == 3);
  CHECK(read.select_nodes("//table/caption").size() == 1);
  CHECK(read.select_nodes("//th[not(@scope)]").empty());
  CHECK(read.select_nodes("//tbody/tr/th[@scope='row']").size() == 3);
}

TEST_CASE("a column that is only for filling in is in no format but the workbook") {
  CHECK_FALSE(has(document_html(made::paper()), "Decision"));
  CHECK_FALSE(has(document_json(made::paper()), "Decision"));
  CHECK_FALSE(has(document_csvs(made::paper()).at("new-breaches.csv"), "Decision"));
}

TEST_CASE("a paper's JSON is an object whose numbers are numbers and whose words are UTF-8") {
  const auto read = nlohmann::json::parse(document_json(made::paper()));
  CHECK(read["number"] == "Pack 12");
  const auto& table = *std::find_if(read["blocks"].begin(), read["blocks"].end(),
                                    [](const auto& block) { return block["kind"] == "table"; });
  CHECK(table["rows"][0][3] == 28);
  CHECK(table["rows"][2][3] == "@SUM(A1)");
  CHECK(table["rows"][2][0] == "=1+1");
}

TEST_CASE("no cell of a paper's CSV begins as a formula") {
  const std::string csv = document_csvs(made::paper()).at("new-breaches.csv");
  CHECK(has(csv, "\n'=1+1,"));
  CHECK(has(csv, ",'@SUM(A1),"));
  CHECK(has(csv, "\"'+44 is not a number"));
}

TEST_CASE("a marking cannot leave the style sheet that prints it") {
  Document document = made::paper();
  document.house.marking = "\"; } </style><script>x</script>";
  document.house.colour = "red; } body { display: none";
  const std::string page = document_html(document);
  CHECK_FALSE(has(page, "</style><"));
  CHECK_FALSE(has(page, "display: none; color"));
  CHECK_FALSE(has(page, "color: red"));
}

TEST_CASE("no column is narrower than its longest word, and the columns fill the page") {
  TableBlock table;
  table.columns.resize(4);
  table.columns[0].heading = "Reference";
  table.columns[2].heading = "Due";
  table.columns[2].kind = TableColumn::Kind::date;
  table.columns[0].share = table.columns[2].share = 0.1;
  table.columns[1].share = 9;
  table.rows = {{"K7-0042", "late", "30 Sep 2021", std::string(5000, 'w')}};
  const std::vector<double> shares = width_shares(table, 500);
  double sum = 0;
  for (const double share : shares) sum += share;
  CHECK(sum == Approx(1));
  CHECK(shares[0] * 500 > word_width("Reference", 8.3, true));
  CHECK(shares[2] * 500 > word_width("30 Sep 2021", 8.3));
  CHECK(shares[3] < 0.2);
  CHECK(width_shares(table, 20).size() == 4);
}

TEST_CASE("a picture as SVG says its title and description and owns its hatching") {
  for (const Block& block : made::paper().blocks) {
    const auto* picture = std::get_if<Picture>(&block);
    if (picture == nullptr) continue;
    pugi::xml_document read;
    REQUIRE(read.load_string(picture_svg(*picture).c_str()));
    const pugi::xml_node svg = read.child("svg");
    CHECK(std::string(svg.attribute("role").value()) == "img");
    CHECK(std::string(svg.child("title").text().get()) == picture->title);
    CHECK(std::string(svg.child("desc").text().get()) == picture->description);
    CHECK(svg.select_nodes("//rect[@fill='url(#picture-child-4-hatch)']").size() == 1);
    CHECK(svg.select_nodes("//pattern[@id='picture-child-4-hatch']").size() == 1);
  }
}
