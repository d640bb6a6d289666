#include "casework/compare_runs.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>

namespace tidemark {
namespace {

Circumstances all_there() {
  return {[](std::string_view) { return true; }, [](std::string_view) { return std::string(); },
          [](std::string_view) { return true; }};
}

Sighting standing(const char* rule, const char* child, const char* occasion,
                  const char* facts = "") {
  return {{rule, child, occasion}, Seen::standing, facts, ""};
}

Sighting seen(Seen how, const char* rule, const char* child, const char* occasion,
              const char* words = "") {
  return {{rule, child, occasion}, how, "", words};
}

// The only departure of a run in which "PO-9M, child 7" stood before and `now` is what is left.
Departure departure(const std::vector<Sighting>& now, const Circumstances& here = all_there()) {
  const auto result = compare_runs({standing("PO-9M", "7", "2021-01-01")}, now, here);
  REQUIRE(result.departures.size() == 1);
  return result.departures.front();
}

TEST_CASE("an exception is new, continuing or changed, by its key and its facts") {
  const std::vector<Sighting> before = {standing("A", "1", "d1", "due x"),
                                        standing("A", "2", "d1", "due x")};
  const std::vector<Sighting> now = {
      standing("A", "1", "d1", "due x"), seen(Seen::other, "A", "1", "d2"),
      standing("A", "2", "d1", "due y"), standing("A", "2", "d2", "due x")};
  const auto result = compare_runs(before, now, all_there());
  CHECK(result.changes ==
        std::vector<Change>{Change::continuing, Change::none, Change::changed, Change::raised});
  CHECK(result.departures.empty());
}

TEST_CASE("a new order is a new exception and does not reopen the old one") {
  const auto result = compare_runs({standing("A", "1", "2020-01-01")},
                                   {standing("A", "1", "2021-01-01")}, all_there());
  CHECK(result.changes == std::vector<Change>{Change::raised});
  REQUIRE(result.departures.size() == 1);
  CHECK(result.departures[0].occasion == "2020-01-01");
}

TEST_CASE("what was judged and is no breach any more is resolved") {
  CHECK(departure({}).ending == Ending::no_longer_due);
  CHECK(departure({seen(Seen::other, "PO-9M", "7", "2021-01-01")}).ending == Ending::no_longer_due);
  CHECK(departure({seen(Seen::met_late, "PO-9M", "7", "2021-01-01")}).ending == Ending::met_late);
  CHECK_FALSE(is_parked(Ending::no_longer_due));
  CHECK_FALSE(is_parked(Ending::met_late));
}

TEST_CASE("the lateness of another occasion does not end this one") {
  CHECK(departure({seen(Seen::met_late, "PO-9M", "7", "2021-05-01")}).ending ==
        Ending::no_longer_due);
}

TEST_CASE("silence is not recovery: what nobody could judge is parked and says why") {
  auto off = all_there();
  off.rule_runs = [](std::string_view) { return false; };
  CHECK(departure({}, off).ending == Ending::rule_not_there);

  off.rule_problem = [](std::string_view) { return std::string("PO-9M.lua:3: no field"); };
  CHECK(departure({}, off).ending == Ending::rule_failed);
  CHECK(departure({}, off).why == "PO-9M.lua:3: no field");

  auto gone = all_there();
  gone.child_is_there = [](std::string_view) { return false; };
  CHECK(departure({}, gone).ending == Ending::child_not_there);

  const auto undecided = departure(
      {seen(Seen::undecided, "PO-9M", "7", "..2021-02-01", "no court list was supplied")});
  CHECK(undecided.ending == Ending::cannot_decide);
  CHECK(undecided.why == "no court list was supplied");
  CHECK(departure({seen(Seen::failed, "PO-9M", "7", "", "budget")}).ending == Ending::rule_failed);
  for (const Ending ending : {Ending::rule_not_there, Ending::rule_failed, Ending::cannot_decide,
                              Ending::child_not_there}) {
    CHECK(is_parked(ending));
  }
}

TEST_CASE("another child's undecided case parks nobody else's exception") {
  CHECK(departure({seen(Seen::undecided, "PO-9M", "70", "2021-01-01"),
                   seen(Seen::undecided, "PO-9N", "7", "2021-01-01")})
            .ending == Ending::no_longer_due);
}

TEST_CASE("two rows that share an occasion are each paired once") {
  const std::vector<Sighting> two = {standing("A", "1", "d"), standing("A", "1", "d")};
  const std::vector<Sighting> one = {standing("A", "1", "d")};
  CHECK(compare_runs(two, one, all_there()).departures.size() == 1);
  CHECK(compare_runs(one, two, all_there()).changes ==
        std::vector<Change>{Change::continuing, Change::raised});
}

// Runs over few keys, so that they meet often.
struct InventedRun {
  explicit InventedRun(std::mt19937& dice) {
    for (int i = 0; i < 12; ++i) {
      const auto roll = [&](int sides) {
        return static_cast<int>(dice() % static_cast<unsigned>(sides));
      };
      sightings.push_back({{names[roll(2)], names[roll(4)], names[roll(2)]},
                           static_cast<Seen>(roll(5)),
                           names[roll(2)],
                           ""});
    }
    std::stable_sort(sightings.begin(), sightings.end(),
                     [](const Sighting& a, const Sighting& b) { return a.key < b.key; });
  }
  static constexpr const char* names[] = {"a", "b", "c", "d"};
  std::vector<Sighting> sightings;
};

std::uint64_t standing_in(const std::vector<Sighting>& run) {
  return static_cast<std::uint64_t>(std::count_if(
      run.begin(), run.end(), [](const Sighting& s) { return s.seen == Seen::standing; }));
}

TEST_CASE("every standing exception of either run is accounted for exactly once") {
  std::mt19937 dice(903);
  for (int round = 0; round < 2000; ++round) {
    const InventedRun before(dice), now(dice);
    const auto there = compare_runs(before.sightings, now.sightings, all_there());
    CHECK(there.raised + there.continuing + there.changed == standing_in(now.sightings));
    CHECK(there.continuing + there.changed + there.resolved + there.parked ==
          standing_in(before.sightings));
    CHECK(there.departures.size() == there.resolved + there.parked);
    const auto back = compare_runs(now.sightings, before.sightings, all_there());
    CHECK(back.raised == there.departures.size());
  }
}

TEST_CASE("a run compared with itself has nothing new and nothing gone") {
  std::mt19937 dice(47);
  for (int round = 0; round < 500; ++round) {
    const InventedRun run(dice);
    const auto same = compare_runs(run.sightings, run.sightings, all_there());
    CHECK(same.continuing == standing_in(run.sightings));
    CHECK(same.raised + same.changed + same.resolved + same.parked == 0);
  }
}

}  // namespace
}  // namespace tidemark
