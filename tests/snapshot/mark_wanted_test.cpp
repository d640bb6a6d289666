#include <catch2/catch.hpp>

#include "small_folder.hpp"

using namespace tidemark;
using small::Folder;

namespace {

std::vector<std::string> wanted_of(const Sources& sources, std::size_t table) {
  std::vector<std::string> names;
  for (const SourceColumn& column : sources.tables[table].columns) {
    if (column.wanted) names.push_back(column.name);
  }
  return names;
}

using Names = std::vector<std::string>;

Sources only_reviews() {
  const Model model = small::model();
  WantedFields wanted = small::all_fields(model);
  for (std::vector<bool>& table : wanted) table.assign(table.size(), false);
  wanted[2][0] = true;
  Sources sources = small::sources();
  mark_wanted(sources, model, wanted);
  return sources;
}

}  // namespace

TEST_CASE("only what a rule rests on is wanted, and births always") {
  const Sources sources = only_reviews();
  CHECK(wanted_of(sources, small::k_reviews) == Names{"CHILD", "REVIEW"});
  CHECK(wanted_of(sources, small::k_header) == Names{"CHILD", "DOB"});
  CHECK(wanted_of(sources, small::k_episodes).empty());
}

TEST_CASE("joining, filters, key, dates and ends are wanted with the field") {
  const Model model = small::model();
  WantedFields wanted = small::all_fields(model);
  for (std::vector<bool>& table : wanted) table.assign(table.size(), false);
  wanted[1][3] = true;
  Sources sources = small::sources();
  Feed& feed = sources.tables[small::k_episodes].feeds[0];
  feed.joined = true;
  feed.joining.start_known = {2, {0}};
  feed.joining.bridged = {4, {0}};
  feed.joining.bridged_same_first = {6};
  mark_wanted(sources, model, wanted);
  CHECK(wanted_of(sources, small::k_episodes) ==
        Names{"CHILD", "DECOM", "RNE", "LS", "PLACE", "DEC", "URN"});
  feed.joined = false;
  mark_wanted(sources, model, wanted);
  CHECK(wanted_of(sources, small::k_episodes) == Names{"CHILD", "DECOM", "LS", "DEC"});
}

TEST_CASE("a table that nobody wants is known and counted, and not stored") {
  const Snapshot snapshot =
      Folder()
          .write("header.csv", small::k_two_children)
          .write("e.csv", std::string(small::k_episode_heading) + "101,01/02/2015,S,C2,U6,,\n")
          .load(only_reviews());
  REQUIRE(snapshot.files[0].path == "e.csv");
  CHECK(snapshot.files[0].table == small::k_episodes);
  CHECK(snapshot.files[0].rows == 1);
  CHECK(snapshot.files[0].dropped.size() == 7);
  CHECK(snapshot.tables[small::k_episodes].supplied);
  CHECK(snapshot.tables[small::k_episodes].rows() == 0);
  CHECK(small::notes_of(snapshot, "file nobody claimed").empty());
}
