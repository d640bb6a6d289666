#include "audit/stored_rules.hpp"

#include "rulebook/delegation_reader.hpp"

namespace tidemark {

Status each_stored_file(
    const Store& store, const std::string& set_digest, const std::string& whose,
    const std::function<Status(const std::string& path, std::string bytes)>& take) {
  auto files = store.files(set_digest);
  if (!files) return files.error();
  if (files.value().empty() || digest_of(files.value()) != set_digest) {
    return Error{ErrorKind::store, "the list of the files of " + whose +
                                       " in the store has been altered: it does not give its "
                                       "digest"};
  }
  for (const KeptFile& file : files.value()) {
    auto bytes = store.content(file.digest);
    if (!bytes) {
      return Error{ErrorKind::store, file.path + " of " + whose + ": " + bytes.error().message};
    }
    if (Status taken = take(file.path, std::move(bytes).value()); !taken) return taken;
  }
  return Done{};
}

Result<std::vector<RuleFile>> stored_rule_files(const Store& store, const std::string& set_digest,
                                                const std::string& whose) {
  std::vector<RuleFile> files;
  const Status read = each_stored_file(store, set_digest, whose,
                                       [&](const std::string& path, std::string text) -> Status {
                                         files.push_back({path, std::move(text)});
                                         return Done{};
                                       });
  if (!read) return read.error();
  return files;
}

Result<Rulebook> stored_rulebook(const Store& store, const std::string& set_digest,
                                 const std::string& whose) {
  auto files = stored_rule_files(store, set_digest, whose);
  if (!files) return files.error();
  auto rulebook = load_rulebook(std::move(files).value(), whose);
  if (!rulebook) return rulebook;
  mark_wanted(rulebook.value().sources, rulebook.value().model, wanted_fields(rulebook.value()));
  return rulebook;
}

Result<Delegation> delegation_of(const std::vector<RuleFile>& files) {
  const auto read = read_delegation(files);
  if (!read) return read.error();
  const DelegationRules& rules = read.value();
  Delegation delegation;
  if (!rules.may_exempt.empty()) delegation.may_exempt = rules.may_exempt;
  if (rules.longest_months) delegation.longest_months = *rules.longest_months;
  if (rules.renewals_to_escalate) delegation.renewals_to_escalate = *rules.renewals_to_escalate;
  if (!rules.escalates_to.empty()) delegation.escalates_to = rules.escalates_to;
  delegation.escalate_days_over = rules.escalate_days_over;
  if (!rules.never_grounds.empty()) delegation.never_grounds = rules.never_grounds;
  return delegation;
}

}  // namespace tidemark
