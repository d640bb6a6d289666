// FormerRuns: earlier runs of a store, made ready to be compared with the one that is being
// recorded; each is read once, when something of it is first needed. What cannot be had any more
// (its rows were purged) says nothing. Points into what it is given; one thread.
#pragma once

#include <map>
#include <memory>

#include "audit/leaving.hpp"
#include "audit/lost_supply.hpp"
#include "audit/movement.hpp"
#include "audit/rerun.hpp"
#include "audit/run.hpp"
#include "evaluate/child_judge.hpp"
#include "snapshot/found_files.hpp"

namespace tidemark {

class FormerRuns {
 public:
  // `now` is judged, with its snapshot read from `found`.
  FormerRuns(const Store& store, const AuditRun& now, const FoundFiles& found, int threads)
      : store_(store), now_(now), found_(found), threads_(threads) {}

  // nullptr where that run had the same rules.
  [[nodiscard]] const FormerRules* rules(std::int64_t run);
  [[nodiscard]] std::vector<Cause> causes(std::int64_t run, const ExceptionLife& life);
  // Did that run already see the occasion, however it judged it? Only after causes() was asked of
  // it: else, and where its rows are gone, false.
  [[nodiscard]] bool saw(std::int64_t run, const ExceptionKey& key);
  // What has gone missing since that run, where the exception would still stand if it had come;
  // else "". An export that was cut off must not read as so many corrections.
  [[nodiscard]] std::string lost(std::int64_t run, const ExceptionLife& life);
  // The same where the exception stands: its facts as they were would be back.
  [[nodiscard]] std::string lost_facts(std::int64_t run, const ExceptionLife& life);
  // All that has gone missing since that run, in words; "" where nothing has.
  [[nodiscard]] std::string warning(std::int64_t run);

 private:
  struct Former {
    bool inputs_asked = false;
    std::unique_ptr<StoredInputs> inputs;
    std::unique_ptr<Movements> movements;
    std::optional<std::vector<LostSupply>> lost;
    bool restored_asked = false;
    std::unique_ptr<const Snapshot> restored;  // none where nothing was lost, or it cannot be had
    std::unique_ptr<ChildJudge> judging;       // under it
    bool rules_asked = false;
    std::optional<FormerRules> rules;
  };
  [[nodiscard]] Former& former(std::int64_t run);
  [[nodiscard]] const StoredInputs* inputs(std::int64_t run);
  [[nodiscard]] const std::vector<LostSupply>& lost_since_run(std::int64_t run);
  [[nodiscard]] std::string lost_by(std::int64_t run, const ExceptionLife& life);
  [[nodiscard]] ChildJudge* judging_restored(std::int64_t run);
  [[nodiscard]] bool feeds(const LostSupply& lost, const std::string& rule) const;
  [[nodiscard]] Supplied supplied_now() const {
    return {now_.snapshot.get(), &now_.rulebook->sources, now_.as_at};
  }
  [[nodiscard]] Result<std::unique_ptr<const Snapshot>> read_for(const Rulebook& rulebook) const;
  [[nodiscard]] std::optional<FormerRules> read_rules(const RunRecord& run) const;

  const Store& store_;
  const AuditRun& now_;
  const FoundFiles& found_;
  int threads_;
  std::map<std::int64_t, Former> runs_;
};

// The run in which the exception last stood, or was last judged: of `moving_runs` (the numbers of
// those that moved lives, ascending) the last before it was parked, else `latest`.
[[nodiscard]] std::int64_t run_last_judged(const ExceptionLife& life,
                                           const std::vector<std::int64_t>& moving_runs,
                                           std::int64_t latest);

// Of one that has been exempted: the run in which the facts that its latest exemption rests on
// still held: the last before they first moved, else `latest`. A bad export may come twice.
[[nodiscard]] std::int64_t run_facts_held(const ExceptionLife& life,
                                          const std::vector<std::int64_t>& moving_runs,
                                          std::int64_t latest);

}  // namespace tidemark
