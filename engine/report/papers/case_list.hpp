// CaseList: what a run found, beside the life that each exception has had in the store and the
// panel before this one: the lines that every paper is made of. Points into its inputs; any thread
// may read.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "report/papers/inputs.hpp"

namespace tidemark::report {

struct CaseLine {
  const Finding* finding = nullptr;
  const Rule* rule = nullptr;
  const ExceptionLife* life = nullptr;   // nullptr: the store has none of it
  const Exemption* exemption = nullptr;  // that applies on the day of the paper
  bool is_new = false;                   // to the panel: the pack before could not tell of it
  // Stood with a stated reason when the panel before met, and the reason no longer holds: nobody
  // has been asked of it since.
  bool reason_gone = false;
  std::string reference;  // drawn at random: what breaks a tie
  [[nodiscard]] int days_over() const { return finding->judgement.days_over; }
  [[nodiscard]] Severity severity() const { return rule->severity; }
  [[nodiscard]] bool is_to_be_asked() const { return is_new || reason_gone; }
};

class CaseList {
 public:
  explicit CaseList(const PaperInputs& inputs);

  // Of rules that are live: every breach, explained or not; the most severe first, then the most
  // days over.
  [[nodiscard]] const std::vector<CaseLine>& standing() const { return standing_; }
  [[nodiscard]] const std::vector<CaseLine>& undecided() const { return undecided_; }
  // Falls due from the run's day up to and on `by`, by due date.
  [[nodiscard]] std::vector<CaseLine> coming(Day by) const;
  // Of these rules: every line that stands, and every one that falls due though it does not stand.
  [[nodiscard]] std::vector<CaseLine> open_or_late(const std::vector<std::string>& rules) const;
  // Resolved, and the pack before could not tell of it; all that are, without one.
  [[nodiscard]] std::vector<const ExceptionLife*> resolved() const;

  [[nodiscard]] const ExceptionLife* life_of(const Finding& finding) const;
  [[nodiscard]] const Rule* rule_of(const std::string& id) const;
  // A rule with a part of the agenda of its own.
  [[nodiscard]] bool has_own_section(const CaseLine& line) const;
  [[nodiscard]] const PaperInputs& inputs() const { return inputs_; }
  [[nodiscard]] std::uint64_t standing_on_trial() const { return on_trial_; }

 private:
  [[nodiscard]] CaseLine line_of(const Finding& finding, std::size_t index) const;
  [[nodiscard]] bool is_new(const CaseLine& line, std::size_t index) const;
  [[nodiscard]] bool is_reason_gone(const CaseLine& line) const;

  const PaperInputs& inputs_;
  std::map<ExceptionKey, const ExceptionLife*> lives_;
  std::vector<CaseLine> standing_, undecided_;
  std::uint64_t on_trial_ = 0;
};

[[nodiscard]] bool stands(Verdict verdict);  // a breach, explained or not
// From a list that Tidemark itself keeps: the lives of exceptions already say it.
[[nodiscard]] bool is_of_own_list(const Finding& finding);
[[nodiscard]] bool names(const std::vector<std::string>& rules, const std::string& rule);

}  // namespace tidemark::report
