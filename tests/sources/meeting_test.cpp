// Two sources that tell of one thing. Every child is invented.
#include <catch2/catch.hpp>

#include "council.hpp"

using namespace tidemark::tests;

namespace {

using Rows = std::vector<std::string>;

const std::pair<std::string, std::string> k_header{
    "header.csv", "CHILD,SEX,DOB,ETHNIC,UPN\n101,1,01/05/2015,WBRI,A1\n"};
const std::pair<std::string, std::string> k_episodes{
    "episodes.csv",
    "CHILD,DECOM,RNE,LS,PLACE,DEC,REC,PL_POST\n"
    "101,10/01/2020,S,C2,U6,30/12/2020,X1,AB1 2CD\n101,30/12/2020,L,E1,U6,,,AB1 2CD\n"};

// A List 8 that says since when the placement order has been in force.
std::pair<std::string, std::string> list_8(const std::string& since,
                                           const std::string& status = "d) Placement order") {
  return {
      "List 8.csv",
      "Child Unique ID,Date of Birth,Date Started to be Looked After,Start date of current legal "
      "status,Child's Legal Status,Date Ceased to be Looked After,Start Date of Most Recent "
      "Placement,Placement Type\n101,01/05/2015,10/01/2020," +
          since + "," + status + ",,10/01/2020,U6\n"};
}

Rows orders(const Council& council) {
  return council.rows("legal_status", "101", "2021-10-01");
}

const std::string k_before = "from=2020-01-10 to=2020-12-30 status=C2";

}  // namespace

TEST_CASE("Two sources that agree are one row, from the first of them") {
  const Council council({k_header, k_episodes, list_8("30/12/2020")});
  CHECK(orders(council) == Rows{k_before, "from=2020-12-30 status=E1"});
  CHECK(council.rows("care", "101", "2021-10-01") == Rows{"from=2020-01-10 ceased=?"});
  CHECK(council.rows("placement", "101", "2021-10-01") == Rows{"from=2020-01-10 kind=U6"});
  CHECK(council.rows("child", "101", "2021-10-01") ==
        Rows{"date_of_birth=2015-05-01 ethnicity=WBRI"});
  CHECK(council.origins("legal_status", "from", 1, "101", "2021-10-01") ==
        Rows{"List 8.csv:2 Start date of current legal status"});
}

TEST_CASE("Days that differ become both, and the evidence names both places") {
  const Council council({k_header, k_episodes, list_8("02/01/2021")});
  CHECK(orders(council) == Rows{k_before, "from=2020-12-30..2021-01-02 status=E1"});
  CHECK(council.origins("legal_status", "from", 1, "101", "2021-10-01") ==
        Rows{"List 8.csv:2 Start date of current legal status", "episodes.csv:3 DECOM"});
  // Nine months are over on 30 Sep by the one, on 2 Oct by the other.
  CHECK(council.verdict("PO-9M", "101", "2021-10-02") == "breach");
  CHECK(council.verdict("PO-9M", "101", "2021-10-01") == "cannot_decide");
  CHECK(council.verdict("PO-9M", "101", "2021-09-29") == "due_soon");
}

TEST_CASE("A blank takes the other's day, a partly known day becomes it") {
  CHECK(orders(Council({k_header, k_episodes, list_8("")})) ==
        Rows{k_before, "from=2020-12-30 status=E1"});
  CHECK(orders(Council({k_header, k_episodes, list_8("zz/12/2020")})) ==
        Rows{k_before, "from=2020-12-30 status=E1"});
}

TEST_CASE("Another status is another fact, not another spelling") {
  const Council council({k_header, k_episodes, list_8("01/03/2021", "Full Care Order")});
  CHECK(orders(council) ==
        Rows{k_before, "from=2020-12-30 status=E1", "from=2021-03-01 status=C2"});
}

TEST_CASE("What the one source learnt later does not show before its day") {
  const Council council({k_header, k_episodes, list_8("02/01/2021")});
  CHECK(council.rows("legal_status", "101", "2020-12-31") ==
        Rows{k_before, "from=2020-12-30 status=E1"});
}

TEST_CASE("A match and a decision that two lists give are one each") {
  const Council council(
      {k_header,
       k_episodes,
       {"ssd_permanence.csv",
        "perm_table_id,perm_person_id,perm_adm_decision_date,perm_matched_date\n"
        "1,101,2020-06-01,2021-04-10\n"},
       {"x_match.csv",
        "CHILD,TYPE,PANEL_DATE,DECISION_DATE,NOT_YET_MATCHED_REASON,NOT_YET_RECORDED\n"
        "101,ADOPTION,01/04/2021,12/04/2021,,\n101,LTF,,,carer declined,01/09/2021\n"},
       {"placed_for_adoption.csv",
        "CHILD,DATE_PLACED,DATE_PLACED_CEASED,REASON_PLACED_CEASED\n101,01/06/2020,,\n"}});
  CHECK(council.rows("match", "101", "2021-10-01") ==
        Rows{"on=..2021-10-01 kind=LTF not_yet_reason=carer declined not_yet_recorded=2021-09-01",
             "on=2021-04-10..2021-04-12 kind=ADOPTION panel=2021-04-01 not_yet_reason=?"});
  CHECK(council.rows("adoption_decision", "101", "2021-10-01") == Rows{"on=2020-06-01 reason=?"});
}
