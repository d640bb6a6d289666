// A small model and source map, built here in C++, for tests of the reader that must not wait for
// the rulebook. Shaped like the return: children, episodes, reviews, and a council's list.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "snapshot/model.hpp"
#include "snapshot/source_map.hpp"

namespace tidemark::small {

inline SourceColumn column(std::string name, FieldKind kind, bool required = true,
                           std::vector<std::string> codes = {}) {
  SourceColumn made;
  made.name = std::move(name);
  made.kind = kind;
  made.required = required;
  for (std::string& code : codes) made.codes.push_back({std::move(code), ""});
  return made;
}

inline Field field(std::string name, FieldKind kind) {
  Field made;
  made.name = std::move(name);
  made.kind = kind;
  return made;
}

inline CaseTable case_table(std::string name, Shape shape, std::vector<Field> fields) {
  CaseTable made;
  made.name = std::move(name);
  made.shape = shape;
  made.fields = std::move(fields);
  return made;
}

inline Model model() {
  using enum FieldKind;
  Model made;
  made.tables = {
      case_table("child", Shape::facts, {field("date_of_birth", date), field("sex", code)}),
      case_table("episode", Shape::periods,
                 {field("from", date), field("to", milestone), field("reason", code),
                  field("status", code), field("kind", code), field("provider", text)}),
      case_table("review", Shape::events, {field("on", date), field("how", code)}),
      case_table("decision", Shape::periods, {field("from", date), field("to", milestone)}),
      case_table("life_story", Shape::records, {field("completed", milestone)}),
      case_table("court", Shape::records,
                 {field("kind", code), field("hearing", booking), field("hours", number),
                  field("agreed", flag), field("plans", code_set), field("case_id", id)}),
  };
  return made;
}

inline Feed feed(int case_table_index, std::vector<std::pair<int, int>> fields) {
  Feed made;
  made.case_table = case_table_index;
  for (const auto& [field_index, column_index] : fields) {
    made.fields.push_back({field_index, column_index, FieldFeed::Take::last});
  }
  return made;
}

inline SourceTable header() {
  SourceTable table;
  table.dataset = "SSDA903 return";
  table.name = "header";
  table.columns = {column("CHILD", FieldKind::id), column("DOB", FieldKind::date),
                   column("SEX", FieldKind::code, false, {"1", "2"}),
                   column("UPN", FieldKind::text)};
  table.columns[2].values = {{"male", "1"}, {"female", "2"}};
  table.child_column = 0;
  table.covers_collection_year = true;
  table.feeds = {feed(0, {{0, 1}, {1, 2}})};
  return table;
}

inline SourceTable episodes() {
  using enum FieldKind;
  SourceTable table;
  table.dataset = "SSDA903 return";
  table.name = "episodes";
  table.columns = {
      column("CHILD", id),
      column("DECOM", date),
      column("RNE", code, true, {"S", "L", "P", "T", "B", "U"}),
      column("LS", code, true,
             {"C1", "C2", "D1", "E1", "V2", "V3", "V4", "L1", "L2", "L3", "J1", "J2", "J3"}),
      column("PLACE", code, true,
             {"A3", "A4", "A5", "A6", "H5", "K1", "K2", "P1", "P2", "P3", "R1", "R2", "R3", "R5",
              "S1", "T0", "T1", "T2", "T3", "T4", "U1", "U2", "U3", "U4", "U5", "U6", "Z1"}),
      column("DEC", milestone),
      column("URN", text, false)};
  table.columns[3].aliases = {"LEGAL_STATUS"};
  table.columns[6].blanks = {"XXXXXXX"};
  table.child_column = 0;
  table.date_column = 1;
  table.end_column = 5;
  table.key = {1};
  table.covers_collection_year = true;
  table.feeds = {feed(1, {{0, 1}, {1, 5}, {2, 2}, {3, 3}, {4, 4}, {5, 6}})};
  return table;
}

inline SourceTable reviews() {
  SourceTable table;
  table.dataset = "SSDA903 return";
  table.name = "reviews";
  table.columns = {column("CHILD", FieldKind::id), column("REVIEW", FieldKind::date),
                   column("REVIEW_CODE", FieldKind::code, false, {"PN1", "PN2", "PN3", "PN6"})};
  table.child_column = 0;
  table.date_column = 1;
  table.key = {1};
  table.covers_collection_year = true;
  table.feeds = {feed(2, {{0, 1}, {1, 2}})};
  return table;
}

inline SourceTable decisions() {
  SourceTable table;
  table.dataset = "SSDA903 return";
  table.name = "placed_for_adoption";
  table.columns = {column("CHILD", FieldKind::id), column("DATE_PLACED", FieldKind::date),
                   column("DATE_PLACED_CEASED", FieldKind::milestone)};
  table.child_column = 0;
  table.date_column = 1;
  table.end_column = 2;
  table.key = {1};
  table.covers_collection_year = true;
  table.feeds = {feed(3, {{0, 1}, {1, 2}})};
  return table;
}

inline SourceTable life_story() {
  SourceTable table;
  table.dataset = "local list";
  table.name = "x_lifestory";
  table.columns = {column("CHILD", FieldKind::id), column("COMPLETED", FieldKind::milestone)};
  table.child_column = 0;
  table.feeds = {feed(4, {{0, 1}})};
  return table;
}

inline SourceTable court() {
  using enum FieldKind;
  SourceTable table;
  table.dataset = "local list";
  table.name = "x_court";
  table.columns = {column("CHILD", id),
                   column("APPLICATION_TYPE", code, true, {"care", "placement", "adoption"}),
                   column("NEXT_HEARING", booking),
                   column("HOURS", number, false),
                   column("AGREED", flag, false),
                   column("PLANS", code_set, false, {"ADOPTION", "SGO", "HOME"}),
                   column("CASE_ID", id, false)};
  table.columns[4].codes = {{"no", ""}, {"yes", ""}};
  table.child_column = 0;
  table.key = {6};
  table.feeds = {feed(5, {{0, 1}, {1, 2}, {2, 3}, {3, 4}, {4, 5}, {5, 6}})};
  return table;
}

// Every field is wanted.
inline WantedFields all_fields(const Model& of) {
  WantedFields wanted;
  for (const CaseTable& table : of.tables) {
    wanted.emplace_back(table.fields.size(), true);
  }
  return wanted;
}

enum Table { k_header, k_episodes, k_reviews, k_decisions, k_life_story, k_court };

inline Sources sources() {
  Sources made;
  made.tables = {header(), episodes(), reviews(), decisions(), life_story(), court()};
  made.missing = {"NULL", "1900-01-01", "-1"};
  made.refused = {{"a children in need census", {"LAchildID", "CINreferralDate"}, "", "", {}}};
  made.expected = "an SSDA903 return or the council's own lists";
  mark_wanted(made, model(), all_fields(model()));
  return made;
}

}  // namespace tidemark::small
