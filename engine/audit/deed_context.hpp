// What the answer to "may this be recorded?" depends on besides the exception: the scheme of
// delegation, the rule's severity and who works with the child, all as the latest run of the store
// had them.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "audit/rerun.hpp"
#include "base/result.hpp"
#include "casework/deed.hpp"
#include "rulebook/delegation_reader.hpp"
#include "store/store.hpp"

namespace tidemark {

struct DeedContext {
  Delegation delegation;
  DeedCircumstances circumstances;
  // To be said aloud when the deed is recorded: that nobody could check that its maker does not
  // work with the child, and why; "" where it was checked, or is not asked.
  std::string unchecked;
};

// Reads the rules of the latest run once, and its snapshot once, when the first exemption asks who
// works with a child. The store must outlive it; one thread.
class DeedContexts {
 public:
  explicit DeedContexts(const Store& store) : store_(store) {}

  [[nodiscard]] Result<DeedContext> of(const ExceptionLife& life, EventKind deed);

 private:
  struct Workers {
    std::vector<std::string> names;
    std::string unchecked;
  };
  [[nodiscard]] Status read_rules();
  [[nodiscard]] Status read_for_exemptions();
  [[nodiscard]] Result<Workers> workers_of(const std::string& child);
  void add_managers(Workers& workers) const;

  const Store& store_;
  std::int64_t run_ = 0;  // 0: nothing is read yet
  Delegation delegation_;
  DelegationRules scheme_;
  std::vector<RuleFile> files_;
  std::unique_ptr<const Rulebook> rulebook_;  // nothing until an exemption asks
  std::optional<StoredInputs> inputs_;        // nothing until then, nor where its rows were purged
};

}  // namespace tidemark
