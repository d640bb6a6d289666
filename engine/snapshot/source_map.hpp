// SourceMap: how files become case tables, as rules/sources/*.lua declare it: how a table is
// recognised, how its columns are spelt, which case tables it feeds and how rows join into one
// period. Built once by rulebook/, then read by any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "snapshot/model.hpp"

namespace tidemark {

struct Alias {
  std::string spelling;  // as files write it, compared without case and outer spaces
  std::string value;     // the code it stands for
};

struct SourceColumn {
  std::string name;                  // "DECOM": compared without case, spaces and underscores
  std::vector<std::string> aliases;  // other headings for the same column
  FieldKind kind = FieldKind::text;
  std::vector<Code> codes;          // for code and flag columns
  std::vector<Alias> values;        // other spellings of values
  std::vector<std::string> blanks;  // placeholders of this column that mean blank
  bool required = false;            // needed to recognise the table
  bool before_birth = false;        // its date may lie before the child's birth
  bool wanted = false;              // set by mark_wanted: a rule depends on it
  // For columns in which systems write words where the return has codes:
  bool worded = false;               // a value without a known spelling is said once, with a count
  bool begins_with_code = false;     // "C2 - Full care order" is C2
  bool ticked = false;               // a code_set written as {"ADOPTION": "Y"} or a plain list
  std::vector<std::string> outside;  // values that make the row none of this table: it is left out
  bool unfilled = false;   // blank on every row: no system fills it, so it was not supplied
  std::string when_blank;  // what a blank in it means, said once with a count; or ""
};

struct ColumnIs {  // a column holds one of these code indexes
  int column = -1;
  std::vector<std::int32_t> codes;
};

// One way in which a row can be the continuation of the row before it.
struct Continues {
  ColumnIs when;                // empty codes: any row
  std::vector<int> same_all;    // columns that must be equal on both rows
  std::vector<int> same_first;  // the first of these that is known on both rows must be equal
};

struct Joining {
  int touching_days = 0;              // rows with this many days or fewer between them touch
  std::vector<Continues> continues;   // any of them
  ColumnIs bridged;                   // rows passed over ...
  std::vector<int> bridged_same_all;  // ... when the rows on both sides agree in these
  std::vector<int> bridged_same_first;
  bool merged = false;   // a row may be several spells that a system merged into one
  ColumnIs start_known;  // a first visible row with another code began "up to" its day
};

struct FieldFeed {
  enum class Take : std::uint8_t { last, first, up_to };  // row of a joined period; up_to: "..day"
  int field = -1;                                         // of the case table
  int column = -1;                                        // of the source table; -1: a constant
  Take take = Take::last;
  std::int32_t constant = 0;  // the code that every row has, where there is no column
};

// How one source table fills one case table.
struct Feed {
  int case_table = -1;
  std::vector<FieldFeed> fields;
  std::vector<ColumnIs> only;    // rows for which each of these holds
  std::vector<ColumnIs> except;  // rows for which none of these holds
  bool joined = false;
  Joining joining;
  int unless_supplied = -1;  // source table that makes this feed unnecessary
  bool partial = false;      // tells of some rows, never of all
  bool latest = false;       // tells of the child's latest row only: earlier ones are not shown
};

// A child whose number is not in the row: the row shares a key with a row of another table that
// names the child.
struct Through {
  int column = -1;  // of this table: the key
  int table = -1;   // the other table ...
  int key = -1;     // ... and its column with the same key
};

// Where a table lies in an XML file. Names of elements are compared like column names.
struct XmlRows {
  std::string record;  // "EXPSSDA903/CHILD": from the root, one a child; "": in no XML
  std::string child;   // "HEADER/CHILDID": within the record, the child's id
  std::string row;     // "EPISODE": within the record, what makes a row
  // An element makes a row where one of `filled` has text or one of `only` says what is asked;
  // both empty: always.
  std::vector<std::string> filled;
  std::vector<std::pair<std::string, std::string>> only;
};

struct SourceTable {
  std::string dataset;  // "SSDA903 return"
  std::string name;     // "episodes"
  std::vector<SourceColumn> columns;
  int child_column = -1;
  Through through;       // for files without child_column
  int date_column = -1;  // rows are kept in its order; -1 for undated tables
  int end_column = -1;   // an end before date_column's date is impossible
  std::vector<int> key;  // columns (besides the child) by which a later row updates one
  bool covers_collection_year = false;  // else everything up to the extract
  std::vector<Feed> feeds;
  XmlRows xml;
  // What is said aloud of rows that are read as they stand (row_checks.hpp):
  ColumnIs fresh_start;              // only a row with such a code may come after a gap
  int blank_while_open = -1;         // a column that a row without an end leaves blank
  int closes_at_age = 0;             // years: a row still open on that birthday; 0: not looked for
  bool one_row_a_child = false;      // set by mark_wanted: it fills a table of facts
  std::vector<int> latest_repeated;  // columns whose latest value some exports write on every row
  [[nodiscard]] int column(std::string_view column_name) const;  // -1 when there is none
};

// A dataset that is recognised only to be refused with a sentence that names it.
struct Refused {
  std::string what;                  // "a children in need census"
  std::vector<std::string> columns;  // all of these present (compared like column names)
  std::string xml;                   // or this element in an XML file, by its path from the root
  std::string xml_text;              // ... with this text; "": with any
  std::vector<std::string> json;     // or all of these keys in a JSON file
};

struct Sources {
  std::vector<SourceTable> tables;
  std::vector<std::string> missing;  // placeholders that mean blank: "1900-01-01", "NULL"
  std::vector<Refused> refused;
  std::string expected;  // "an SSDA903 return or the council's own lists"
  int birth_field = -1;  // set by mark_wanted: the field of `child` before which nothing can happen
};

// Which fields of the case tables anything asks for; outer index is the case table.
using WantedFields = std::vector<std::vector<bool>>;

// Sets SourceColumn::wanted for every column that a wanted field, a key, a joining or a filter
// rests on. Columns that nothing wants are dropped at the door.
void mark_wanted(Sources& sources, const Model& model, const WantedFields& wanted);

}  // namespace tidemark
