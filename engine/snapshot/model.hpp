// Model: the case tables that rules speak of, as rules/model.lua declares them. The engine knows
// no domain word: every table, field and code comes from there. Built once by rulebook/, then
// read by any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tidemark {

// What a field holds, and so what a blank cell in it means.
enum class FieldKind : std::uint8_t {
  date,       // blank: it happened, the day is unknown
  milestone,  // blank: it has not happened
  booking,    // blank: nothing is booked; may lie ahead of the as-at day
  code,       // one of a list; blank: unknown
  code_set,  // any of a list of at most 28, "+" between them; a cell is a bit for each; blank: none
  text,      // blank: unknown
  number,    // blank: unknown; held in thousandths
  flag,      // yes or no; blank: unknown, never no
  id,        // as text; compared, never shown to a panel
};
[[nodiscard]] constexpr bool is_date(FieldKind k) {
  return k <= FieldKind::booking;
}

struct Code {
  std::string value;    // as the rules write it: "E1"
  std::string meaning;  // "placement order granted"
};

struct Field {
  std::string name;
  FieldKind kind = FieldKind::text;
  std::vector<Code> codes;  // only for code; a flag has the two codes "no" (0) and "yes" (1)
  std::string label;        // "date of birth"; the name with spaces when not given
  std::string owner;        // who can put a wrong value right: "social worker"
  int after = -1;           // a date of the same table: on record only once that day has come
};

enum class Shape : std::uint8_t {
  facts,    // at most one row a child
  periods,  // fields 0 and 1 are `from` (date) and `to` (milestone: blank means still running)
  events,   // field 0 is `on` (date)
  records,  // rows with no date of their own; each milestone is walled by itself
};

// When rows of two sources tell of one thing: their codes are equal where both are known, and the
// periods overlap, or the first dates lie at most so many days apart.
struct SameFact {
  std::vector<int> equal;
  bool overlapping = false;
  int within = 0;  // days
};

struct CaseTable {
  std::string name;   // "legal_status"
  std::string label;  // "legal status"
  std::string list;   // what the report calls its source: "court list"
  std::string owner;  // who can put a wrong row right, where a field does not say
  Shape shape = Shape::events;
  std::vector<Field> fields;
  std::vector<int> key;  // fields whose values name a row (the occasion of `each` rules)
  std::vector<std::int32_t> bridged;  // code values of `bridged_field` that :unbroken passes over
  int bridged_field = -1;
  std::optional<SameFact> same_fact;  // none: rows of two sources stay two
  int touching_days = 1;  // periods with this many days or fewer between them touch, for :unbroken

  [[nodiscard]] int field(std::string_view field_name) const;  // -1 when there is none
};

struct Model {
  std::vector<CaseTable> tables;  // table 0 is `child`, whose shape is facts
  [[nodiscard]] int table(std::string_view table_name) const;  // -1 when there is none
};

[[nodiscard]] int code_index(const Field& field, std::string_view value);  // -1 when not listed

}  // namespace tidemark
