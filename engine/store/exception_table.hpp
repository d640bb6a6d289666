// ExceptionTable: the exceptions of a store and their events, append-only and sealed one to the
// next. A view on a Store that must outlive it; belongs to its thread.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "casework/life.hpp"
#include "store/store.hpp"

namespace tidemark {

class ExceptionTable {
 public:
  explicit ExceptionTable(const Store& store) : database_(store.database()) {}

  // All that are not purged, by number.
  [[nodiscard]] Result<std::vector<ExceptionLife>> lives() const;
  // ErrorKind::usage when there is none of that number.
  [[nodiscard]] Result<ExceptionLife> life(std::int64_t number) const;
  // Asks `decide` for the events that a deed writes, in one transaction with what it was shown, and
  // records them. The life as it is afterwards.
  [[nodiscard]] Result<ExceptionLife> record(
      std::int64_t number,
      const std::function<Result<std::vector<Event>>(const ExceptionLife&)>& decide);
  struct Change {
    std::int64_t number = 0;
    std::function<Result<std::vector<Event>>(const ExceptionLife&)> decide;
  };
  // Several in that order, all of them or, when one is refused, none: what is refused first.
  [[nodiscard]] Status record_all(const std::vector<Change>& changes);
  // The number of the first event whose seal does not follow from the one before it; 0: all do.
  [[nodiscard]] Result<std::int64_t> first_broken_seal() const;

 private:
  Database& database_;
};

}  // namespace tidemark
