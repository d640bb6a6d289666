// What went missing between two snapshots of the test council.
#include "audit/lost_supply.hpp"

#include <catch2/catch.hpp>

#include "base/file.hpp"
#include "copied_council.hpp"
#include "snapshot/load.hpp"

namespace tidemark {
namespace {

using Rows = std::vector<std::string>;

// Orders of the children 200 to 259, one a child, five days between one and the next.
Rows sixty_orders() {
  Rows rows;
  for (int i = 0; i < 60; ++i) {
    rows.push_back(std::to_string(200 + i) + "," + iso(day_of(2020, 6, 1) + 5 * i) + ",,PO");
  }
  return rows;
}

class Both {
 public:
  Both() {
    const std::string folder = (council_.path / "rules").string();
    rulebook_ =
        std::make_unique<Rulebook>(load_rulebook(read_rule_files(folder).value(), folder).value());
    mark_wanted(rulebook_->sources, rulebook_->model, wanted_fields(*rulebook_));
  }

  // The words of what is lost; the later snapshot is asked about a month after the earlier one.
  Rows lost(const Rows& before, const Rows& now, const std::string& heading_now = k_heading) {
    then_ = read("then", before, k_heading);
    now_ = read("now", now, heading_now);
    lost_ = lost_since({then_.get(), &rulebook_->sources, k_march},
                       {now_.get(), &rulebook_->sources, k_april});
    Rows words;
    for (const LostSupply& one : lost_) words.push_back(one.words);
    return words;
  }

  [[nodiscard]] bool is_missed(const std::string& child) const {
    return is_missed_by(child, lost_.at(0), {then_.get(), &rulebook_->sources, k_march},
                        {now_.get(), &rulebook_->sources, k_april});
  }

  static constexpr const char* k_heading = "CHILD,MADE,ENDED,KIND";

 private:
  std::unique_ptr<const Snapshot> read(const std::string& name, const Rows& orders,
                                       const std::string& heading) const {
    const auto folder = council_.path / name;
    std::filesystem::create_directories(folder);
    std::string header = "CHILD,DOB\n", text = heading + "\n";
    for (int child = 200; child < 260; ++child) header += std::to_string(child) + ",2015-01-01\n";
    for (const std::string& row : orders) text += row + "\n";
    REQUIRE(write_file((folder / "header.csv").string(), header).ok());
    if (!orders.empty()) REQUIRE(write_file((folder / "orders.csv").string(), text).ok());
    auto read = load_snapshot(folder.string(), rulebook_->sources, {});
    INFO((read ? "" : read.error().message));
    REQUIRE(read.ok());
    return std::make_unique<Snapshot>(std::move(read).value());
  }

  CopiedCouncil council_;
  std::unique_ptr<Rulebook> rulebook_;
  std::unique_ptr<const Snapshot> then_, now_;
  std::vector<LostSupply> lost_;
};

TEST_CASE("a list that did not come is lost to every child, with its rows") {
  Both both;
  CHECK(both.lost(sixty_orders(), {}) ==
        Rows{"orders.csv (orders, 60 rows) is not among the files"});
  CHECK(both.is_missed("200"));
  CHECK(both.is_missed("a child of whom it had no row"));
}

TEST_CASE("a file that ends earlier than it did was cut off, for the children of the lost rows") {
  Both both;
  Rows now = sixty_orders();
  now.erase(now.end() - 4, now.end());
  CHECK(both.lost(sixty_orders(), now) ==
        Rows{"orders.csv has 56 rows and had 60, of which 4 are gone: was the export cut off?"});
  CHECK(both.is_missed("259"));
  CHECK_FALSE(both.is_missed("255"));
}

TEST_CASE("new rows do not hide that old ones went") {
  Both both;
  Rows now = sixty_orders();
  now.erase(now.begin() + 20, now.begin() + 40);
  for (int child = 200; child < 220; ++child) {
    now.push_back(std::to_string(child) + ",2021-04-15,,PO");
  }
  CHECK(both.lost(sixty_orders(), now) ==
        Rows{"orders.csv has 60 rows and had 60, of which 20 are gone: was the export cut off?"});
}

TEST_CASE("a few rows that were withdrawn here and there are corrections") {
  Both both;
  Rows now = sixty_orders();
  for (const int at : {50, 30, 10, 2}) now.erase(now.begin() + at);
  CHECK(both.lost(sixty_orders(), now).empty());
  now.pop_back();
  now.pop_back();  // two at the end may be corrections too
  CHECK(both.lost(sixty_orders(), now).empty());
}

TEST_CASE("a window that moved on with time has lost nothing") {
  Both both;
  Rows now = sixty_orders();
  now.erase(now.begin(), now.begin() + 12);  // sixty days
  CHECK(both.lost(sixty_orders(), now).empty());
  now.erase(now.begin(), now.begin() + 14);  // more than time did
  CHECK(both.lost(sixty_orders(), now).size() == 1);
}

TEST_CASE("a column that was filled and is blank for everybody did not come") {
  Both both;
  Rows then = sixty_orders(), now = then;
  for (std::size_t i = 0; i < 5; ++i) then[i].replace(then[i].find(",,"), 2, ",2021-01-02,");
  CHECK(both.lost(then, now) ==
        Rows{"orders.csv has nothing in the column ENDED, which was filled on 5 rows"});
  CHECK(both.is_missed("200"));
  CHECK_FALSE(both.is_missed("210"));
  now[1] = then[1];
  CHECK(both.lost(then, now).empty());
}

TEST_CASE("one cell that was cleared is a correction, though it was the only one") {
  Both both;
  Rows then = sixty_orders();
  then[0].replace(then[0].find(",,"), 2, ",2021-01-02,");
  CHECK(both.lost(then, sixty_orders()).empty());
}

TEST_CASE("the warning names the run, and says nothing of a window of years") {
  LostSupply one;
  one.words = "a.csv has 1 row and had 9, of which 8 are gone: was the export cut off?";
  LostSupply old;
  old.words = "2019-20/a.csv (a, 7 rows) is not among the files";
  old.moved_on = true;
  CHECK(warning_of({one, old}, 3) ==
        "Since run 3 something has gone missing: a.csv has 1 row and had 9, of which 8 are gone: "
        "was the export cut off? Exceptions that rest on it are parked.");
  CHECK(warning_of({old}, 3).empty());
}

}  // namespace
}  // namespace tidemark
