#include "audit/coverage.hpp"

#include <catch2/catch.hpp>

namespace tidemark {
namespace {

Snapshot covering(Day from, Day to) {
  Snapshot snapshot;
  snapshot.tables.resize(3);
  snapshot.tables[0].supplied = true;  // says nothing of its days
  snapshot.tables[1].supplied = true;
  snapshot.tables[1].covers_from = from;
  snapshot.tables[1].covers_to = to;
  snapshot.tables[2].covers_from = day_of(1950, 1, 1);  // did not come
  snapshot.tables[2].covers_to = day_of(2150, 12, 31);
  return snapshot;
}

TEST_CASE("an as-at day outside what the files cover is said so, on either side") {
  const Day from = day_of(2017, 4, 1);
  const Day to = day_of(2018, 3, 31);
  const Snapshot snapshot = covering(from, to);
  CHECK(coverage_of(snapshot, to).from == from);
  CHECK(coverage_of(snapshot, to).to == to);
  for (const Day inside : {from, from + 100, to}) {
    CHECK_FALSE(coverage_of(snapshot, inside).as_at_outside);
    CHECK(coverage_of(snapshot, inside).warning.empty());
  }
  CHECK(coverage_of(snapshot, to + 1).as_at_outside);
  CHECK_THAT(coverage_of(snapshot, to + 1).warning,
             Catch::Contains("31 Mar 2018") && Catch::Contains("1 Apr 2018"));
  CHECK(coverage_of(snapshot, from - 1).as_at_outside);
  CHECK_THAT(coverage_of(snapshot, from - 1).warning, Catch::Contains("begin on 1 Apr 2017"));
}

TEST_CASE("files that do not say what they cover cover every day") {
  const Coverage coverage = coverage_of(covering(k_earliest, k_latest), day_of(2030, 1, 1));
  CHECK_FALSE(coverage.as_at_outside);
  CHECK(coverage.from == k_earliest);
  CHECK(coverage.to == k_latest);
}

}  // namespace
}  // namespace tidemark
