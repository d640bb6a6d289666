#include "snapshot/date_text.hpp"

#include <catch2/catch.hpp>
#include <string>

using namespace tidemark;

namespace {

std::string read(std::string_view text) {
  const std::optional<Date> date = parse_date(text);
  return date ? text_of(*date) : "not a date";
}

std::string two(int n) {
  return (n < 10 ? "0" : "") + std::to_string(n);
}

}  // namespace

TEST_CASE("dates are read in every way that files write them") {
  CHECK(read("07/04/2018") == "2018-04-07");
  CHECK(read("7/4/2018") == "2018-04-07");
  CHECK(read("7/4/18") == "2018-04-07");
  CHECK(read("07-04-2018") == "2018-04-07");
  CHECK(read("07.04.2018") == "2018-04-07");
  CHECK(read("2018-04-07") == "2018-04-07");
  CHECK(read("2018/04/07") == "2018-04-07");
  CHECK(read("2018-04-07T09:30:00") == "2018-04-07");
  CHECK(read("2018-04-07T23:59:59.999Z") == "2018-04-07");
  CHECK(read("2018-04-07 00:00:00.000") == "2018-04-07");
  CHECK(read("07/04/2018 00:00") == "2018-04-07");
  CHECK(read("  07/04/2018 ") == "2018-04-07");
}

TEST_CASE("two-digit years from 00 to 68 are after 2000 and the others before") {
  CHECK(read("01/02/00") == "2000-02-01");
  CHECK(read("01/02/68") == "2068-02-01");
  CHECK(read("01/02/69") == "1969-02-01");
  CHECK(read("01/02/99") == "1999-02-01");
}

TEST_CASE("a date with unknown parts is every day that it could be") {
  CHECK(read("zz/02/2020") == "2020-02-01..2020-02-29");
  CHECK(read("ZZ/ZZ/2021") == "2021-01-01..2021-12-31");
  CHECK(parse_date("zz/zz/zzzz") == Date::unknown());
  CHECK(read("01/zz/2020") == "not a date");
  CHECK(read("zz/13/2020") == "not a date");
}

TEST_CASE("what is not a calendar day is not a date") {
  for (const char* text :
       {"31/02/2020", "29/02/2019",    "00/01/2020",  "01/00/2020", "32/01/2020",
        "01/13/2020", "01/01/1899",    "01/01/2200",  "2020-02-30", "1/1/202",
        "1/1/20200",  "01/01",         "hello",       "/",          "43190",
        "01/02-2020", "2018-04-07Tea", "07/04/2018x", "-1/02/2020", "+1/02/2020"}) {
    INFO(text);
    CHECK(read(text) == "not a date");
  }
}

TEST_CASE("the quick reader of dd/mm/yyyy agrees with the slow one on every day and non-day") {
  const MonthTable& months = last_days_before();
  for (int year = 1898; year <= 2202; ++year) {
    for (int month = 0; month <= 13; ++month) {
      for (int day = 0; day <= 32; ++day) {
        const std::string text = two(day) + "/" + two(month) + "/" + std::to_string(year);
        Day quick = 0;
        const bool is = read_plain_date(text.data(), months, quick);
        const std::optional<Date> slow = parse_date(text);
        if (is != slow.has_value() || (is && *slow != Date::known(quick))) FAIL(text);
      }
    }
  }
}

TEST_CASE("the quick reader takes no byte but digits and slashes") {
  const std::string good = "12/10/2019";
  for (std::size_t at = 0; at < good.size(); ++at) {
    for (int byte = 0; byte < 256; ++byte) {
      std::string text = good;
      text[at] = static_cast<char>(byte);
      Day quick = 0;
      const bool is = read_plain_date(text.data(), last_days_before(), quick);
      const bool digit = byte >= '0' && byte <= '9';
      if (is && (at == 2 || at == 5 ? byte != '/' : !digit)) FAIL(at << " " << byte);
    }
  }
}

TEST_CASE("dates are read with the month by its name") {
  for (const char* text :
       {"1 Mar 2021", "01-Mar-21", "March 1, 2021", "1st March 2021", "1 MARCH 2021", "2021-Mar-01",
        "Mar 1 2021", "01/mar/2021", "1 Mar 2021 09:30"}) {
    INFO(text);
    CHECK(read(text) == "2021-03-01");
  }
  CHECK(read("30 Sept 2021") == "2021-09-30");
  CHECK(read("5-May-69") == "1969-05-05");
  for (const char* text : {"Mar 2021", "31 Feb 2021", "1 Mars 2021", "1 Mar", "Mar Mar 2021",
                           "1 Mar 2021 late", "zz Mar 2021", "1x Mar 2021", "Mon 1 Mar 2021"}) {
    INFO(text);
    CHECK(read(text) == "not a date");
  }
}

TEST_CASE("only numbers of five digits from 1954 to 2064 are Excel's numbers for days") {
  CHECK(iso(day_of_serial("44469").value()) == "2021-09-30");
  CHECK(iso(day_of_serial(" 44469.0 ").value()) == "2021-09-30");
  CHECK(iso(day_of_serial("20000").value()) == "1954-10-03");
  CHECK(iso(day_of_serial("60000").value()) == "2064-04-08");
  for (const char* text : {"19999", "60001", "4446", "444690", "4446x", "44469.5", "-44469", ""}) {
    INFO(text);
    CHECK_FALSE(day_of_serial(text).has_value());
  }
}
