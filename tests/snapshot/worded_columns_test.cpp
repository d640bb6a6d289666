// Columns in which systems write words: spellings, sets that are ticked, what is said once.
#include <catch2/catch.hpp>

#include "small_folder.hpp"
#include "snapshot/spelling.hpp"
#include "snapshot/ticked_codes.hpp"

using namespace tidemark;
using small::Folder;

namespace {

using Names = std::vector<std::string>;

Sources worded_sources() {
  Sources sources = small::sources();
  SourceColumn& status = sources.tables[small::k_episodes].columns[3];
  status.worded = true;
  status.begins_with_code = true;
  status.values = {{"full care order", "C2"}};
  status.outside = {"special guardianship order"};
  return sources;
}

std::string episodes_with(const Names& statuses) {
  std::string text(small::k_episode_heading);
  int day = 10;
  for (const std::string& status : statuses) {
    text += "101," + std::to_string(day++) + "/01/2015,S," + status + ",U6,,\n";
  }
  return text;
}

}  // namespace

TEST_CASE("A spelling is the same whatever its case and spaces") {
  CHECK(plain_spelling("  Full  Care\tOrder ") == "full care order");
  CHECK(plain_spelling("Full\xc2\xa0"
                       "Care Order\xc2\xa0") == "full care order");
  CHECK(plain_spelling(" \xc2\xa0 ").empty());
  CHECK(after_item_letter("b) Adoption") == "Adoption");
  CHECK(after_item_letter("Adoption") == "Adoption");
  CHECK(first_word("C2 - Full care order") == "C2");
  CHECK(first_word("L31 Care Order") == "L31");
  CHECK(first_word("'C2'").empty());
}

TEST_CASE("Ticked names: an object or a list, and anything else is neither") {
  CHECK(ticked_names(R"({"ADOPTION":"Y","LTFOST18":"","OTHERPLN":null,"RETURN6M": 1, "X":"No"})") ==
        Names{"ADOPTION", "RETURN6M"});
  CHECK(ticked_names("{}") == Names{});
  CHECK(ticked_names("ADOPTION + LTFOST18; RETURN6M") == Names{"ADOPTION", "LTFOST18", "RETURN6M"});
  CHECK(ticked_names(R"({"A":"a \"quoted\" one"})") == Names{"A"});
  CHECK_FALSE(ticked_names(R"({"ADOPTION":"Y")").has_value());
  CHECK_FALSE(ticked_names(R"({"ADOPTION":{"Y":1}})").has_value());
  CHECK_FALSE(ticked_names(R"(["ADOPTION"])").has_value());
  CHECK_FALSE(ticked_names("{,}").has_value());
}

TEST_CASE("Words become codes; each word that is unknown is said once with its count") {
  const Sources sources = worded_sources();
  const Snapshot snapshot =
      Folder()
          .write("header.csv", small::k_two_children)
          .write("episodes.csv", episodes_with({"FULL  care order", "C1 - interim", "Wardship",
                                                "wardship", "L31 something"}))
          .load(sources);
  const auto& cells = snapshot.tables[small::k_episodes].columns[3];
  CHECK(cells == std::vector<Cell>{1, 0, k_cell_unknown, k_cell_unknown, k_cell_unknown});
  const auto notes = small::notes_of(snapshot, "unmapped value");
  REQUIRE(notes.size() == 3);  // two spellings of a ward, and L31, which is not L3
  CHECK(notes[0].line == 4);
  CHECK(notes[0].text == "Wardship");
}

TEST_CASE("A row that says it is none of the table is left out, the others stay whole") {
  const Sources sources = worded_sources();
  const Snapshot snapshot =
      Folder()
          .write("header.csv", small::k_two_children)
          .write("episodes.csv",
                 episodes_with({"C1", "Special Guardianship Order", "C2",
                                "special guardianship order", "Special Guardianship Order"}))
          .load(sources);
  CHECK(small::rows_of(snapshot, sources, small::k_episodes) ==
        Names{"101 2015-01-10 S C1 U6 - ?", "101 2015-01-12 S C2 U6 - ?"});
  const auto notes = small::notes_of(snapshot, "not of this list");
  REQUIRE(notes.size() == 2);
  CHECK(notes[0].what_was_done ==
        "the row says that it is none of this list; it is left out (2 rows, this is the first)");
}
