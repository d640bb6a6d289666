// Movements: which exceptions move between two situations, and why. A situation is a snapshot, a
// rulebook and an as-at day. Why is found by putting one thing in place of the other at a time:
// first the day, then the files, then the rules; whatever of them changes the answer is a cause.
// Nothing is judged before it is asked about. Reads no store. Belongs to one thread; the rulebooks
// and the snapshots must outlive it.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "evaluate/judge.hpp"

namespace tidemark {

struct Situation {
  const Rulebook* rulebook = nullptr;
  const Snapshot* snapshot = nullptr;  // loaded for that rulebook
  Day as_at = 0;
  std::string files;  // digest of the snapshot's files; equal: the same files
  // The same files read for another rulebook. Only asked of the later situation, and only where
  // both the files and the rules differ.
  std::function<Result<std::unique_ptr<const Snapshot>>(const Rulebook&)> read_for;
};

enum class Movement : std::uint8_t {
  none,
  appears,
  disappears,
  changes_date,     // stands in both, its clock or its due date moved
  changes_verdict,  // stands in both, with a stated reason in one only
  becomes_undecidable,
  becomes_decidable,
};
[[nodiscard]] const char* name_of(Movement movement);   // "becomes_undecidable"
[[nodiscard]] const char* words_of(Movement movement);  // "no longer decided": after a number

// In the order in which they are named.
enum class MoveCause : std::uint8_t {
  time_passed,  // nothing but the day
  child_came,
  child_went,
  table_came,
  table_went,
  record_changed,   // something that happened after the earlier as-at day
  entered_late,     // a fact of on or before the earlier as-at day that was not there
  corrected,        // a fact that was there differs or was withdrawn
  setting_changed,  // only a number that people may change moved
  rule_changed,     // the text of the rule or of what it requires
};
[[nodiscard]] const char* name_of(MoveCause cause);  // "entered_late"

struct Cause {
  MoveCause cause = MoveCause::time_passed;
  std::string words;  // a sentence without a full stop
};

// What one situation says of a child, a rule and an occasion.
struct Answer {
  bool is_there = false;  // the child is in the snapshot, the rule runs and has such an occasion
  std::string occasion;
  Verdict verdict = Verdict::not_applicable;
  std::string clock, due, reason;  // as findings.csv spells them
  [[nodiscard]] bool stands() const {
    return verdict == Verdict::breach || verdict == Verdict::explained;
  }
};

struct Moved {
  std::string rule, child, occasion;  // on which the exception stands, the later of two
  Movement kind = Movement::none;
  Answer before, now;
  std::vector<Cause> causes;  // in order; empty where nothing differs
};

class Movements {
 public:
  Movements(Situation before, Situation now, int threads);
  ~Movements();
  Movements(Movements&&) noexcept;

  // All that moved, by rule, child, occasion. ErrorKind of whatever reading the files again gives.
  [[nodiscard]] Result<std::vector<Moved>> all();
  // One of them, also where it did not move. A rule without `each` has one occasion for a child at
  // a time, and whatever it is now is compared with whatever it was.
  [[nodiscard]] Result<Moved> of(const std::string& rule, const std::string& child,
                                 const std::string& occasion);
  // What each of them counted; after all().
  [[nodiscard]] const Judgements& judged_before() const;
  [[nodiscard]] const Judgements& judged_now() const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace tidemark
