#include "audit/run_check.hpp"

#include <algorithm>

#include "audit/finding_comparison.hpp"
#include "audit/finding_pass.hpp"
#include "audit/findings_csv.hpp"
#include "audit/findings_digest.hpp"
#include "audit/inputs.hpp"
#include "audit/rerun.hpp"
#include "audit/totals.hpp"
#include "store/run_facts.hpp"
#include "store/store_contents.hpp"

namespace tidemark {

namespace {

class RunCheck {
 public:
  RunCheck(const Store& store, int threads, VerifiedRun& run)
      : store_(store), threads_(threads), run_(run) {}
  [[nodiscard]] Status check();

 private:
  [[nodiscard]] Status check_purged();
  [[nodiscard]] Status check_rows();
  void check_sums(const std::vector<StoredTotal>& totals);
  void check_totals(const std::vector<StoredTotal>& totals, const Rulebook& rulebook,
                    const std::vector<Counts>& counts);
  [[nodiscard]] Status make_again(const std::vector<StoredTotal>& totals);
  [[nodiscard]] Status compare_findings(const StoredInputs& inputs, const Judgements& judged);

  const Store& store_;
  int threads_;
  VerifiedRun& run_;
  bool has_label_ = false;  // a run of the first stores has neither label nor totals
};

Status RunCheck::check() {
  const auto facts = run_facts(store_, run_.record.number);
  if (!facts) return facts.error();
  run_.purged_at = facts.value().purged_at;
  has_label_ = !facts.value().source.empty();
  const auto totals = totals_of_run(store_, run_.record.number);
  if (!totals) return totals.error();
  check_sums(totals.value());
  if (run_.purged_at) return check_purged();
  if (Status rows = check_rows(); !rows) return rows;
  return make_again(totals.value());
}

// A run that says that it was purged has no rows left: else the word covers what was altered.
Status RunCheck::check_purged() {
  std::uint64_t rows = 0;
  Status read = store_.each_finding(run_.record.number, [&](const FindingRow&) { ++rows; });
  if (!read || rows == 0) return read;
  run_.flaws.push_back(flaw_of(Check::findings, run_.record.number,
                               "it is marked as purged and still has " + std::to_string(rows) +
                                   " findings: the mark is not the program's"));
  return Done{};
}

Status RunCheck::check_rows() {
  FindingsDigest digest;
  Status read =
      store_.each_finding(run_.record.number, [&](const FindingRow& row) { digest.add(row); });
  if (!read) return read;
  run_.findings = digest.count();
  const std::string given = digest.hex();
  const auto numbered = findings_are_numbered(store_, run_.record.number);
  if (!numbered) return numbered.error();
  if (!numbered.value()) {
    run_.flaws.push_back(flaw_of(Check::findings, run_.record.number,
                                 "the numbers of its stored findings have been altered"));
  }
  if (given == run_.record.findings && run_.findings == run_.record.finding_count) return Done{};
  Flaw flaw = flaw_of(Check::findings, run_.record.number,
                      "the stored findings have been altered: they do not give the digest that "
                      "the run was sealed with");
  flaw.stored = run_.record.findings;
  flaw.computed = given;
  run_.flaws.push_back(std::move(flaw));
  return Done{};
}

void RunCheck::check_sums(const std::vector<StoredTotal>& totals) {
  for (const StoredTotal& total : totals) {
    const std::int64_t sum = total.on_track + total.due_soon + total.breach + total.explained +
                             total.met_late + total.cannot_decide + total.error;
    if (sum == total.population) continue;
    Flaw flaw = flaw_of(Check::totals, run_.record.number,
                        total.rule + ": the stored totals do not add up to its population");
    flaw.rule = total.rule;
    flaw.stored = std::to_string(total.population);
    flaw.computed = std::to_string(sum);
    run_.flaws.push_back(std::move(flaw));
  }
}

Counts counts_of(const Rulebook& rulebook, const std::vector<Counts>& counts,
                 const std::string& rule) {
  Counts sum;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (rulebook.rules[i].id == rule) add(counts[i], sum);
  }
  return sum;
}

void RunCheck::check_totals(const std::vector<StoredTotal>& totals, const Rulebook& rulebook,
                            const std::vector<Counts>& counts) {
  for (const RunTotal& made : totals_of(rulebook, counts)) {
    if (totals.empty() && !has_label_) break;
    const bool kept = std::any_of(totals.begin(), totals.end(), [&](const StoredTotal& total) {
      return total.rule == made.rule;
    });
    if (!kept) {
      run_.flaws.push_back(flaw_of(Check::totals, run_.record.number,
                                   made.rule + ": its stored totals have been taken out"));
    }
  }
  for (const StoredTotal& total : totals) {
    const Counts sum = counts_of(rulebook, counts, total.rule);
    const auto same = [&](const char* field, std::int64_t stored, std::uint64_t computed) {
      if (stored == static_cast<std::int64_t>(computed)) return;
      Flaw flaw =
          flaw_of(Check::totals, run_.record.number,
                  total.rule + ": the stored total of " + field + " is " + std::to_string(stored) +
                      ", made again it is " + std::to_string(computed));
      flaw.rule = total.rule;
      flaw.field = field;
      flaw.stored = std::to_string(stored);
      flaw.computed = std::to_string(computed);
      run_.flaws.push_back(std::move(flaw));
    };
    same("population", total.population, sum.population);
    same("on_track", total.on_track, sum.on_track);
    same("due_soon", total.due_soon, sum.due_soon);
    same("breach", total.breach, sum.breach);
    same("explained", total.explained, sum.explained);
    same("met_late", total.met_late, sum.met_late);
    same("cannot_decide", total.cannot_decide, sum.cannot_decide);
    same("error", total.error, sum.error);
    same("population_undecided", total.population_undecided, sum.population_undecided);
  }
}

Status RunCheck::make_again(const std::vector<StoredTotal>& totals) {
  const std::int64_t number = run_.record.number;
  auto inputs = stored_inputs(store_, number, threads_);
  if (!inputs) {
    run_.flaws.push_back(
        flaw_of(Check::again, number, "it cannot be made again: " + inputs.error().message));
    return Done{};
  }
  const StoredInputs& given = inputs.value();
  if (const std::string calendar = digest_of(given.rulebook->calendar);
      calendar != run_.record.calendar) {
    Flaw flaw = flaw_of(Check::again, number, "the calendar of its rules gives another digest");
    flaw.field = "calendar";
    flaw.stored = run_.record.calendar;
    flaw.computed = calendar;
    run_.flaws.push_back(std::move(flaw));
  }
  JudgeOptions options;
  options.threads = threads_;
  const Judgements judged = judge(*given.rulebook, *given.snapshot, given.as_at, options);
  check_totals(totals, *given.rulebook, judged.counts);
  return compare_findings(given, judged);
}

Status RunCheck::compare_findings(const StoredInputs& inputs, const Judgements& judged) {
  auto stored = StoredFindings::of(store_, run_.record.number);
  if (!stored) return stored.error();
  FindingComparison comparison(std::move(stored).value(), run_.record.number, run_.flaws);
  FindingRow row;
  Status compared = each_finding(*inputs.rulebook, *inputs.snapshot, inputs.as_at, judged.listed,
                                 threads_, [&](const Finding& finding) {
                                   fill_row(finding, row);
                                   fill_evidence(finding, row);
                                   return comparison.take(row);
                                 });
  if (compared) compared = comparison.finish();
  if (!compared) {
    run_.flaws.push_back(flaw_of(Check::again, run_.record.number, compared.error().message));
  }
  return Done{};
}

}  // namespace

Status check_run(const Store& store, int threads, VerifiedRun& run) {
  return RunCheck(store, threads, run).check();
}

}  // namespace tidemark
