// KnownIds: what a pseudonymised paper may not print: every id of a child or worker that the
// snapshot or the lives of exceptions know, and the names under which people did something. Made
// once for a paper; holds copies, any thread may ask.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "audit/run.hpp"
#include "casework/life.hpp"

namespace tidemark::report {

class KnownIds {
 public:
  KnownIds(const AuditRun& run, const std::vector<ExceptionLife>& lives);

  // Of words as plain_text.hpp has them: is it one, whatever its case was? A rule's id and a role
  // in words ("social worker") are none, also where a column of workers holds them.
  [[nodiscard]] bool holds(std::string_view plain) const;
  [[nodiscard]] std::size_t longest() const { return longest_; }  // bytes

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>{}(text);
    }
  };
  using Words = std::unordered_set<std::string, Hash, std::equal_to<>>;

  void add(Words& words, std::string plain);
  void know_record(const AuditRun& run);
  void know_people(const std::vector<ExceptionLife>& lives);

  Words children_, others_, no_ids_;
  std::size_t longest_ = 0;
};

}  // namespace tidemark::report
