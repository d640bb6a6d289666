#include "store/seal_check.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "store/guarded.hpp"
#include "store/schema.hpp"
#include "store/statement.hpp"
#include "store/transaction.hpp"

namespace tidemark {

namespace {

std::string name_of(const std::string& what, std::int64_t number) {
  return (what == "deed" ? "the deed of event" : what) + " " + std::to_string(number);
}

std::string name_of(const StoreSeal& seal) {
  return "seal " + std::to_string(seal.number) + " (" + name_of(seal.what, seal.record) + ")";
}

class Checking {
 public:
  explicit Checking(Database& database) : database_(database) {}
  SealCheck check();

 private:
  void say(std::string sentence) { check_.faults.push_back(std::move(sentence)); }
  void read_unsealed();
  void check_links();
  void check_rows();
  void check_events();
  void check_last_event();
  void check_none_without(const char* what);
  void check_what_points();
  [[nodiscard]] std::int64_t unsealed(const std::string& what) const;

  Database& database_;
  SealCheck check_;
};

void Checking::read_unsealed() {
  Statement list(database_, "SELECT what, last FROM unsealed WHERE last <> 0 ORDER BY what");
  while (list.step()) check_.unsealed.push_back({std::string(list.text(0)), list.number(1)});
}

std::int64_t Checking::unsealed(const std::string& what) const {
  const auto found = std::find_if(check_.unsealed.begin(), check_.unsealed.end(),
                                  [&](const UnsealedRows& rows) { return rows.what == what; });
  return found == check_.unsealed.end() ? 0 : found->last;
}

void Checking::check_links() {
  std::string before = seal_of_beginning(database_);
  std::int64_t expected = 1;
  for (const StoreSeal& seal : check_.seals) {
    if (seal.number != expected) {
      say(name_of(seal) + " stands where seal " + std::to_string(expected) +
          " should: seals have been taken out or renumbered");
    } else if (seal.seal != seal_of(seal, before)) {
      say(name_of(seal) +
          " does not follow from the one before it: it, or what stood before it, was altered, "
          "taken "
          "out or put in");
    }
    before = seal.seal;
    expected = seal.number + 1;
  }
}

// Each record as it was when it was sealed.
void Checking::check_rows() {
  std::set<std::pair<std::string, std::int64_t>> seen;
  for (const StoreSeal& seal : check_.seals) {
    const std::string name = name_of(seal.what, seal.record);
    const auto what = sealed_named(seal.what);
    if (!what) {
      say(name_of(seal) + " is over something that no Tidemark records");
      continue;
    }
    if (!seen.insert({seal.what, seal.record}).second) {
      say(name +
          " was sealed twice: one of that number was taken out, and another came in its "
          "place");
    }
    const auto digest = digest_of_rows(database_, *what, seal.record);
    if (!digest) {
      say(name + " has been taken out: seal " + std::to_string(seal.number) + " is over it");
    } else if (*digest != seal.digest) {
      say(name + " has been altered: its rows do not give the digest that seal " +
          std::to_string(seal.number) + " is over");
    }
  }
}

// The history of the exceptions as it stood at each seal. Of several that fail, the first is said.
void Checking::check_events() {
  Statement event(database_, "SELECT seal FROM event WHERE number = ?");
  for (const StoreSeal& seal : check_.seals) {
    if (seal.event == 0) continue;
    event.bind(1, seal.event);
    const bool is_there = event.step();
    const bool is_same = is_there && event.text(0) == seal.event_seal;
    event.reset();
    if (is_same) continue;
    say("event " + std::to_string(seal.event) + ", the last when " + name_of(seal) +
        " was taken, " + (is_there ? "is another now" : "has been taken out"));
    return;
  }
}

// Events that came after the last seal, or went with it.
void Checking::check_last_event() {
  const std::int64_t last = database_.number("SELECT coalesce(max(number), 0) FROM event");
  const std::int64_t sealed = check_.seals.empty() ? unsealed("event") : check_.seals.back().event;
  if (last > sealed) {
    say("the events after " + std::to_string(sealed) + " have been put in: no seal is over them");
  } else if (last < sealed && check_.seals.empty()) {
    say("the events after " + std::to_string(last) + " have been taken out");
  }
}

void Checking::check_none_without(const char* what) {
  std::set<std::int64_t> sealed;
  for (const StoreSeal& seal : check_.seals) {
    if (seal.what == what) sealed.insert(seal.record);
  }
  const std::int64_t before = unsealed(what);
  Statement list(database_,
                 std::string("SELECT number FROM ") + what + " WHERE number > ? ORDER BY number");
  list.bind(1, before);
  while (list.step()) {
    if (sealed.contains(list.number(0))) continue;
    say(name_of(what, list.number(0)) + " has been put in or renumbered: no seal is over it");
  }
}

void Checking::check_what_points() {
  std::map<std::pair<std::string, std::string>, std::int64_t> lost;
  Statement list(database_, "SELECT \"table\", parent FROM pragma_foreign_key_check");
  while (list.step()) ++lost[{std::string(list.text(0)), std::string(list.text(1))}];
  for (const auto& [tables, rows] : lost) {
    say(std::to_string(rows) + (rows == 1 ? " row of " : " rows of ") + tables.first +
        " name rows of " + tables.second + " that are not there");
  }
  Statement silent(database_,
                   "SELECT number FROM exception e WHERE NOT EXISTS (SELECT 1 FROM event v WHERE "
                   "v.exception = e.number) ORDER BY number");
  while (silent.step()) {
    say("exception " + std::to_string(silent.number(0)) +
        " has no history: it has been put in, or its events taken out");
  }
}

SealCheck Checking::check() {
  read_unsealed();
  check_.seals = read_seals(database_);
  check_links();
  check_rows();
  check_events();
  check_last_event();
  for (const char* what : {"run", "pack", "outcome", "purge"}) check_none_without(what);
  check_what_points();
  return std::move(check_);
}

using Schema = std::map<std::pair<std::string, std::string>, std::string>;

Schema schema_of(Database& database) {
  Statement list(database,
                 "SELECT type, name, coalesce(sql, '') FROM sqlite_schema "
                 "WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'");
  Schema schema;
  while (list.step()) {
    schema[{std::string(list.text(0)), std::string(list.text(1))}] = list.text(2);
  }
  return schema;
}

}  // namespace

Result<SealCheck> check_seals(const Store& store) {
  return guarded([&] {
    // Not to take for put in what somebody is recording meanwhile.
    const ReadTransaction reading(store.database());
    return Checking(store.database()).check();
  });
}

Result<std::vector<std::string>> faults_of_schema(const Store& store) {
  return guarded([&] {
    Database made(":memory:", 0);
    migrate(made);
    const Schema right = schema_of(made);
    const Schema found = schema_of(store.database());
    std::vector<std::string> faults;
    for (const auto& [key, sql] : right) {
      const auto there = found.find(key);
      if (there != found.end() && there->second == sql) continue;
      faults.push_back("the " + key.first + " " + key.second + " of the schema has been " +
                       (there == found.end() ? "taken out" : "altered"));
    }
    for (const auto& [key, sql] : found) {
      if (right.contains(key)) continue;
      faults.push_back("the " + key.first + " " + key.second +
                       " of the schema is none of Tidemark's");
    }
    return faults;
  });
}

}  // namespace tidemark
