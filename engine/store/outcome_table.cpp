#include "store/outcome_table.hpp"

#include "store/guarded.hpp"
#include "store/statement.hpp"
#include "store/store_seal.hpp"
#include "store/transaction.hpp"

namespace tidemark {

namespace {

void add_row(Database& database, const ScheduledOutcome& outcome, std::int64_t number) {
  Statement add(database,
                "INSERT INTO outcome (number, job, due_at, began_at, ended_at, exit_code, run, "
                "sentence) VALUES (?,?,?,?,?,?,?,?)");
  add.bind(1, number).bind(2, outcome.job).bind(3, outcome.due_at).bind(4, outcome.began_at);
  add.bind(5, outcome.ended_at).bind(6, std::int64_t{outcome.exit_code});
  if (outcome.run) {
    add.bind(7, *outcome.run);
  } else {
    add.bind_null(7);
  }
  add.bind(8, outcome.sentence).run();
}

std::int64_t write(Database& database, const ScheduledOutcome& outcome) {
  const std::int64_t number = database.number("SELECT coalesce(max(number), 0) + 1 FROM outcome");
  add_row(database, outcome, number);
  if (!outcome.content.empty()) {
    Statement add(database, "INSERT INTO outcome_snapshot (outcome, content) VALUES (?,?)");
    add.bind(1, number).bind(2, outcome.content).run();
  }
  if (outcome.letter_due) {
    Statement add(database, "INSERT INTO letter (outcome, sent_at) VALUES (?,'')");
    add.bind(1, number).run();
  }
  add_seal(database, Sealed::outcome, number);
  return number;
}

}  // namespace

Result<std::int64_t> OutcomeTable::add(const ScheduledOutcome& outcome) {
  return guarded([&] {
    Transaction transaction(database_);
    const std::int64_t number = write(database_, outcome);
    transaction.commit();
    return number;
  });
}

Result<std::int64_t> OutcomeTable::add_within(const ScheduledOutcome& outcome) {
  return guarded([&] { return write(database_, outcome); });
}

Status OutcomeTable::letter_sent(std::int64_t number, const std::string& at) {
  return guarded([&] {
    Statement update(database_, "UPDATE letter SET sent_at = ? WHERE outcome = ?");
    update.bind(1, at).bind(2, number).run();
    return Done{};
  });
}

Result<std::vector<ScheduledOutcome>> OutcomeTable::outcomes(const std::string& job) const {
  return guarded([&] {
    Statement list(database_,
                   "SELECT o.number, job, due_at, began_at, ended_at, exit_code, run, sentence, "
                   "coalesce(s.content, ''), coalesce(l.sent_at = '', 0) FROM outcome o "
                   "LEFT JOIN outcome_snapshot s ON s.outcome = o.number "
                   "LEFT JOIN letter l ON l.outcome = o.number "
                   "WHERE ?1 = '' OR job = ?1 ORDER BY o.number");
    list.bind(1, job);
    std::vector<ScheduledOutcome> outcomes;
    while (list.step()) {
      const auto text = [&](int column) { return std::string(list.text(column)); };
      ScheduledOutcome outcome{list.number(0), text(1),
                               text(2),        text(3),
                               text(4),        static_cast<int>(list.number(5)),
                               std::nullopt,   text(7),
                               text(8),        list.number(9) != 0};
      if (!list.is_null(6)) outcome.run = list.number(6);
      outcomes.push_back(std::move(outcome));
    }
    return outcomes;
  });
}

}  // namespace tidemark
