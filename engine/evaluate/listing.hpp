// Listing: a tracker run over a snapshot as at a day: who is on the list, what is shown of them and
// what the named rules say. A pure function; the same for the same files, rules and day.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "evaluate/judge.hpp"
#include "rulebook/tracker.hpp"

namespace tidemark {

// Absent ("none", "") and unknown ("not known" in both) are two things.
struct ListCell {
  std::string words;  // for people: "30 Dec 2020"
  std::string plain;  // for programs: "2020-12-30"
};

// The gravest thing that a rule says of the child; of the line's own row, where rule and tracker
// have one line for each row of the same table.
struct ListVerdict {
  Judgement worst;
  std::size_t others = 0;  // occasions besides it that the rule applies to
};

struct ListLine {
  std::string child;
  std::string occasion;            // the row's key, of a tracker with `each`
  std::vector<ListCell> cells;     // by Tracker::columns
  std::vector<ListVerdict> rules;  // by Tracker::rules
  ListCell seen, says, next;       // the panel's last note
};

// Somebody of whom the record does not say whether they belong on the list.
struct OpenLine {
  std::string child, occasion, why;
};

struct Listing {
  std::vector<ListLine> lines;       // in the tracker's order
  std::vector<OpenLine> undecided;   // by child id
  std::vector<std::string> missing;  // what the list rests on that did not come
};

// The rulebook holds this tracker and its rules (keep_tracker). `progress` gets how many children
// of how many are done; it may be empty.
[[nodiscard]] Listing list_children(
    const Rulebook& rulebook, const Tracker& tracker, const Snapshot& snapshot, Day as_at,
    const std::function<void(std::uint64_t, std::uint64_t)>& progress);

// False: the rule does not load, or is a draft or retired; silence of it is no answer.
[[nodiscard]] bool is_judged(const Rulebook& rulebook, const std::string& rule);

}  // namespace tidemark
