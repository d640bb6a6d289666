#include "cli/purging.hpp"

#include <filesystem>

#include "cli/clock.hpp"
#include "cli/pack_key.hpp"
#include "cli/stored.hpp"
#include "store/pack_table.hpp"

namespace tidemark::cli {

namespace {

Error done_but(const std::string& what) {
  return {ErrorKind::store, "the purge is done, but " + what};
}

// They lead from a reference to a child.
Result<std::vector<std::string>> old_keys(const Store& store, const std::string& path,
                                          const AskedPurge& asked) {
  const auto packs = PackTable(store).packs();
  if (!packs) return packs.error();
  std::vector<std::string> keys;
  for (const PackRecord& pack : packs.value()) {
    const auto held_on = parse_iso(pack.held_on);
    if (!held_on || *held_on >= asked.policy.before) continue;
    std::error_code ignored;
    std::string key = key_path(path, pack.number);
    if (std::filesystem::exists(key, ignored)) keys.push_back(std::move(key));
  }
  return keys;
}

Status remove_all(const std::vector<std::string>& keys) {
  for (const std::string& key : keys) {
    std::error_code failed;
    if (std::filesystem::remove(key, failed)) continue;
    return done_but("the key " + key + " cannot be removed: " + failed.message());
  }
  return Done{};
}

}  // namespace

AskedPurge purge_of(const Retention& retention, Day as_on) {
  return {{add_months(as_on, -retention.keep_months), retention.packs_too},
          "keep_months = " + std::to_string(retention.keep_months) +
              (retention.packs_too ? ", packs_too = true" : "") + ", as on " + iso(as_on)};
}

Result<PurgeFound> look_what_would_go(const Store& store, const std::string& path,
                                      const AskedPurge& asked) {
  auto plan = plan_purge(store, asked.policy);
  if (!plan) return plan.error();
  auto keys = old_keys(store, path, asked);
  if (!keys) return keys.error();
  return PurgeFound{std::move(plan).value(), std::move(keys).value()};
}

Result<PurgeFound> take_what_goes(const Store& store, const std::string& path,
                                  const AskedPurge& asked, const std::string& by,
                                  const std::string& why) {
  // Before: what cannot be logged is not done.
  const std::string words = asked.words + "; for " + by + ": " + why;
  if (const Status logged = log_access(path, Access::purged, words, "store"); !logged) {
    return logged.error();
  }
  auto plan = purge(store, asked.policy, {time_of_run(), by, asked.words + "; " + why});
  if (!plan) {
    (void)log_access(path, Access::refused, "the purge failed; nothing was taken", "store");
    return plan.error();
  }
  note_seal(path);
  auto keys = old_keys(store, path, asked);
  if (!keys) return keys.error();
  if (const Status removed = remove_all(keys.value()); !removed) return removed.error();
  if (plan.value().counts != PurgeCounts()) {
    if (const Status shrunk = shrink(store); !shrunk) {
      return done_but("the file could not be made smaller: " + shrunk.error().message);
    }
  }
  return PurgeFound{std::move(plan).value(), std::move(keys).value()};
}

}  // namespace tidemark::cli
