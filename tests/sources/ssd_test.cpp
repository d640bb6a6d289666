// The Standard Safeguarding Dataset as its suppliers really export it. Every child is invented.
#include <catch2/catch.hpp>

#include "council.hpp"

using namespace tidemark::tests;

namespace {

using Rows = std::vector<std::string>;

const std::pair<std::string, std::string> k_people{
    "ssd_person.csv",
    "pers_person_id,pers_forename,pers_dob\n"
    "101,Alba,2015-05-01 00:00:00.000\n102,Bram,2016-06-02 00:00:00.000\n"};
const std::string k_episode_heading =
    "clae_cla_episode_id,clae_person_id,clae_cla_episode_start_date,clae_cla_episode_start_reason,"
    "clae_cla_episode_ceased_date,clae_cla_episode_ceased_reason,clae_cla_id,clae_referral_id\n";
const std::pair<std::string, std::string> k_episodes{
    "ssd_cla_episodes.csv", k_episode_heading +
                                "E1,101,2020-01-10,S,2020-03-31,X1,P1,R1\n"
                                "E2,101,2020-04-01,P,,,P1,R1\nE3,102,2021-02-01,S,,,P2,R2\n"};

}  // namespace

TEST_CASE("Mosaic: a row without a child is reached through the period of care") {
  const Council council({k_people,
                         k_episodes,
                         {"ssd_cla_placement.csv",
                          "clap_cla_placement_id,clap_cla_id,clap_cla_placement_start_date,"
                          "clap_cla_placement_type,clap_cla_placement_end_date\n"
                          "1,P1,2020-01-10,U6,2020-03-31\n2,P1,2020-04-01,U6,\n"
                          "3,P2,2021-02-01,P1,\n4,P9,2021-02-01,P1,\n"}});
  CHECK(council.rows("placement", "101", "2021-06-01") ==
        Rows{"from=2020-01-10 to=2020-03-31 kind=U6", "from=2020-04-01 kind=U6"});
  CHECK(council.rows("at_home", "102", "2021-06-01") == Rows{"from=2021-02-01 kind=P1"});
  CHECK(council.notes("no way to the child") ==
        Rows{"ssd_cla_placement.csv:5 clap_cla_id \"P9\": no row of ssd_cla_episodes has this key; "
             "the row is not read"});
  // An end on the day before the next begins is no gap.
  CHECK(council.rows("care", "101", "2021-06-01") == Rows{"from=2020-01-10 ceased=?"});
}

TEST_CASE("A key that rows of two children share leads to neither") {
  const Council council(
      {k_people,
       {"ssd_cla_episodes.csv", k_episode_heading + "E1,101,2020-01-10,S,,,P1,R1\n"
                                                    "E3,102,2021-02-01,S,,,P1,R2\n"},
       {"ssd_involvements.csv",
        "invo_involvements_id,invo_professional_id,invo_professional_role_id,"
        "invo_involvement_start_date,invo_involvement_end_date,invo_referral_id\n"
        "1,W1,Allocated Case Worker,2020-01-10,,R1\n"
        "2,W2,Play therapist,2020-02-10,,R1\n"},
       {"ssd_cla_reviews.csv",
        "clar_cla_review_id,clar_cla_id,clar_cla_review_date,"
        "clar_cla_review_cancelled\n1,P1,2020-02-01,N\n"}});
  CHECK(council.rows("review", "101", "2021-06-01") == Rows{"none"});
  CHECK(council.notes("no way to the child").size() == 1);
  // A role that no list of spellings knows may be a social worker.
  CHECK(council.rows("social_worker", "101", "2021-06-01") ==
        Rows{"from=2020-01-10 worker=W1", "maybe from=2020-02-10 worker=W2"});
  CHECK(council.notes("unmapped value").size() == 1);
}

TEST_CASE("Rows that reach no child, because the other table did not come, are not read") {
  const Council council({k_people,
                         {"ssd_cla_reviews.csv",
                          "clar_cla_review_id,clar_cla_id,clar_cla_review_date,"
                          "clar_cla_review_cancelled\n1,P1,2020-02-01,N\n"}});
  CHECK(council.rows("review", "101", "2021-06-01") == Rows{"none"});
  CHECK(council.notes("no way to the child").size() == 1);
}

TEST_CASE("System C: words for codes, and statuses under which nobody is looked after") {
  const Council council({k_people,
                         k_episodes,
                         {"ssd_legal_status.csv",
                          "lega_legal_status_id,lega_person_id,lega_legal_status,"
                          "lega_legal_status_start_date,lega_legal_status_end_date\n"
                          "1,101,Interim  Care Order,2020-01-10 00:00:00.000,2020-09-01 "
                          "00:00:00.000\n"
                          "2,101,L31 Care Order S31.1(a) CA 89,2020-09-01 00:00:00.000,NULL\n"
                          "3,102,Special Guardianship Order,2019-01-01 00:00:00.000,\n"
                          "4,102,Sect. twenty,2021-02-01 00:00:00.000,\n"
                          "5,101,special guardianship order,1900-01-01 00:00:00.000,\n"}});
  CHECK(council.rows("legal_status", "101", "2021-06-01") ==
        Rows{"from=2020-01-10 to=2020-09-01 status=C1", "from=2020-09-01 status=C2"});
  CHECK(council.rows("legal_status", "102", "2021-06-01") == Rows{"from=2021-02-01 status=?"});
  CHECK(council.notes("not of this list").size() == 2);  // spelt in two ways
  CHECK(council.notes("unmapped value") ==
        Rows{"ssd_legal_status.csv:5 lega_legal_status \"Sect. twenty\": no known spelling; the "
             "value counts as unknown: add it to the list of spellings (1 row)"});
}

