// Council: files that a test writes, read with the rules of rules/ themselves, and what a child's
// case tables say. Every child is invented. One test, one thread.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "rulebook/rulebook.hpp"
#include "snapshot/case_view.hpp"
#include "snapshot/load.hpp"

namespace tidemark::tests {

using Files = std::vector<std::pair<std::string, std::string>>;  // name and content

class Council {
 public:
  explicit Council(const Files& files);

  // The rows of a case table for a child, as at a day, as "from=2020-01-01 status=E1": fields that
  // are absent or were not supplied are left out, unknown ones are "?". "none" for a table that did
  // not come, "partial" as a last row where others may exist.
  [[nodiscard]] std::vector<std::string> rows(const std::string& table, const std::string& child,
                                              const std::string& as_at) const;
  // Where a field of a row was read, "file:line COLUMN"; several places where sources disagree.
  [[nodiscard]] std::vector<std::string> origins(const std::string& table, const std::string& field,
                                                 std::size_t row, const std::string& child,
                                                 const std::string& as_at) const;
  // Load notes of a kind, as "file:line COLUMN \"text\": what was done".
  [[nodiscard]] std::vector<std::string> notes(const std::string& kind) const;
  // The verdict of a rule for a child: "breach", "cannot_decide".
  [[nodiscard]] std::string verdict(const std::string& rule, const std::string& child,
                                    const std::string& as_at) const;

  [[nodiscard]] const Snapshot& snapshot() const { return snapshot_; }

 private:
  std::shared_ptr<Rulebook> rulebook_;
  Snapshot snapshot_;
};

}  // namespace tidemark::tests
