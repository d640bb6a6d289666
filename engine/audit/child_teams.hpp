// ChildTeams: the team that a child is with as at a day, where the record says so. Which field that
// is, rules/papers.lua says. Belongs to one thread; the rulebook and the snapshot must outlive it.
#pragma once

#include <memory>
#include <string>

#include "base/result.hpp"
#include "rulebook/rulebook.hpp"
#include "snapshot/snapshot.hpp"

namespace tidemark {

// Adds what the team is read from to what is wanted of the files.
[[nodiscard]] Status want_team(const Rulebook& rulebook, WantedFields& wanted);

class ChildTeams {
 public:
  ChildTeams(const Rulebook& rulebook, const Snapshot& snapshot, Day as_at);
  ~ChildTeams();

  // Does the snapshot say of any child which team it is with?
  [[nodiscard]] bool are_recorded() const;
  // Of the rows that run at the day, the last to start; "" where the record has none.
  [[nodiscard]] std::string of(const std::string& child);
  [[nodiscard]] std::string of(std::uint32_t child);

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace tidemark
