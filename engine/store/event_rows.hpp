// The rows of the tables exception and event. Inside the caller's transaction; throws StoreFailure.
#pragma once

#include <string>
#include <vector>

#include "casework/life.hpp"
#include "casework/observe.hpp"
#include "store/statement.hpp"

namespace tidemark {

// In order of number; those of one exception, or (0) of all that are not purged.
[[nodiscard]] std::vector<ExceptionLife> read_lives(Database& database, std::int64_t number);

// Adds events at the end; one at a time within a transaction.
class EventWriter {
 public:
  explicit EventWriter(Database& database);
  // Gives each event its number and its seal, and an exception that is new its number.
  void add(const NewEvents& events);

 private:
  std::int64_t number_of(const NewEvents& events);
  [[nodiscard]] std::string salt_of(std::int64_t exception);
  void add_row(const Event& event, const std::string& seal);

  Statement add_exception_, salt_, add_event_;
  std::int64_t number_ = 0;  // of the last event
  std::string seal_;         // of the last event
};

// The number of the first event whose seal does not follow; 0: all do. Purged events are believed.
[[nodiscard]] std::int64_t first_broken_event(Database& database);

}  // namespace tidemark
