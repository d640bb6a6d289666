#include "cli/automatic_purge.hpp"

#include <algorithm>

#include "base/log.hpp"
#include "cli/outcome.hpp"
#include "cli/purging.hpp"
#include "cli/who.hpp"
#include "store/store.hpp"

namespace tidemark::cli {

namespace {

constexpr Day k_longest_without_run = 100;
constexpr const char* k_said_in_the_log = " The log of the server says why.";

std::string words_of(const PurgeFound& found) {
  const PurgeCounts& n = found.plan.counts;
  if (n == PurgeCounts() && found.keys.empty()) return "nothing, as nothing is old enough";
  const auto words = [](auto count) { return std::to_string(count); };
  return "the rows of " + words(n.runs) + " runs, findings " + words(n.findings) +
         ", files of snapshots and packs " + words(n.contents) + ", exceptions " +
         words(n.exceptions) + " with the words of " + words(n.events) +
         " events, the files of identified packs " + words(n.packs) + ", keys of packs " +
         words(found.keys.size());
}

RunEnd failed(const Error& error) {
  log_error("the automatic purge: " + error.message);
  return {exit_code_of(error.kind), std::nullopt,
          std::string("The purge by the policy did not end well.") + k_said_in_the_log};
}

// The latest day that any run looked at, or the day before the first.
Result<Day> last_run_day(const Store& store) {
  const auto runs = store.runs();
  if (!runs) return runs.error();
  Day last = k_earliest;
  for (const RunRecord& run : runs.value()) {
    last = std::max(last, parse_iso(run.as_at).value_or(k_earliest));
  }
  return last;
}

}  // namespace

std::string name_of_policy(const Retention& retention) {
  return "keep_months = " + std::to_string(retention.keep_months) +
         (retention.packs_too ? ", packs_too" : "");
}

RunEnd announce_purge(const ServedConfig& config, const Retention& retention, Day today,
                      const std::string& first) {
  const Result<Store> store = Store::open(config.store);
  if (!store) return failed(store.error());
  const AskedPurge asked = purge_of(retention, today);
  const auto found = look_what_would_go(store.value(), config.store, asked);
  if (!found) return failed(found.error());
  return {k_done, std::nullopt,
          "Nothing was taken yet. The policy (" + asked.words + ") would take " +
              words_of(found.value()) + ". It is followed from " + first + " on."};
}

RunEnd automatic_purge(const ServedConfig& config, const Retention& retention, Day today) {
  const Result<Store> store = Store::open(config.store);
  if (!store) return failed(store.error());
  const Result<Day> last = last_run_day(store.value());
  if (!last) return failed(last.error());
  if (last.value() < today - k_longest_without_run) {
    return {k_bad_input, std::nullopt,
            "Nothing was taken: no run looked at any of the last 100 days, so the clock may be "
            "wrong. `tidemark purge` does it by hand."};
  }
  const AskedPurge asked = purge_of(retention, today);
  const auto planned = look_what_would_go(store.value(), config.store, asked);
  if (!planned) return failed(planned.error());
  log_info("the policy (" + asked.words + ") takes " + words_of(planned.value()));
  const bool nothing = planned.value().plan.counts == PurgeCounts() && planned.value().keys.empty();
  if (nothing) {
    return {k_done, std::nullopt,
            "The policy (" + asked.words + ") took nothing, as nothing is old enough."};
  }
  const auto taken = take_what_goes(store.value(), config.store, asked, login_name(),
                                    "automatic, by [retention] of " + config.file);
  if (!taken) return failed(taken.error());
  return {k_done, std::nullopt,
          "The policy (" + asked.words + ") took " + words_of(taken.value()) + "."};
}

}  // namespace tidemark::cli
