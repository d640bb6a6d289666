// CaseView: a snapshot as at a day, one child at a time. Applies the wall, then joins rows into
// periods, so that what is joined can never rest on something later. One CaseView per thread; the
// snapshot must outlive it.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "snapshot/child_case.hpp"
#include "snapshot/snapshot.hpp"

namespace tidemark {

// Where a cell of a case table was read.
struct Origin {
  std::string file;
  std::uint32_t line = 0;
  std::string table;   // source table: "episodes"
  std::string column;  // source column: "DECOM"
};

class CaseView {
 public:
  CaseView(const Snapshot& snapshot, const Model& model, const Sources& sources, Day as_at);
  ~CaseView();
  CaseView(CaseView&&) noexcept;
  CaseView(const CaseView&) = delete;
  CaseView& operator=(const CaseView&) = delete;
  CaseView& operator=(CaseView&&) = delete;

  // The case of this child; valid until the next call.
  const ChildCase& open(std::uint32_t child);
  [[nodiscard]] Origin origin(int table, int field, std::uint32_t row) const;
  // The same where sources that disagree give the cell: every place that says something of its own.
  [[nodiscard]] std::vector<Origin> origins(int table, int field, std::uint32_t row) const;
  // Why a table or field is not there: "no court list was supplied", "".
  [[nodiscard]] std::string why_missing(int table, int field) const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace tidemark
