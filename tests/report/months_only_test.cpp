#include "report/papers/months_only.hpp"

#include <catch2/catch.hpp>

using tidemark::report::months_only;

TEST_CASE("a day is found beside the signs that word processors put there") {
  for (const char* words :
       {"\u201C12 March 2019\u201D", "\u201812\u00A0March\u00A02019\u2019", "\u202212 March 2019",
        "\u201312 March 2019", "12\u2011March\u20112019", "12 March \u200B2019", "12/0\u200B3/2019",
        "\uFF11\uFF12 March 2019", "12\u201314 March 2019", "12 \u2013 14 March 2019",
        "12th\u00A0of\u202FMarch 2019", "12 M\u00ADarch 2019", "12\u22153\u22152019",
        "12\226 14 March 2019", "12\240March\240 2019", "12 March \u201919"}) {
    INFO(words);
    const std::string said = months_only(words);
    CHECK(said.find("Mar 2019") != std::string::npos);
    CHECK(said.find("12") == std::string::npos);
    CHECK(said.find("14") == std::string::npos);
    CHECK(said.find("\uFF12") == std::string::npos);
  }
  CHECK(months_only("\u201Cborn 12 March 2019\u201D\u2014twice") ==
        "\u201Cborn Mar 2019\u201D\u2014twice");
}

TEST_CASE("a month in small letters is a month") {
  CHECK(months_only("born 4 march") == "born Mar");
  CHECK(months_only("on 4 may") == "in May");
  CHECK(months_only("On 4 may, in court") == "In May, in court");
  CHECK(months_only("placed 4 may with an aunt") == "placed May with an aunt");
  CHECK(months_only("may 4, 2021") == "May 2021");
  CHECK(months_only("due may 4") == "due May");
  for (const char* verb : {"2 may be placed", "4 may not", "may 2 of them", "all 3 may return",
                           "the fourth may be heard", "they march"}) {
    CHECK(months_only(verb) == verb);
  }
}

TEST_CASE("words between a day and its month do not hide it") {
  for (const char* words :
       {"March the 4th, 2021", "4th day of March 2021", "the 4th of this March 2021",
        "the fourth of March 2021", "the twenty-fourth of March, 2021", "March the fourth 2021",
        "4thMarch 2021", "4March2021", "Thurs the 4th of March 2021", "4th March of 2021",
        "March 4-6, 2021", "March 4th and 6th, 2021", "the 4th and the 6th of March 2021",
        "Thursday 4th and Friday 5th March 2021"}) {
    INFO(words);
    CHECK(months_only(words) == "Mar 2021");
  }
  CHECK(months_only("the 4th of this March") == "Mar");
  CHECK(months_only("4 Febuary 2021 and 5 Septmber 2021") == "Feb 2021 and Sep 2021");
}

TEST_CASE("a day in numbers is found however they are parted") {
  for (const char* words : {"04 03 2021", "4 3 2021", "4 / 3 / 2021", "4. 3. 2021", "04-03-2021",
                            "4_3_2021", "04032021", "2021 03 04", "4\\3\\2021"}) {
    INFO(words);
    CHECK(months_only(words) == "Mar 2021");
  }
  CHECK(months_only("born12 March 2021") == "born Mar 2021");
  CHECK(months_only("dob12/03/2021") == "dob Mar 2021");
}

TEST_CASE("a day and month in numbers is a day where the word before says so") {
  CHECK(months_only("heard on 4/3, again on 21.3. at two") == "heard in Mar, again in Mar at two");
  CHECK(months_only("born 4/3") == "born Mar");
  CHECK(months_only("DOB: 4.3") == "DOB: Mar");
  CHECK(months_only("Thursday 4/3") == "Mar");
  for (const char* stays : {"9/10", "4/3 of them", "grew by 4.3 per cent", "on 2.5 occasions",
                            "section 21.3.", "on the 4th", "since 24/70", "chapters 3 - 4 2021",
                            "rooms 4 3", "in March. 12 were", "on 30/2/100"}) {
    CHECK(months_only(stays) == stays);
  }
}

TEST_CASE("docs/papers.md names as not found what is not found") {
  for (const char* stays : {"on the 4th", "last Thursday", "4/3", "4.3", "on 4.3", "born 040321",
                            "born 04 03 21", "four March", "4.III.2021", "2 may attend"}) {
    CHECK(months_only(stays) == stays);
  }
  CHECK(months_only("Febuary 4, '21, 4\u20136 May, 3rd and 5th June") == "Feb 2021, May, Jun");
}
