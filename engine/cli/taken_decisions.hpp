// TakenDecisions: a panel's workbook taken back, row by row, against the store as it would be after
// the rows before. Records nothing itself. Belongs to one thread; the store must outlive it.
#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "audit/deed_context.hpp"
#include "report/papers/filled_decisions.hpp"
#include "report/papers/pseudonyms.hpp"
#include "store/exception_table.hpp"
#include "store/store.hpp"

namespace tidemark::cli {

// What opens the references of one pack.
struct OpenedPack {
  Day held_on = 0;
  std::string seal;
  std::map<std::string, report::KeyLine> key;
};

// A deed that is right as far as the lines before it are recorded.
struct ReadyDeed {
  std::int64_t exception = 0;
  std::string place;
  Deed deed;
  DeedContext context;
};

class TakenDecisions {
 public:
  TakenDecisions(const Store& store, std::string path, std::string recorded_at)
      : store_(store),
        contexts_(store),
        path_(std::move(path)),
        recorded_at_(std::move(recorded_at)) {}

  // All rows of the workbook, in order. Problems of the workbook are kept; a failure of the store
  // is given back.
  Status take_all(const std::vector<report::FilledRow>& rows);

  [[nodiscard]] const std::vector<ReadyDeed>& ready() const { return ready_; }
  [[nodiscard]] const std::vector<std::string>& problems() const { return problems_; }
  [[nodiscard]] const std::map<std::int64_t, OpenedPack>& packs() const { return packs_; }
  std::size_t unchanged = 0, recorded_before = 0, blank = 0;

 private:
  Status take(const report::FilledRow& row);
  Result<const OpenedPack*> pack_of(const report::FilledDecision& filled,
                                    const report::FilledRow& row);
  static Status check_mark(const report::FilledDecision& filled, const report::FilledRow& row,
                           const OpenedPack& pack);
  Result<std::int64_t> exception_of(const report::FilledDecision& filled,
                                    const report::FilledRow& row, const OpenedPack& pack);
  [[nodiscard]] std::vector<Deed> deeds_of(const report::FilledDecision& filled,
                                           const OpenedPack& pack, const ExceptionLife& life) const;
  Status take_deed(const Deed& deed, std::int64_t exception, const report::FilledRow& row);
  Status settle(const Error& error);

  const Store& store_;
  DeedContexts contexts_;
  std::string path_, recorded_at_;
  std::map<std::int64_t, OpenedPack> packs_;
  std::map<std::int64_t, ExceptionLife> lives_;
  std::vector<ReadyDeed> ready_;
  std::vector<std::string> problems_;
  std::set<std::pair<std::int64_t, std::string>> contested_;  // pack and reference
};

// What record_all() is to be given; points into both. What somebody else recorded since the
// workbook was looked at (the same one, taken back by two people at once) is counted and not
// recorded again.
[[nodiscard]] std::vector<ExceptionTable::Change> changes_of(const std::vector<ReadyDeed>& ready,
                                                             std::size_t& recorded_meanwhile);

}  // namespace tidemark::cli
