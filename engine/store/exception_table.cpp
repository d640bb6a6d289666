#include "store/exception_table.hpp"

#include "store/event_rows.hpp"
#include "store/guarded.hpp"
#include "store/store_seal.hpp"
#include "store/transaction.hpp"

namespace tidemark {

namespace {

Error no_such(std::int64_t number) {
  return {ErrorKind::usage,
          "there is no exception " + std::to_string(number) + "; `tidemark exceptions` lists them"};
}

}  // namespace

Result<std::vector<ExceptionLife>> ExceptionTable::lives() const {
  return guarded([&] { return read_lives(database_, 0); });
}

Result<ExceptionLife> ExceptionTable::life(std::int64_t number) const {
  auto lives = guarded([&] { return read_lives(database_, number); });
  if (!lives) return lives.error();
  if (number == 0 || lives.value().empty()) return no_such(number);
  return std::move(lives.value().front());
}

Result<ExceptionLife> ExceptionTable::record(
    std::int64_t number,
    const std::function<Result<std::vector<Event>>(const ExceptionLife&)>& decide) {
  Result<ExceptionLife> result = no_such(number);
  const Status recorded = guarded([&] {
    Transaction transaction(database_);
    const std::vector<ExceptionLife> lives = read_lives(database_, number);
    if (number == 0 || lives.empty()) return Done{};
    const ExceptionLife& life = lives.front();
    auto events = decide(life);
    if (!events) {
      result = events.error();
      return Done{};
    }
    EventWriter(database_).add(
        {number, life.rule, life.child, life.occasion, std::move(events).value()});
    add_seal_of_deed(database_);
    transaction.commit();
    result = std::move(read_lives(database_, number).front());
    return Done{};
  });
  if (!recorded) return recorded.error();
  return result;
}

Status ExceptionTable::record_all(const std::vector<Change>& changes) {
  Status result = Done{};
  const Status recorded = guarded([&] {
    Transaction transaction(database_);
    EventWriter writer(database_);
    for (const Change& change : changes) {
      const std::vector<ExceptionLife> lives = read_lives(database_, change.number);
      auto events = change.number == 0 || lives.empty()
                        ? Result<std::vector<Event>>(no_such(change.number))
                        : change.decide(lives.front());
      if (!events) {
        result = events.error();
        return Done{};
      }
      const ExceptionLife& life = lives.front();
      writer.add({life.number, life.rule, life.child, life.occasion, std::move(events).value()});
    }
    add_seal_of_deed(database_);
    transaction.commit();
    return Done{};
  });
  return recorded ? result : recorded;
}

Result<std::int64_t> ExceptionTable::first_broken_seal() const {
  return guarded([&] { return first_broken_event(database_); });
}

}  // namespace tidemark
