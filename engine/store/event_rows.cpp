#include "store/event_rows.hpp"

#include "base/random.hpp"
#include "store/event_seal.hpp"
#include "store/statement.hpp"

namespace tidemark {

namespace {

constexpr const char* k_columns =
    "v.number, v.exception, v.kind, v.day, v.recorded_at, v.run, v.by, v.role, v.code, v.why, "
    "v.until, v.\"to\", v.meeting, v.evidence, v.about, v.verdict, v.clock, v.due, v.reason, "
    "v.seal, e.rule, e.child, e.occasion, e.purge IS NOT NULL, e.salt";

struct EventRow {
  Event event;
  std::string seal, rule, child, occasion, salt;
  bool is_purged = false;
};

Day day_in(Database& database, std::string_view text) {
  if (const auto day = parse_iso(text)) return *day;
  throw StoreFailure("the store " + database.path() + " holds an event whose day \"" +
                     std::string(text) + "\" is not a date; run tidemark verify");
}

EventRow row_of(Database& database, const Statement& list) {
  const auto text = [&](int column) { return std::string(list.text(column)); };
  EventRow row;
  Event& event = row.event;
  event.number = list.number(0);
  event.exception = list.number(1);
  const auto kind = event_kind_named(list.text(2));
  if (!kind) {
    throw StoreFailure("the store " + database.path() + " holds an event of a kind \"" + text(2) +
                       "\" that is not known; run tidemark verify");
  }
  event.kind = *kind;
  event.on = day_in(database, list.text(3));
  event.recorded_at = text(4);
  event.run = list.is_null(5) ? 0 : list.number(5);
  event.by = text(6);
  event.role = text(7);
  event.code = text(8);
  event.why = text(9);
  if (!list.text(10).empty()) event.until = day_in(database, list.text(10));
  event.to = text(11);
  event.meeting = text(12);
  event.evidence = text(13);
  event.about = list.number(14);
  event.facts = {text(15), text(16), text(17), text(18)};
  row.seal = text(19);
  row.rule = text(20);
  row.child = text(21);
  row.occasion = text(22);
  row.is_purged = list.number(23) != 0;
  row.salt = text(24);
  return row;
}

// 16 bytes in hex.
std::string new_salt() {
  constexpr std::string_view k_digits = "0123456789abcdef";
  std::string salt;
  while (salt.size() < 32) {
    for (std::uint32_t four = random_below(65536), i = 0; i < 4; ++i, four /= 16) {
      salt += k_digits[four % 16];
    }
  }
  return salt;
}

}  // namespace

std::vector<ExceptionLife> read_lives(Database& database, std::int64_t number) {
  const std::string which = number != 0 ? "e.number = ?" : "e.purge IS NULL";
  Statement list(database, (std::string("SELECT ") + k_columns +
                            " FROM event v JOIN exception e ON e.number = v.exception WHERE " +
                            which + " ORDER BY v.exception, v.number")
                               .c_str());
  if (number != 0) list.bind(1, number);
  std::vector<ExceptionLife> lives;
  std::vector<Event> events;
  std::string rule, child, occasion;
  const auto finish = [&] {
    if (!events.empty()) lives.push_back(life_of({rule, child, occasion}, std::move(events)));
    events.clear();
  };
  while (list.step()) {
    EventRow row = row_of(database, list);
    if (!events.empty() && events.front().exception != row.event.exception) finish();
    rule = std::move(row.rule);
    child = std::move(row.child);
    occasion = std::move(row.occasion);
    events.push_back(std::move(row.event));
  }
  finish();
  return lives;
}

EventWriter::EventWriter(Database& database)
    : add_exception_(
          database,
          "INSERT INTO exception (rule, child, occasion, salt) VALUES (?,?,?,?) RETURNING number"),
      salt_(database, "SELECT salt FROM exception WHERE number = ?"),
      add_event_(
          database,
          "INSERT INTO event (number, exception, kind, day, recorded_at, run, by, role, code, "
          "why, until, \"to\", meeting, evidence, about, verdict, clock, due, reason, seal) "
          "VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)") {
  Statement last(database, "SELECT number, seal FROM event ORDER BY number DESC LIMIT 1");
  if (!last.step()) return;
  number_ = last.number(0);
  seal_ = last.text(1);
}

void EventWriter::add(const NewEvents& events) {
  const std::int64_t exception = number_of(events);
  const std::string salt = salt_of(exception);
  for (Event event : events.events) {
    event.number = ++number_;
    event.exception = exception;
    seal_ = seal_of(event, {events.rule, events.child, events.occasion}, salt, seal_);
    add_row(event, seal_);
  }
}

std::int64_t EventWriter::number_of(const NewEvents& events) {
  if (events.number != 0) return events.number;
  const std::string salt = new_salt();
  add_exception_.bind(1, events.rule).bind(2, events.child).bind(3, events.occasion);
  add_exception_.bind(4, salt);
  add_exception_.step();
  const std::int64_t number = add_exception_.number(0);
  add_exception_.reset();
  return number;
}

std::string EventWriter::salt_of(std::int64_t exception) {
  salt_.bind(1, exception);
  std::string salt = salt_.step() ? std::string(salt_.text(0)) : std::string();
  salt_.reset();
  return salt;
}

void EventWriter::add_row(const Event& event, const std::string& seal) {
  // Bound texts are not copied: these must outlive the step.
  const std::string day = iso(event.on);
  const std::string until = event.until ? iso(*event.until) : std::string();
  Statement& add = add_event_;
  add.bind(1, event.number).bind(2, event.exception).bind(3, name_of(event.kind)).bind(4, day);
  add.bind(5, event.recorded_at);
  if (event.run != 0) {
    add.bind(6, event.run);
  } else {
    add.bind_null(6);
  }
  add.bind(7, event.by).bind(8, event.role).bind(9, event.code).bind(10, event.why);
  add.bind(11, until).bind(12, event.to).bind(13, event.meeting).bind(14, event.evidence);
  add.bind(15, event.about).bind(16, event.facts.verdict).bind(17, event.facts.clock);
  add.bind(18, event.facts.due).bind(19, event.facts.reason).bind(20, seal).run();
}

std::int64_t first_broken_event(Database& database) {
  Statement list(database, (std::string("SELECT ") + k_columns +
                            " FROM event v JOIN exception e ON e.number = v.exception "
                            "ORDER BY v.number")
                               .c_str());
  std::string seal;
  std::int64_t expected = 1;
  while (list.step()) {
    EventRow row;
    try {
      row = row_of(database, list);
    } catch (const StoreFailure&) {  // a kind or a day that no event has
      return list.number(0);
    }
    if (row.event.number != expected++) return row.event.number;
    // A mark of purging over texts that are still there is not the program's.
    const bool is_blank = row.child.empty() && row.event.why.empty() && row.salt.empty();
    const bool follows = row.is_purged ? is_blank
                                       : seal_of(row.event, {row.rule, row.child, row.occasion},
                                                 row.salt, seal) == row.seal;
    if (!follows) return row.event.number;
    seal = row.seal;
  }
  return 0;
}

}  // namespace tidemark
