// Judging whole snapshots: the same for every number of threads, and the counts add up.
#include <catch2/catch.hpp>

#include "evaluate/invented_model.hpp"
#include "evaluate/judge.hpp"

using namespace tidemark;
using namespace tidemark::invented;

namespace {

constexpr Day k_today = 18100;
constexpr int k_children = 101;

// One source table, `stays`, that fills the stay table row by row.
Sources sources() {
  SourceTable stays;
  stays.name = "stays";
  const FieldKind kinds[] = {FieldKind::date, FieldKind::milestone, FieldKind::code};
  Feed feed;
  feed.case_table = k_stay;
  for (int i = 0; i < 3; ++i) {
    SourceColumn column;
    column.name = "C" + std::to_string(i);
    column.kind = kinds[i];
    stays.columns.push_back(column);
    feed.fields.push_back({i, i, FieldFeed::Take::last});
  }
  stays.date_column = 0;
  stays.end_column = 1;
  stays.feeds.push_back(feed);
  Sources made;
  made.tables.push_back(stays);
  return made;
}

// Children in no order of their ids, each with a stay of another kind and age.
Snapshot snapshot() {
  Snapshot made;
  made.files.push_back({"stays.csv", 0, 0, 0, 0, {}});
  RecordTable stays;
  stays.supplied = true;
  stays.columns.resize(3);
  stays.column_supplied.assign(3, true);
  for (int i = 0; i < k_children; ++i) {
    static_cast<void>(made.children.add("C" + std::to_string((i * 37) % k_children)));
    stays.first_row.push_back(static_cast<std::uint32_t>(stays.line.size()));
    for (int row = 0; row < i % 4; ++row) {
      const Day from = k_today - 90 + row * 20 + i % 7;
      stays.columns[0].push_back(from);
      stays.columns[1].push_back(row % 2 == 0 ? from + 20 : k_cell_absent);
      stays.columns[2].push_back(i % 5 == 0 ? k_cell_unknown : i % 3);
      stays.line.push_back(static_cast<std::uint32_t>(stays.line.size() + 2));
      stays.file.push_back(0);
    }
  }
  stays.first_row.push_back(static_cast<std::uint32_t>(stays.line.size()));
  made.tables.push_back(std::move(stays));
  return made;
}

// One rule on the current stay and one for each foster stay.
Rulebook rulebook() {
  Rulebook made;
  made.model = model();
  made.sources = sources();
  const Words words(made);
  Rule current;
  current.id = "CURRENT";
  const ExprId stay = words.pick(Op::current, words.rows(k_stay));
  current.applies = words.op(Op::is_known, Type::truth, {stay});
  current.clock = words.date_of(stay, k_from);
  current.limits.push_back({k_no_expr, {{60, Unit::days}, true, -1}});
  current.amber = Span{9, Unit::days};
  current.says = "Since {clock}. {overdue} past {limit}.";
  Rule each;
  each.id = "EACH";
  const ExprId kind = words.code_of(words.bound(k_stay, 1), k_kind);
  each.each = words.where(words.rows(k_stay), 1, words.is(kind, {k_foster}));
  each.each_binder = 0;
  each.clock = words.date_of(words.bound(k_stay, 0), k_from);
  each.limits.push_back({k_no_expr, {{15, Unit::days}, false, -1}});
  each.stops = words.date_of(words.bound(k_stay, 0), k_to);
  each.says = "Stay of {clock}.";
  made.rules = {current, each};
  return made;
}

bool same(const Judgement& a, const Judgement& b) {
  return a.rule == b.rule && a.verdict == b.verdict && a.child == b.child && a.row == b.row &&
         a.days_over == b.days_over && a.clock == b.clock && a.due == b.due &&
         a.at_least == b.at_least && a.population_undecided == b.population_undecided;
}

}  // namespace

TEST_CASE("the judgements and the words are the same for one, two and four threads") {
  const Rulebook book = rulebook();
  const Snapshot loaded = snapshot();
  const Judgements one = judge(book, loaded, k_today, {});
  const std::vector<Finding> said = narrate(book, loaded, k_today, one.listed, 1);
  REQUIRE(one.listed.size() > 50);
  const int threads = GENERATE(2, 4, 64);
  const Judgements more = judge(book, loaded, k_today, {threads, k_earliest});
  REQUIRE(std::equal(one.listed.begin(), one.listed.end(), more.listed.begin(), more.listed.end(),
                     same));
  const std::vector<Finding> again = narrate(book, loaded, k_today, more.listed, threads);
  for (std::size_t i = 0; i < said.size(); ++i) {
    REQUIRE(said[i].child == again[i].child);
    REQUIRE(said[i].occasion == again[i].occasion);
    REQUIRE(said[i].says == again[i].says);
    REQUIRE(said[i].evidence.size() == again[i].evidence.size());
  }
}

TEST_CASE("the counts of every rule add up to its population") {
  const Judgements all = judge(rulebook(), snapshot(), k_today, {2, k_earliest});
  for (const Counts& c : all.counts) {
    REQUIRE(c.population > 0);
    REQUIRE(c.population == c.on_track + c.due_soon + c.breach + c.explained + c.met_late +
                                c.cannot_decide + c.error);
  }
  REQUIRE(all.counts[1].population_undecided > 0);
}

TEST_CASE("the list is in order of rule, child id and row") {
  const Snapshot loaded = snapshot();
  const std::vector<Judgement> listed = judge(rulebook(), loaded, k_today, {4, k_earliest}).listed;
  for (std::size_t i = 1; i < listed.size(); ++i) {
    const auto place = [&](const Judgement& j) {
      return std::make_tuple(j.rule, loaded.children.id(j.child), j.row);
    };
    REQUIRE(place(listed[i - 1]) < place(listed[i]));
  }
}

TEST_CASE("explain answers for a child with no finding, with the lines that were read") {
  const Rulebook book = rulebook();
  const Snapshot loaded = snapshot();
  const std::vector<Explanation> none = explain(book, loaded, k_today, 0, 0);
  REQUIRE(none.size() == 1);
  REQUIRE(none[0].finding.judgement.verdict == Verdict::not_applicable);
  REQUIRE(none[0].lines[0].part == "Who it is about");
  REQUIRE(none[0].lines[0].value == "no");
  const Judgement first = judge(book, loaded, k_today, {}).listed[0];
  const Explanation why = explain(book, loaded, k_today, first.child, first.rule)[0];
  REQUIRE(why.finding.judgement.verdict == first.verdict);
  REQUIRE(why.finding.evidence[0].file == "stays.csv");
  REQUIRE(why.finding.evidence[0].line >= 2);
}
