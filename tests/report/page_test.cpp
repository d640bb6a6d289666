#include <catch2/catch.hpp>
#include <pugixml.hpp>
#include <set>

#include "made_run.hpp"
#include "report/report.hpp"

using namespace tidemark;

namespace {

// The body holds no void element, so well-formed HTML is well-formed XML there.
pugi::xml_parse_result parsed_body(const std::string& page, pugi::xml_document& body) {
  const std::size_t first = page.find("<body>");
  const std::size_t last = page.find("</body>");
  REQUIRE(first != std::string::npos);
  REQUIRE(last != std::string::npos);
  return body.load_string(page.substr(first, last + 7 - first).c_str());
}

struct Anchors : pugi::xml_tree_walker {
  std::set<std::string> ids, links;
  bool each_id_once = true;
  bool for_each(pugi::xml_node& node) override {
    if (const auto id = node.attribute("id")) {
      each_id_once = ids.insert(id.value()).second && each_id_once;
    }
    for (const char* name : {"href", "aria-labelledby"}) {
      std::string all = node.attribute(name).value();
      for (std::size_t space = all.find(' '); !all.empty(); space = all.find(' ')) {
        const std::string one = all.substr(0, space);
        links.insert(one[0] == '#' ? one.substr(1) : one);
        all = space == std::string::npos ? "" : all.substr(space + 1);
      }
    }
    return true;
  }
};

// Tables whose rows all have as many cells as the head.
struct Tables : pugi::xml_tree_walker {
  bool even = true;
  int count = 0;
  static long cells(pugi::xml_node row) {
    return std::distance(row.children().begin(), row.children().end());
  }
  bool for_each(pugi::xml_node& node) override {
    if (std::string(node.name()) != "table") return true;
    ++count;
    const long wide = cells(node.child("thead").child("tr"));
    for (const pugi::xml_node row : node.child("tbody").children("tr")) {
      even = even && cells(row) == wide;
    }
    return true;
  }
};

}  // namespace

TEST_CASE("the page is well formed, its ids are unique and its links lead somewhere") {
  for (const AuditRun& run : {made::run(), made::hostile_run(), made::quiet_run()}) {
    pugi::xml_document body;
    const auto result = parsed_body(report::report_html(run, "exports/2018"), body);
    INFO(result.description() << " at byte " << result.offset);
    REQUIRE(result);
    Anchors anchors;
    body.traverse(anchors);
    CHECK(anchors.each_id_once);
    for (const std::string& link : anchors.links) {
      INFO(link);
      CHECK(anchors.ids.count(link) == 1);
    }
    Tables tables;
    body.traverse(tables);
    CHECK(tables.even);
    CHECK(tables.count >= 3);
  }
}

TEST_CASE("text from files and rules stays text") {
  const std::string page = report::report_html(made::hostile_run(), "<b>\"\\</style>");
  CHECK(page.find("<script") == std::string::npos);
  CHECK(page.find("<b>") == std::string::npos);
  CHECK(page.find('\x01') == std::string::npos);
  CHECK(page.find('\xff') == std::string::npos);
  CHECK(page.find("&lt;script&gt;alert(1)&lt;/script&gt;&amp;&quot;&#39;") != std::string::npos);
}

TEST_CASE("the page needs nothing but itself") {
  const std::string page = report::report_html(made::run(), "exports/2018");
  for (const char* fetch : {"http:", "https:", "src=", "<link", "@import", "<script"}) {
    INFO(fetch);
    CHECK(page.find(fetch) == std::string::npos);
  }
  CHECK(page.find("counter(page) \" of \" counter(pages)") != std::string::npos);
  CHECK(page.find("as at 31 Mar 2018, run 2") != std::string::npos);
}

TEST_CASE("140,000 findings still make a page that opens") {
  const std::string page = report::report_html(made::long_run(140000), "x");
  CHECK(page.size() < 2'000'000);
  CHECK(page.find("140,000") != std::string::npos);
}
