#include "report/papers/pseudonyms.hpp"

#include <catch2/catch.hpp>
#include <set>

#include "paper_inputs.hpp"

using namespace tidemark;
using report::Pseudonyms;

namespace {

std::vector<std::string> many_children(int n) {
  std::vector<std::string> children;
  for (int i = 0; i < n; ++i) children.push_back("CH" + std::to_string(100000 + i));
  return children;
}

}  // namespace

TEST_CASE("a day in a sentence becomes its month, and what only looks like one stays") {
  CHECK(report::months_only("Due 4 Mar 2022, 28 days over") == "Due Mar 2022, 28 days over");
  CHECK(report::months_only("agreed on 14 Oct 2020.") == "agreed in Oct 2020.");
  CHECK(report::months_only("on or before 1 Apr 2021") == "on or before Apr 2021");
  CHECK(report::months_only("2022-03-04..2022-03-18") == "Mar 2022..Mar 2022");
  CHECK(report::months_only("14 Oct") == "Oct");
  CHECK(report::months_only("known only as between 4 Aug 2021 and 20 Aug 2021") == "in Aug 2021");
  CHECK(report::months_only("between 4 Aug 2021 and 2 Sep 2021") ==
        "between Aug 2021 and Sep 2021");
  for (const char* stays : {"4 of 12", "9/10", "2 may be placed", "section 20", "version 1.2.3",
                            "3 decisions", "12 weeks, 2021", "K7-042/2", "may 2 of them"}) {
    CHECK(report::months_only(stays) == stays);
  }
  CHECK(report::months_only("") == "");
}

TEST_CASE("a day becomes its month however a person spells it") {
  for (const char* day : {"4", "04", "4th"}) {
    for (const char* month : {"Mar", "March", "MARCH"}) {
      for (const char* year : {" 2021", ", 2021", "-2021", "/21", " '21"}) {
        const std::string words = "Seen " + std::string(day) + " " + month + year + ", well.";
        INFO(words);
        CHECK(report::months_only(words) == "Seen Mar 2021, well.");
      }
    }
  }
  for (const char* words :
       {"Seen 4/3/2021, well.", "Seen 04/03/21, well.", "Seen 4.3.2021, well.",
        "Seen 04.03.21, well.", "Seen 4-3-2021, well.", "Seen 04-03-21, well.",
        "Seen 2021-03-04, well.", "Seen 20210304, well.", "Seen March 4, 2021, well.",
        "Seen the 4th of March 2021, well.", "Seen Thursday 4 March 2021, well.",
        "Seen 3-4 March 2021, well.", "Seen 3 and 4 Mar 2021, well."}) {
    INFO(words);
    CHECK(report::months_only(words) == "Seen Mar 2021, well.");
  }
  CHECK(report::months_only("seen 3 Feb, again on 21st June") == "seen Feb, again in Jun");
}

TEST_CASE("the breaches of a child are numbered in no order of raising") {
  std::vector<ExceptionLife> lives(40);
  for (std::size_t i = 0; i < lives.size(); ++i) {
    lives[i].number = static_cast<std::int64_t>(i + 1);
    lives[i].child = "1001";
  }
  const Pseudonyms names({"1001"}, lives, false, made::fixed_draw());
  std::set<std::string> seen;
  bool in_order = true;
  for (std::size_t i = 0; i < lives.size(); ++i) {
    const std::string line = names.line("1001", &lives[i]);
    CHECK(seen.insert(line).second);
    in_order = in_order && line.ends_with("/" + std::to_string(i + 1));
  }
  CHECK_FALSE(in_order);
}

TEST_CASE("every child has a reference of its own, and none of them holds the id") {
  const std::vector<std::string> children = many_children(2000);
  const Pseudonyms names(children, {}, false, made::fixed_draw());
  std::set<std::string> seen;
  for (const std::string& child : children) {
    const std::string reference = names.child(child);
    CHECK(seen.insert(reference).second);
    CHECK(reference.find(child.substr(2)) == std::string::npos);
  }
}

TEST_CASE("references do not follow the order of the ids") {
  const std::vector<std::string> children = many_children(50);
  const Pseudonyms names(children, {}, false, made::fixed_draw());
  bool ascending = true, descending = true;
  for (std::size_t i = 1; i < children.size(); ++i) {
    ascending = ascending && names.child(children[i - 1]) < names.child(children[i]);
    descending = descending && names.child(children[i - 1]) > names.child(children[i]);
  }
  CHECK_FALSE(ascending);
  CHECK_FALSE(descending);
}

TEST_CASE("an identified pack has the id and the day beside the reference") {
  const Pseudonyms names({"1001"}, {}, true, made::fixed_draw());
  CHECK(names.child("1001").starts_with("1001 ("));
  CHECK(names.sentence("due 4 Mar 2022") == "due 4 Mar 2022");
}

TEST_CASE("ids that a sentence rests on are withheld with the child's own") {
  AuditRun run = made::run();
  Finding finding = run.findings.front();
  Rulebook book = *run.rulebook;
  book.model.tables[1].fields[2].kind = FieldKind::id;
  finding.evidence[0].value = "SW17";
  const Pseudonyms names({finding.child}, {}, false, made::fixed_draw());
  CHECK(names.sentence("Worker SW17 of 1001 since 4 Apr 2017; SW170 is another.", finding, book) ==
        "Worker (withheld) of the child since Apr 2017; SW170 is another.");
}

TEST_CASE("an id that a sentence names is withheld also where the verdict does not rest on it") {
  const AuditRun run = made::run();
  Finding finding = run.findings.front();
  finding.evidence.clear();
  Rulebook book = *run.rulebook;
  book.model.tables[1].fields[2].kind = FieldKind::id;
  Expr worker;
  worker.op = Op::value_field;
  worker.type = Type::value;
  worker.table = 1;
  worker.field = 2;
  book.rules[finding.judgement.rule].facts = {{"by", book.exprs.add(worker)}};
  const Pseudonyms names({finding.child}, {}, false, made::fixed_draw());
  finding.facts = {{"by", "M12"}};
  CHECK(names.sentence("Decided by M12, M123 present.", finding, book) ==
        "Decided by (withheld), M123 present.");
  finding.facts = {{"by", "none"}};
  CHECK(names.sentence("Decided by none.", finding, book) == "Decided by none.");
}

TEST_CASE("a key that was written is read back, whatever the ids hold") {
  const std::vector<report::KeyLine> key = {{"K7-001", "a,\"b\"", 0, "", ""},
                                            {"K7-001/1", "a,\"b\"", 17, "PO-9M", "2020-12-30"}};
  const auto read = report::read_key_csv(report::key_csv(key));
  REQUIRE(read.size() == 2);
  CHECK(read[1].reference == "K7-001/1");
  CHECK(read[1].child == "a,\"b\"");
  CHECK(read[1].exception == 17);
  CHECK(read[1].occasion == "2020-12-30");
}
