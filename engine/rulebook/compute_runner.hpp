// ComputeRunner: runs a rule's `compute` functions over one child in the sandbox: own functions
// only, an instruction budget that is the same on every machine, a blank cell ends the function as
// cannot_decide, every cell read is recorded. One per thread; the rulebook must outlive it.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "rulebook/rulebook.hpp"
#include "snapshot/child_case.hpp"

namespace tidemark {

// A cell by its place in the case tables of the child at hand.
struct CellRef {
  std::int16_t table = -1;
  std::int16_t field = -1;  // -1: the table as a whole (not supplied)
  std::uint32_t row = 0;
  friend bool operator==(const CellRef&, const CellRef&) = default;
};

struct ComputeResult {
  enum class Ended : std::uint8_t { answer, cannot_decide, error };
  Ended ended = Ended::error;
  Truth truth = Truth::unknown;
  Date date;
  double number = 0;
  std::string message;         // what ended it, naming file and line
  std::vector<CellRef> cells;  // every cell read, in order
};

class ComputeRunner {
 public:
  explicit ComputeRunner(const Rulebook& rulebook);
  ~ComputeRunner();
  ComputeRunner(ComputeRunner&&) noexcept;
  ComputeRunner(const ComputeRunner&) = delete;
  ComputeRunner& operator=(const ComputeRunner&) = delete;
  ComputeRunner& operator=(ComputeRunner&&) = delete;

  [[nodiscard]] ComputeResult run(int compute, const ChildCase& child_case);

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace tidemark
