// StoredFindings: the findings of a run as the store has them, one after the other with their
// evidence. A view on a Store that must outlive it; belongs to its thread.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>

#include "base/result.hpp"
#include "store/store.hpp"

namespace tidemark {

class Statement;

class StoredFindings {
 public:
  // In the order of findings.csv.
  [[nodiscard]] static Result<StoredFindings> of(const Store& store, std::int64_t run);
  ~StoredFindings();
  StoredFindings(StoredFindings&&) noexcept;

  // Fills in the next one; false at the end. ErrorKind::store names the finding whose evidence
  // cannot be read.
  [[nodiscard]] Result<bool> next(FindingRow& row);

 private:
  explicit StoredFindings(std::unique_ptr<Statement> rows);
  std::unique_ptr<Statement> rows_;
  std::unordered_map<std::int64_t, CellRow> places_;
};

}  // namespace tidemark
