#include "audit/verification.hpp"

#include <algorithm>

#include "audit/log_check.hpp"
#include "audit/run_check.hpp"
#include "audit/seal_chain.hpp"
#include "store/exception_table.hpp"
#include "store/run_facts.hpp"
#include "store/seal_check.hpp"
#include "store/store_contents.hpp"

namespace tidemark {

namespace {

class Verifying {
 public:
  Verifying(const Store& store, const VerifyRequest& request) : store_(store), request_(request) {}

  [[nodiscard]] Status check_seals();
  [[nodiscard]] Status check_chain();
  [[nodiscard]] Status check_files();
  [[nodiscard]] Status check_sets();
  [[nodiscard]] Status check_packs();
  [[nodiscard]] Status check_events();
  [[nodiscard]] Status check_runs();
  Verification take() { return std::move(result_); }

 private:
  void say(std::string_view stage, std::uint64_t done = 0, std::uint64_t all = 0) const {
    if (request_.progress) request_.progress(stage, done, all);
  }

  void note_unsealed(const std::vector<UnsealedRows>& rows);

  const Store& store_;
  const VerifyRequest& request_;
  std::vector<StoreSeal> seals_;
  std::vector<RunRecord> records_;
  Verification result_;
};

std::string joined(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : ", ") + part;
  return text;
}

void Verifying::note_unsealed(const std::vector<UnsealedRows>& rows) {
  std::string list;
  for (const UnsealedRows& each : rows) {
    if (each.what == "event") continue;  // they have had a chain of their own from the first
    list += (list.empty() ? "" : ", ") + each.what +
            (each.last == 1 ? " 1" : "s 1 to " + std::to_string(each.last));
  }
  if (list.empty()) return;
  result_.notes.push_back("not sealed (written before the store had seals over them): " + list +
                          "; of such a run the record is in the chain of runs, its label is not");
}

Status Verifying::check_seals() {
  auto schema = faults_of_schema(store_);
  if (!schema) return schema.error();
  for (std::string& says : schema.value()) {
    result_.flaws.push_back(flaw_of(Check::schema, 0, std::move(says)));
  }
  auto checked = tidemark::check_seals(store_);
  if (!checked) return checked.error();
  for (std::string& says : checked.value().faults) {
    result_.flaws.push_back(flaw_of(Check::store, 0, std::move(says)));
  }
  note_unsealed(checked.value().unsealed);
  seals_ = std::move(checked.value().seals);
  LogCheck log = check_log(request_.log, request_.why_no_log, seals_);
  for (std::string& says : log.faults) {
    result_.flaws.push_back(flaw_of(Check::log, 0, std::move(says)));
  }
  for (std::string& note : log.notes) result_.notes.push_back(std::move(note));
  return Done{};
}

Status Verifying::check_chain() {
  auto runs = store_.runs();
  if (!runs) return runs.error();
  records_ = std::move(runs).value();
  const auto missing = runs_named_and_missing(store_);
  if (!missing) return missing.error();
  const bool known = std::any_of(seals_.begin(), seals_.end(), [&](const StoreSeal& seal) {
    return seal.seal == request_.known_seal;
  });
  for (Flaw& flaw : flaws_of_chain(records_, missing.value(), known ? "" : request_.known_seal)) {
    result_.flaws.push_back(std::move(flaw));
  }
  if (!records_.empty()) result_.last_seal = records_.back().seal;
  if (!seals_.empty()) result_.last_seal = seals_.back().seal;
  return Done{};
}

Status Verifying::check_files() {
  const auto digests = content_digests(store_);
  if (!digests) return digests.error();
  result_.contents = digests.value().size();
  for (const std::string& digest : digests.value()) {
    say("checking the kept files", static_cast<std::uint64_t>(&digest - digests.value().data()),
        result_.contents);
    const auto bytes = store_.content(digest);
    if (bytes) continue;
    const auto uses = uses_of_content(store_, digest);
    if (!uses) return uses.error();
    const std::string whose = uses.value().empty() ? "" : joined(uses.value()) + ": ";
    result_.flaws.push_back(flaw_of(Check::files, 0, whose + bytes.error().message));
  }
  return Done{};
}

Status Verifying::check_sets() {
  const auto sets = set_listings(store_);
  if (!sets) return sets.error();
  for (const SetListing& set : sets.value()) {
    if (set.digest == set.listed) continue;
    Flaw flaw = flaw_of(Check::files, 0,
                        std::string("the list of the files of the ") +
                            (set.is_rule_set ? "rules" : "snapshot") + " of run " +
                            std::to_string(set.run) + " does not give its digest");
    flaw.stored = set.digest;
    flaw.computed = set.listed;
    result_.flaws.push_back(std::move(flaw));
  }
  return Done{};
}

Status Verifying::check_packs() {
  const auto packs = pack_listings(store_);
  if (!packs) return packs.error();
  result_.packs = packs.value().size();
  for (const PackListing& pack : packs.value()) {
    if (!pack.purged_at.empty() && pack.files == 0) {
      result_.purged_packs.push_back({pack.number, pack.purged_at});
      continue;
    }
    if (!pack.purged_at.empty()) {
      result_.flaws.push_back(flaw_of(
          Check::packs, 0,
          "pack " + std::to_string(pack.number) + " is marked as purged and still has files"));
      continue;
    }
    if (pack.digest == pack.listed) continue;
    Flaw flaw = flaw_of(Check::packs, 0,
                        "pack " + std::to_string(pack.number) +
                            " has been altered: the list of its files does not give its digest");
    flaw.stored = pack.digest;
    flaw.computed = pack.listed;
    result_.flaws.push_back(std::move(flaw));
  }
  return Done{};
}

Status Verifying::check_events() {
  const auto broken = ExceptionTable(store_).first_broken_seal();
  if (!broken) return broken.error();
  if (broken.value() == 0) return Done{};
  result_.flaws.push_back(flaw_of(
      Check::events, 0,
      "the history of the exceptions has been altered: the seal of event " +
          std::to_string(broken.value()) + " does not follow from it and the event before it"));
  return Done{};
}

Status Verifying::check_runs() {
  if (request_.run) {
    const auto asked = run_numbered(store_, *request_.run);
    if (!asked) return asked.error();
  }
  for (const RunRecord& record : records_) {
    if (request_.run && record.number != *request_.run) continue;
    VerifiedRun run;
    run.record = record;
    if (record.engine != request_.engine_version) run.other_engine = record.engine;
    say("making run " + std::to_string(record.number) + " again");
    if (const Status checked = check_run(store_, request_.threads, run); !checked) {
      run.flaws.push_back(
          flaw_of(Check::again, record.number, "it cannot be read: " + checked.error().message));
    }
    result_.runs.push_back(std::move(run));
  }
  return Done{};
}

}  // namespace

Flaw flaw_of(Check check, std::int64_t run, std::string says) {
  Flaw flaw;
  flaw.check = check;
  flaw.run = run;
  flaw.says = std::move(says);
  return flaw;
}

const char* name_of(Check check) {
  constexpr const char* k_names[] = {"chain",  "files", "events", "packs",  "findings",
                                     "totals", "again", "store",  "schema", "log"};
  return k_names[static_cast<std::size_t>(check)];
}

bool Verification::is_right() const {
  return flaws.empty() && std::all_of(runs.begin(), runs.end(),
                                      [](const VerifiedRun& run) { return run.flaws.empty(); });
}

Result<Verification> verify(const Store& store, const VerifyRequest& request) {
  Verifying verifying(store, request);
  for (const auto check : {&Verifying::check_seals, &Verifying::check_chain,
                           &Verifying::check_files, &Verifying::check_sets, &Verifying::check_packs,
                           &Verifying::check_events, &Verifying::check_runs}) {
    if (const Status checked = (verifying.*check)(); !checked) return checked.error();
  }
  return verifying.take();
}

}  // namespace tidemark
