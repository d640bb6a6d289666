#include "report/html.hpp"

#include <catch2/catch.hpp>

#include "report/rows.hpp"
#include "report/utf8.hpp"
#include "report/words.hpp"

using namespace tidemark;
using namespace tidemark::report;

TEST_CASE("plain text becomes markup with every sign of HTML escaped") {
  CHECK(text("a<b>&\"'").html == "a&lt;b&gt;&amp;&quot;&#39;");
  CHECK(element("td", "<", "date").html == "<td class=\"date\">&lt;</td>");
}

TEST_CASE("bytes that are not UTF-8 and control characters are replaced") {
  CHECK(printable_utf8("caf\xc3\xa9 \xe2\x82\xac \xf0\x9f\x99\x82\t\n") ==
        "caf\xc3\xa9 \xe2\x82\xac \xf0\x9f\x99\x82\t\n");
  CHECK(printable_utf8(std::string_view("\0", 1)) == "\xEF\xBF\xBD");
  CHECK(printable_utf8("\xe9") == "\xEF\xBF\xBD");                  // cut short
  CHECK(printable_utf8("\xc0\xaf") == "\xEF\xBF\xBD\xEF\xBF\xBD");  // overlong
  CHECK(printable_utf8("\x7f") == "\xEF\xBF\xBD");
  CHECK(printable_utf8("\xc2\x85") == "\xEF\xBF\xBD");  // C1 control
  CHECK(printable_utf8("\xef\xbf\xbe") == "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
}

TEST_CASE("an anchor holds letters, digits and hyphens only") {
  CHECK(anchor("rule", "PO-9M <x>") == "rule-PO-9M--x-");
}

TEST_CASE("numbers are grouped and counted in words") {
  CHECK(number(0) == "0");
  CHECK(number(999) == "999");
  CHECK(number(140000) == "140,000");
  CHECK(number(1234567) == "1,234,567");
  CHECK(children(1) == "1 child");
  CHECK(children(2675) == "2,675 children");
}

TEST_CASE("days over say at least where they are a lower bound") {
  Judgement judgement;
  CHECK(days_over(judgement).empty());
  judgement.has_days_over = true;
  judgement.days_over = 1;
  CHECK(days_over(judgement) == "1 day");
  judgement.at_least = true;
  judgement.days_over = 412;
  CHECK(days_over(judgement) == "at least 412 days");
}

TEST_CASE("dates of cells are spelt as sentences spell them, anything else as it stands") {
  CHECK(readable("2021-09-30") == "30 Sep 2021");
  CHECK(readable("..2021-04-01") == "on or before 1 Apr 2021");
  CHECK(readable("E1") == "E1");
  CHECK(readable("..") == "..");
  CHECK(readable("a..b") == "a..b");
}

TEST_CASE("cells of one line of a file are said together, the rest can be opened") {
  Finding finding;
  for (std::uint32_t line = 2; line < 9; ++line) {
    finding.evidence.push_back({"t", "f", "2021-09-30", "a.csv", line, "DECOM", ""});
    finding.evidence.push_back({"t", "g", "E1", "a.csv", line, "LS", ""});
  }
  const std::string block = evidence_block(finding).html;
  CHECK(block.find("a.csv:2 DECOM 30 Sep 2021, LS E1; a.csv:3 DECOM") != std::string::npos);
  CHECK(block.find("<summary>3 more rows</summary>") != std::string::npos);
}
