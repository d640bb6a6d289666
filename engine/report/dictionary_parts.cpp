#include "report/dictionary_parts.hpp"

#include <algorithm>

#include "rulebook/uses.hpp"

namespace tidemark::report {

namespace {

void note(const Uses& uses, const std::string& id, AskedBy& asked) {
  for (const int table : uses.tables) asked.tables[table].insert(id);
  for (const auto& field : uses.fields) asked.fields[field].insert(id);
}

const char* taken(const FieldFeed& feed, bool joined_rows) {
  if (feed.take == FieldFeed::Take::up_to) return " (that day or earlier)";
  if (!joined_rows) return "";
  return feed.take == FieldFeed::Take::first ? " (first of the joined rows)"
                                             : " (last of the joined rows)";
}

}  // namespace

AskedBy asked_by(const Rulebook& rulebook, const Rulebook& measures) {
  AskedBy asked;
  for (const Rule& rule : rulebook.rules) note(uses_of(rulebook, rule), rule.id, asked);
  for (const Tracker& tracker : rulebook.trackers) {
    note(uses_of(rulebook, tracker), "tracker " + tracker.id, asked);
  }
  for (const Measure& measure : measures.measures) {
    note(uses_of(measures, measure), "measure " + measure.id, asked);
  }
  return asked;
}

std::string words_of(Shape shape) {
  switch (shape) {
    case Shape::facts:
      return "facts: at most one row a child";
    case Shape::periods:
      return "periods: rows that begin and end";
    case Shape::events:
      return "events: rows with one day";
    case Shape::records:
      return "records: rows of several stages, none of which must have happened";
  }
  return "";
}

const char* name_of(FieldKind kind) {
  switch (kind) {
    case FieldKind::date:
      return "date";
    case FieldKind::milestone:
      return "milestone";
    case FieldKind::booking:
      return "booking";
    case FieldKind::code:
      return "code";
    case FieldKind::code_set:
      return "code_set";
    case FieldKind::text:
      return "text";
    case FieldKind::number:
      return "number";
    case FieldKind::flag:
      return "flag";
    case FieldKind::id:
      return "id";
  }
  return "";
}

std::string blank_of(const CaseTable& table, std::size_t field) {
  constexpr std::size_t k_to = 1;
  if (table.shape == Shape::periods && field == k_to) return "still running";
  switch (table.fields[field].kind) {
    case FieldKind::date:
      return "it happened, the day is not known";
    case FieldKind::milestone:
      return "it has not happened";
    case FieldKind::booking:
      return "nothing is booked; may lie ahead";
    case FieldKind::code_set:
      return "none";
    case FieldKind::flag:
      return "not known, never no";
    default:
      return "not known";
  }
}

std::string codes_of(const Field& field) {
  if (field.kind == FieldKind::flag) return "";
  std::string codes;
  for (const Code& code : field.codes) {
    codes += (codes.empty() ? "" : "; ") + code.value;
    if (!code.meaning.empty()) codes += " " + code.meaning;
  }
  return codes;
}

std::vector<std::string> fed_by(const Rulebook& rulebook, int table, int field) {
  std::vector<std::string> columns;
  for (const SourceTable& source : rulebook.sources.tables) {
    for (const Feed& feed : source.feeds) {
      if (feed.case_table != table) continue;
      for (const FieldFeed& part : feed.fields) {
        if (part.field != field || part.column < 0) continue;
        columns.push_back(source.name + " " +
                          source.columns[static_cast<std::size_t>(part.column)].name +
                          taken(part, feed.joined));
      }
    }
  }
  return columns;
}

std::vector<std::string> sources_of(const Rulebook& rulebook, int table) {
  std::vector<std::string> sources;
  for (const SourceTable& source : rulebook.sources.tables) {
    for (const Feed& feed : source.feeds) {
      if (feed.case_table != table) continue;
      std::string how;
      if (feed.joined) how = "rows joined";
      if (!feed.only.empty() || !feed.except.empty())
        how += (how.empty() ? "" : ", ") + std::string("some of its rows");
      if (feed.partial) how += (how.empty() ? "" : ", ") + std::string("never all rows");
      if (feed.unless_supplied >= 0) {
        how += (how.empty() ? "" : ", ") + std::string("unless ") +
               rulebook.sources.tables[static_cast<std::size_t>(feed.unless_supplied)].name +
               " was supplied";
      }
      sources.push_back(source.dataset + ": " + source.name +
                        (how.empty() ? "" : " (" + how + ")"));
    }
  }
  return sources;
}

std::string joined(const std::vector<std::string>& parts, const char* joint) {
  std::string all;
  for (const std::string& part : parts) all += (all.empty() ? "" : joint) + part;
  return all;
}

std::string joined(const std::set<std::string>& parts, const char* joint) {
  return joined(std::vector<std::string>(parts.begin(), parts.end()), joint);
}

}  // namespace tidemark::report
