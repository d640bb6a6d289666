// The finding table: one row a finding, its evidence packed beside it as [[place, line, "value"]]
// so that millions of cells stay cheap; the view `evidence` unfolds it. Inside the caller's
// transaction; throws StoreFailure.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "store/run_record.hpp"
#include "store/statement.hpp"

namespace tidemark {

class FindingWriter {
 public:
  FindingWriter(Database& database, std::int64_t run);
  void add(const FindingRow& row);
  [[nodiscard]] std::int64_t count() const { return count_; }

 private:
  std::int64_t place_of(const CellRow& cell);
  std::int64_t add_place(const CellRow& cell);

  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>{}(text);
    }
  };

  Database& database_;
  Statement add_finding_;
  std::int64_t run_;
  std::int64_t count_ = 0;
  std::unordered_map<std::string, std::int64_t, Hash, std::equal_to<>> places_;
  std::string cells_, place_key_;  // kept for their room
};

// In order; `evidence` of the rows is left empty.
void each_finding(Database& database, std::int64_t run,
                  const std::function<void(const FindingRow&)>& take);
// The cells of a run's nth finding, from 1.
[[nodiscard]] std::vector<CellRow> evidence_of(Database& database, std::int64_t run,
                                               std::int64_t finding);

}  // namespace tidemark
