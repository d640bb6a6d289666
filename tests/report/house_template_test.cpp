#include "report/house_template.hpp"

#include <catch2/catch.hpp>

using namespace tidemark;
using report::HouseTemplate;

namespace {

std::string refusal(const std::string& toml) {
  const Result<HouseTemplate> made = HouseTemplate::parse(toml, "house.toml");
  return made.ok() ? "accepted" : made.error().message;
}

bool begins(const std::string& text, const std::string& beginning) {
  return text.rfind(beginning, 0) == 0;
}

}  // namespace

TEST_CASE("a council's house.toml gives its name, its term and its words") {
  const Result<HouseTemplate> made = HouseTemplate::parse(
      "council = \"Testshire\"\nmarking = \"OFFICIAL\"\nchildren_in_care = \"our children\"\n"
      "colour = \"#204020\"\n[words]\n"
      "panel_intro = \"Panel of {{ council }} on {{panel_date}}, run {{run}}: {{number}}.\"\n",
      "house.toml");
  REQUIRE(made.ok());
  CHECK(made.value().house().council == "Testshire");
  CHECK(made.value().house().marking == "OFFICIAL");
  CHECK(made.value().house().children_in_care == "our children");
  CHECK(made.value().house().colour == "#204020");
  CHECK(made.value().words("panel_intro", {{"panel_date", "12 <April>"}, {"run", "41"}}) ==
        "Panel of Testshire on 12 <April>, run 41: .");
  CHECK(made.value().words("panel_closing", {}) == "");
}

TEST_CASE("an empty file leaves everything as it is without one") {
  const Result<HouseTemplate> made = HouseTemplate::parse("", "house.toml");
  REQUIRE(made.ok());
  CHECK(made.value().house().marking == "OFFICIAL-SENSITIVE");
}

TEST_CASE("what a house.toml has wrong is refused with its line and column") {
  CHECK(begins(refusal("council = \"A\"\ncolor = \"#000000\"\n"),
               "house.toml:2:1: no key is called \"color\"; did you mean colour?"));
  CHECK(begins(refusal("council = 5\n"), "house.toml:1:11: \"council\" is a text"));
  CHECK(begins(refusal("council = \"A\n"), "house.toml:1:"));
  CHECK(begins(refusal("colour = \"red\"\n"), "house.toml:1:10: a colour is written"));
  CHECK(begins(refusal("words = \"no\"\n"), "house.toml:1:"));
  CHECK(begins(refusal("[words]\npanel_into = \"x\"\n"),
               "house.toml:2:1: no key is called \"panel_into\"; did you mean panel_intro?"));
}

TEST_CASE("a colour that is too pale to be read on white is refused") {
  CHECK(
      begins(refusal("colour = \"#ffff00\"\n"), "house.toml:1:10: the colour #ffff00 is too pale"));
  CHECK(begins(refusal("colour = \"#777777\"\n"), "house.toml:1:10: the colour"));  // 4.48 to 1
  CHECK(refusal("colour = \"#767676\"\n") == "accepted");                           // 4.54 to 1
  CHECK(refusal("colour = \"#000000\"\n") == "accepted");
}

TEST_CASE("a text that holds control characters or turns the writing round is refused") {
  for (const char* odd :
       {"\\u0007", "\\u007f", "\\u009b", "\\u061c", "\\u200f", "\\u202e", "\\u2066"}) {
    INFO(odd);
    CHECK(begins(refusal("council = \"A" + std::string(odd) + "B\"\n"),
                 "house.toml:1:11: the text holds a control"));
    CHECK(begins(refusal("[words]\npanel_intro = \"" + std::string(odd) + "\"\n"),
                 "house.toml:2:15: the text holds a control"));
  }
  CHECK(refusal("council = \"Ynys M\u00f4n \u2013 \u201cours\u201d \u2026\"\n") == "accepted");
}

TEST_CASE("a tag that no paper knows is refused when the file is read") {
  const auto words = [](const std::string& text) {
    return refusal("[words]\npanel_intro = \"" + text + "\"\n");
  };
  CHECK(words("{{run}}") == "accepted");
  CHECK(begins(words("{{child}}"), "house.toml:2:15: no value is called {{child}}"));
  CHECK(begins(words("{{#run}}x{{/run}}"), "house.toml:2:15: no value is called {{#run}}"));
  CHECK(begins(words("{{>part}}"), "house.toml:2:15: no value"));
  CHECK(begins(words("{{=<% %>=}}"), "house.toml:2:15: no value"));
  CHECK(begins(words("{{{run}}}"), "house.toml:2:15: no value"));
  CHECK(begins(words("{{run"), "house.toml:2:15: a tag is opened"));
}

TEST_CASE("a house file that is not there is an error that names it") {
  const Result<HouseTemplate> made = HouseTemplate::load("/nowhere/house.toml");
  REQUIRE_FALSE(made.ok());
  CHECK(made.error().message.find("/nowhere/house.toml") != std::string::npos);
}
