// Pseudonyms: the references that a pack prints in place of children's ids, and what else of a
// person's record a pseudonymised pack leaves out: days become months, ids of people go.
// References are drawn anew for each pack, so that no reference of one is found in another; the key
// that leads back is kept apart. Source: domain/process.md, section 5. Values only.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "calendar/date.hpp"
#include "casework/life.hpp"
#include "evaluate/judge.hpp"
#include "report/papers/months_only.hpp"
#include "rulebook/rulebook.hpp"

namespace tidemark::report {

// A number from 0 up to but not including `below`, each as likely as any other.
using Draw = std::function<std::uint32_t(std::uint32_t below)>;

struct KeyLine {
  std::string reference;  // "K7-042/2"; of a child without an exception "K7-042"
  std::string child;
  std::int64_t exception = 0;  // 0: the line is about the child
  std::string rule, occasion;
};

class Pseudonyms {
 public:
  // For these children (each once, any order) and these exceptions of theirs. `identified`: ids and
  // full days are printed beside the references.
  Pseudonyms(const std::vector<std::string>& children, const std::vector<ExceptionLife>& lives,
             bool identified, const Draw& draw);

  [[nodiscard]] bool identified() const { return identified_; }
  // "K7-042", identified "1042 (K7-042)".
  [[nodiscard]] std::string child(const std::string& child) const;
  // "K7-042/2"; the child's where no exception is kept.
  [[nodiscard]] std::string line(const std::string& child, const ExceptionLife* life) const;

  [[nodiscard]] std::string date(const Date& date) const;  // "Mar 2022", identified "4 Mar 2022"
  [[nodiscard]] std::string day(Day day) const;
  // A sentence of a run, of a rule or of a person, fit for the pack.
  [[nodiscard]] std::string sentence(const std::string& words) const;
  // The same without the ids that this finding names or rests on, and its child's own.
  [[nodiscard]] std::string sentence(const std::string& words, const Finding& finding,
                                     const Rulebook& rulebook) const;

  // The role of who did or decided something, as it was recorded: free text; "" not known.
  [[nodiscard]] std::string role_of(const std::string& person) const;

  [[nodiscard]] const std::vector<KeyLine>& key() const { return key_; }  // by reference

 private:
  void draw_lines(const std::vector<ExceptionLife>& lives, const Draw& draw);
  void know_people(const std::vector<ExceptionLife>& lives);

  bool identified_ = false;
  std::map<std::string, std::string> child_;
  std::map<std::int64_t, std::string> line_;
  std::map<std::string, std::string> role_of_;  // by who did something
  std::set<std::string> roles_;                 // in small letters
  std::vector<KeyLine> key_;
};

// reference,child,exception,rule,occasion
[[nodiscard]] std::string key_csv(const std::vector<KeyLine>& key);
[[nodiscard]] std::vector<KeyLine> read_key_csv(const std::string& csv);

}  // namespace tidemark::report
