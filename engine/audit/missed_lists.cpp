#include "audit/missed_lists.hpp"

#include <algorithm>
#include <optional>
#include <set>

#include "snapshot/claimed_file.hpp"
#include "store/purge.hpp"

namespace tidemark {

namespace {

struct OwnList {
  const char* file;   // in which Tidemark's rows stand
  const char* table;  // the council's
};
constexpr OwnList k_exemptions{k_exemption_file, "x_exemption"};
constexpr OwnList k_actions{k_action_file, "x_action"};

// Earlier runs of a store, asked about one list.
class Looking {
 public:
  Looking(const Store& store, const Sources& sources, const OwnList& list)
      : store_(store), sources_(sources), list_(list) {}
  // Nothing where the run does not tell, and the one before it has to be asked.
  Result<std::optional<bool>> sent_by(const RunRecord& run);

 private:
  Result<bool> is_councils(const KeptFile& file);

  const Store& store_;
  const Sources& sources_;
  const OwnList& list_;
  std::set<std::string> seen_;  // digests of files that are another list
};

Result<bool> Looking::is_councils(const KeptFile& file) {
  if (speaks_of_own_lists(file.path) || !seen_.insert(file.digest).second) return false;
  const auto bytes = store_.content(file.digest);
  if (!bytes) return bytes.error();
  HeldFiles held;
  if (const Status added = held.add(file.path, bytes.value()); !added) return added.error();
  const auto lists = look_at(held.found("").files.front(), "", sources_);
  if (!lists) return false;  // it was read by other rules, and is no list for these
  return std::any_of(lists.value().begin(), lists.value().end(), [&](const ClaimedFile& one) {
    return one.claim.table >= 0 &&
           sources_.tables[static_cast<std::size_t>(one.claim.table)].name == list_.table;
  });
}

Result<std::optional<bool>> Looking::sent_by(const RunRecord& run) {
  const auto files = store_.files(run.snapshot);
  if (!files) return files.error();
  bool had_own = false;
  for (const KeptFile& file : files.value()) {
    if (file.path != list_.file) continue;
    const auto text = store_.content(file.digest);
    if (!text) return text.error();
    if (tells_of_some(text.value())) return std::optional(true);
    had_own = true;
  }
  for (const KeptFile& file : files.value()) {
    const auto sent = is_councils(file);
    if (!sent) return sent.error();
    if (sent.value()) return std::optional(true);
  }
  return had_own ? std::optional(false) : std::nullopt;
}

bool has_rows_of(const Snapshot& snapshot, const Sources& sources, const OwnList& list, bool own) {
  return std::any_of(snapshot.files.begin(), snapshot.files.end(), [&](const SourceFile& file) {
    if (own) return file.path == list.file;
    return file.table >= 0 && file.path != list.file &&
           sources.tables[static_cast<std::size_t>(file.table)].name == list.table;
  });
}

Result<bool> is_missed(const Store& store, const Snapshot& now, const Sources& sources,
                       const OwnList& list) {
  if (!has_rows_of(now, sources, list, true) || has_rows_of(now, sources, list, false)) {
    return false;
  }
  const auto runs = store.runs();
  if (!runs) return runs.error();
  const auto purged = purged_runs(store);
  if (!purged) return purged.error();
  Looking looking(store, sources, list);
  for (auto run = runs.value().rbegin(); run != runs.value().rend(); ++run) {
    if (std::binary_search(purged.value().begin(), purged.value().end(), run->number)) continue;
    const auto asked = looking.sent_by(*run);
    if (!asked) return asked.error();
    if (const std::optional<bool>& sent = asked.value()) return *sent;
  }
  return false;
}

}  // namespace

Result<CouncilLists> missed_lists(const Store& store, const Snapshot& now, const Sources& sources) {
  CouncilLists missed;
  const auto exemptions = is_missed(store, now, sources, k_exemptions);
  if (!exemptions) return exemptions.error();
  const auto actions = is_missed(store, now, sources, k_actions);
  if (!actions) return actions.error();
  missed.exemptions = exemptions.value();
  missed.actions = actions.value();
  return missed;
}

}  // namespace tidemark
