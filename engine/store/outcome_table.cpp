#include "store/outcome_table.hpp"

#include "store/guarded.hpp"
#include "store/statement.hpp"
#include "store/store_seal.hpp"
#include "store/transaction.hpp"

namespace tidemark {

Result<std::int64_t> OutcomeTable::add(const ScheduledOutcome& outcome) {
  return guarded([&] {
    Transaction transaction(database_);
    const std::int64_t number =
        database_.number("SELECT coalesce(max(number), 0) + 1 FROM outcome");
    Statement add(database_,
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
    add_seal(database_, Sealed::outcome, number);
    transaction.commit();
    return number;
  });
}

Result<std::vector<ScheduledOutcome>> OutcomeTable::outcomes(const std::string& job) const {
  return guarded([&] {
    Statement list(database_,
                   "SELECT number, job, due_at, began_at, ended_at, exit_code, run, sentence "
                   "FROM outcome WHERE ?1 = '' OR job = ?1 ORDER BY number");
    list.bind(1, job);
    std::vector<ScheduledOutcome> outcomes;
    while (list.step()) {
      const auto text = [&](int column) { return std::string(list.text(column)); };
      ScheduledOutcome outcome{list.number(0), text(1), text(2),
                               text(3),        text(4), static_cast<int>(list.number(5)),
                               std::nullopt,   text(7)};
      if (!list.is_null(6)) outcome.run = list.number(6);
      outcomes.push_back(std::move(outcome));
    }
    return outcomes;
  });
}

Result<std::string> OutcomeTable::last_due_at(const std::string& job) const {
  return guarded([&] {
    Statement last(database_, "SELECT coalesce(max(due_at), '') FROM outcome WHERE job = ?");
    last.bind(1, job);
    last.step();
    return std::string(last.text(0));
  });
}

}  // namespace tidemark