TEST_CASE("System C: the latest answers stand on every plan, so only the current plan is known") {
  const std::string heading =
      "lacp_table_id,lacp_person_id,lacp_cla_care_plan_start_date,lacp_cla_care_plan_end_date,"
      "lacp_cla_care_plan_json\n";
  const std::string same = "\"{\"\"ADOPTION\"\":\"\"Y\"\",\"\"LTFOST18\"\":\"\"\"\"}\"\n";
  const Council repeats({k_people,
                         k_episodes,
                         {"ssd_cla_care_plan.csv", heading + "1,101,2020-02-01,2020-06-01," + same +
                                                       "2,101,2020-06-01,," + same}});
  CHECK(repeats.rows("care_plan", "101", "2021-06-01") ==
        Rows{"from=2020-02-01 to=2020-06-01 plan=?", "from=2020-06-01 plan=ADOPTION"});
  CHECK(repeats.notes("latest answers on every row").size() == 1);
  // Mosaic: plain text, and answers that differ.
  const Council differs(
      {k_people,
       k_episodes,
       {"ssd_cla_care_plan.csv", heading + "1,101,2020-02-01,2020-06-01,RETURN6M\n"
                                           "2,101,2020-06-01,,\"Long term fostering, ADOPTION\"\n"
                                           "3,102,2021-02-10,,{}\n"}});
  CHECK(differs.rows("care_plan", "101", "2021-06-01") ==
        Rows{"from=2020-02-01 to=2020-06-01 plan=RETURN6M",
             "from=2020-06-01 plan=ADOPTION+LTFOST18"});
  CHECK(differs.rows("care_plan", "102", "2021-06-01") == Rows{"from=2021-02-10 plan=nothing"});
}

TEST_CASE("Eclipse: spells that may have been merged leave open when the present one began") {
  const Council council({k_people,
                         k_episodes,
                         {"ssd_legal_status.csv",
                          "lega_legal_status_id,lega_person_id,lega_legal_status,"
                          "lega_legal_status_start_date,lega_legal_status_end_date\n"
                          "1,101,C2,2020-01-10,\n2,101,E1,2020-09-01,2021-03-01\n"
                          "3,102,C2,2021-02-01,\n"}});
  CHECK(council.rows("legal_status", "101", "2021-06-01") ==
        Rows{"from=2020-01-10..2021-03-01 status=C2", "from=2020-09-01 to=2021-03-01 status=E1"});
  CHECK(council.rows("legal_status", "102", "2021-06-01") == Rows{"from=2021-02-01 status=C2"});
}

TEST_CASE("A column that is blank on every row was not supplied") {
  const std::string heading =
      "perm_table_id,perm_person_id,perm_adm_decision_date,perm_matched_date,"
      "perm_decision_reversed_date,perm_ffa_cp_decision_date,perm_placed_ffa_cp_date\n";
  const Council blank({k_people, {"ssd_permanence.csv", heading + "1,101,,,,2020-02-01,\n"}});
  CHECK(blank.rows("adoption_decision", "101", "2021-06-01") == Rows{"none"});
  CHECK(blank.rows("match", "101", "2021-06-01") == Rows{"none"});
  CHECK(blank.rows("early_permanence", "101", "2021-06-01") == Rows{"decided=2020-02-01"});
  const Council filled({k_people,
                        {"ssd_permanence.csv", heading + "1,101,2020-05-01,2020-11-01,,,\n"
                                                         "2,102,2021-04-01,,,,\n"}});
  CHECK(filled.rows("adoption_decision", "102", "2021-06-01") == Rows{"on=2021-04-01"});
  CHECK(filled.rows("match", "101", "2021-06-01") ==
        Rows{"on=2020-11-01 kind=ADOPTION", "partial"});
  CHECK(filled.rows("match", "102", "2021-06-01") == Rows{"partial"});
  CHECK(filled.rows("match", "101", "2020-10-31") == Rows{"partial"});
}

TEST_CASE("A cancelled review is none, one that is only due is none, a blank mark counts aloud") {
  const Council council({k_people,
                         k_episodes,
                         {"ssd_cla_reviews.csv",
                          "clar_cla_review_id,clar_cla_person_id,clar_cla_review_due_date,"
                          "clar_cla_review_date,clar_cla_review_cancelled\n"
                          "1,101,2020-02-05,2020-02-03,N\n2,101,2020-05-03,2020-05-03,Y\n"
                          "3,101,2020-05-20,2020-05-18,\n4,101,2020-11-20,,N\n"
                          "1,101,2020-02-05,2020-02-03,N\n"}});
  CHECK(council.rows("review", "101", "2021-06-01") == Rows{"on=2020-02-03", "on=2020-05-18"});
  CHECK(council.notes("blank value").size() == 1);
  CHECK(council.notes("duplicate row").size() == 1);
}
