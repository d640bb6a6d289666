// Ofsted's Annex A lists, as CSV with the columns of the workbook. Every child is invented.
#include <catch2/catch.hpp>

#include "council.hpp"

using namespace tidemark::tests;

namespace {

using Rows = std::vector<std::string>;

const std::string k_list_8 =
    "Child Unique ID,Gender,Date of Birth,Date Started to be Looked After,"
    "Start date of current legal status ,Child\xe2\x80\x99s Legal Status,Date of Latest Statutory "
    "Review,"
    "Date of Last Social Work Visit,What is the permanence plan for this child?,"
    "Date of Last Health Assessment,Date of Last Dental Check,Number of Placements in the Last 12 "
    "months,"
    "Date Ceased to be Looked After,Reason Ceased to be Looked After,Start Date of Most Recent "
    "Placement,Placement Type,Placement Provider,Allocated Team\n";

std::string row(const std::string& status, const std::string& plan = "b) Adoption",
                const std::string& review = "10/03/2021", const std::string& kind = "U6") {
  return "101,a) Male,01/05/2015,10/01/2020,01/09/2020," + status + "," + review + ",01/05/2021," +
         plan + ",02/02/2021,,2,,,10/02/2020," + kind + ",Own provision,#N/A\n";
}

}  // namespace

TEST_CASE("List 8 tells of now, and of what was before only that it was not seen") {
  const Council council({{"List 8.csv", k_list_8 + row("d)  Placement\xc2\xa0order")}});
  CHECK(council.rows("child", "101", "2021-06-01") == Rows{"date_of_birth=2015-05-01"});
  CHECK(council.rows("care", "101", "2021-06-01") == Rows{"from=2020-01-10 ceased=?"});
  CHECK(council.rows("legal_status", "101", "2021-06-01") == Rows{"from=2020-09-01 status=E1"});
  CHECK(council.rows("placement", "101", "2021-06-01") ==
        Rows{"from=2020-02-10 kind=U6 provider=PR1"});
  CHECK(council.rows("care_plan", "101", "2021-06-01") == Rows{"from=..2021-06-01 plan=ADOPTION"});
  CHECK(council.rows("review", "101", "2021-06-01") == Rows{"on=2021-03-10"});
  // Not at home, and that is known; before the latest placement nothing is.
  CHECK(council.rows("at_home", "101", "2021-06-01").empty());
  CHECK(council.rows("at_home", "101", "2020-02-01") == Rows{"partial"});
  // No dental check is on the list: none, or none recorded.
  CHECK(council.rows("health_check", "101", "2021-06-01") ==
        Rows{"on=2021-02-02 kind=ASSESSMENT status=COMPLETED", "partial"});
  // Behind the wall.
  CHECK(council.rows("review", "101", "2021-03-09") == Rows{"partial"});
}

TEST_CASE("What real books write for a legal status") {
  const auto status = [](const std::string& text) {
    const Council council({{"List 8.csv", k_list_8 + row("\"" + text + "\"")}});
    const std::string seen = council.rows("legal_status", "101", "2021-06-01").at(0);
    return seen.substr(seen.find("status=") + 7) +
           (council.notes("unmapped value").empty() ? "" : " said");
  };
  CHECK(status("C2  [Full Care Order]") == "C2");
  CHECK(status("Code 'C2' is not mapped") == "C2");
  CHECK(status("L31 Care Order S31.1(a) CA 89") == "C2");
  CHECK(status("L30 Interim Care Order") == "C1");
  CHECK(status("E1 - Placement order granted AND C2 - Full Care Order") == "E1");
  CHECK(status("Concurrent Care Order & Placement Order") == "E1");
  CHECK(status("PO") == "E1");
  CHECK(status("e) Section 20") == "V2");
  // Nobody on the list is looked after under these: unknown, and said.
  CHECK(status("Interim Supervision Order") == "? said");
  CHECK(status("SGO") == "? said");
  CHECK(status("Care Leaver") == "? said");
  CHECK(status("f) Protection") == "? said");
  CHECK(status("L3 something") == "L3");
}

TEST_CASE("A plan column that nobody filled was not supplied; an unknown plan is said") {
  const Council blank({{"List 8.csv", k_list_8 + row("C2", "")}});
  CHECK(blank.rows("care_plan", "101", "2021-06-01") == Rows{"from=..2021-06-01"});
  CHECK(blank.notes("column never filled").size() == 1);
  const std::string other = "102" + row("C2").substr(3);
  const Council unmapped({{"List 8.csv", k_list_8 + row("C2", "Twin track") + other}});
  CHECK(unmapped.rows("care_plan", "101", "2021-06-01") == Rows{"from=..2021-06-01 plan=?"});
  CHECK(unmapped.notes("unmapped value").size() == 1);
}

TEST_CASE("A child on List 8 who is home on a care order, and one who left") {
  const std::string left =
      "102,b) Female,01/05/2014,10/01/2019,01/09/2020,C2,,,,,,1,01/03/2021,E4A - Returned home,"
      "10/02/2020,P1,Parents,\n";
  const Council council(
      {{"List 8.csv", k_list_8 + row("C2", "a) Return to family", "10/03/2021", "P1") + left}});
  CHECK(council.rows("at_home", "101", "2021-06-01") == Rows{"from=2020-02-10 kind=P1"});
  CHECK(council.rows("care", "102", "2021-06-01") ==
        Rows{"from=2019-01-10 to=2021-03-01 ceased=E4A"});
  CHECK(council.rows("legal_status", "102", "2021-06-01") ==
        Rows{"from=2020-09-01 to=2021-03-01 status=C2"});
}

TEST_CASE("Lists 9 and 10") {
  const Council council(
      {{"List 9.csv",
        "Child Unique ID,Gender,Ethnicity,Date of Birth,Allocated Team,Eligibility Category,LA In "
        "Touch,Latest Pathway Plan Review Date\n"
        "201,a) Male,a) WBRI,01/05/2002,North,Former Relevant,Yes,01/02/2021\n"},
       {"List 10.csv",
        "Child Unique ID,Family identifier,Date of Birth,Date the Child Entered Care,Date of "
        "Decision "
        "that Child Should be Placed for Adoption,Date of Placement Order,Date of Matching Child "
        "and "
        "Prospective Adopters,Date Placed for Adoption,Date of Adoption Order ,Date of Decision "
        "that "
        "Child Should No Longer be Placed for Adoption,Reason\n"
        "301,,01/05/2018,01/06/2019,01/12/2019,01/03/2020,01/09/2020,,,,\n"
        "302,,01/05/2018,01/06/2019,01/12/2019,,,,,01/05/2020,RD2 - The court did not make "
        "one\n"}});
  CHECK(council.rows("care_leaver", "201", "2021-06-01") == Rows{"in_touch=YES"});
  CHECK(council.rows("pathway", "201", "2021-06-01") ==
        Rows{"eligibility=FORMER reviewed=2021-02-01"});
  CHECK(council.rows("adoption_decision", "301", "2021-06-01") == Rows{"on=2019-12-01 reason=?"});
  CHECK(council.rows("adoption_decision", "302", "2021-06-01") ==
        Rows{"on=2019-12-01 reversed=2020-05-01 reason=RD2"});
  CHECK(council.rows("match", "301", "2021-06-01") ==
        Rows{"on=2020-09-01 kind=ADOPTION", "partial"});
  CHECK(council.rows("match", "302", "2021-06-01") == Rows{"partial"});
  CHECK(council.rows("permanence_record", "301", "2021-06-01") ==
        Rows{"placement_order=2020-03-01"});
}
