#include "audit/run.hpp"

#include <algorithm>
#include <future>

#include "audit/finding_pass.hpp"
#include "audit/inputs.hpp"
#include "audit/missed_lists.hpp"
#include "audit/own_lists.hpp"
#include "audit/recording.hpp"
#include "snapshot/load.hpp"
#include "store/exception_table.hpp"
#include "store/store.hpp"

namespace tidemark {

namespace {

// One audit under way: each step fills in more of the run.
class Audit {
 public:
  Audit(const AuditRequest& request, Store store) : request_(request), store_(std::move(store)) {
    run_.as_at = request.as_at;
    run_.panel_date = request.panel_date;
  }

  Status read_rules();
  Status find_snapshot();
  Status read_snapshot();
  void judge_all();
  Status keep_snapshot();
  Status record();
  AuditRun take() { return std::move(run_); }

 private:
  Status add_own_lists(const CouncilLists& missed);
  Status load();
  void say(std::string_view stage, std::uint64_t done = 0, std::uint64_t total = 0) const {
    if (request_.progress) request_.progress(stage, done, total);
  }

  const AuditRequest& request_;
  Store store_;
  AuditRun run_;
  std::vector<ExceptionLife> lives_;
  HeldFiles own_lists_;
  FoundFiles found_;
  std::vector<KeptFile> snapshot_files_, rule_files_;
  std::future<Result<std::vector<KeptFile>>> keeping_;  // last: ends before what it looks at
};

Status Audit::read_rules() {
  say("reading the rules");
  auto files = read_rule_files(request_.rules_folder);
  if (!files) return files.error();
  auto rulebook = load_rulebook(std::move(files).value(), request_.rules_folder);
  if (!rulebook) return rulebook.error();
  auto held = std::make_unique<Rulebook>(std::move(rulebook).value());
  mark_wanted(held->sources, held->model, wanted_fields(*held));
  rule_files_ = kept_rules(*held);
  run_.record.rule_set = digest_of(rule_files_);
  run_.record.calendar = digest_of(held->calendar);
  run_.rulebook = std::move(held);
  return Done{};
}

// The files that were named, and beside them what the store itself knows of exemptions and actions.
Status Audit::find_snapshot() {
  auto found = find_files(request_.snapshot_path);
  if (!found) return found.error();
  found_ = std::move(found).value();
  auto lives = ExceptionTable(store_).lives();
  if (!lives) return lives.error();
  lives_ = std::move(lives).value();
  return add_own_lists({});
}

Status Audit::add_own_lists(const CouncilLists& missed) {
  own_lists_ = HeldFiles();
  if (Status held = hold_own_lists(lives_, missed, own_lists_); !held) return held;
  std::erase_if(found_.files,
                [](const FoundFile& file) { return speaks_of_own_lists(file.shown); });
  for (FoundFile& own : own_lists_.found("").files) found_.files.push_back(std::move(own));
  std::sort(found_.files.begin(), found_.files.end(),
            [](const FoundFile& a, const FoundFile& b) { return a.shown < b.shown; });
  return Done{};
}

// Where the council's list of actions did not come and did before, Tidemark's own is not all that
// there is; what it is read as is known only after a look at all files.
Status Audit::load() {
  LoadOptions options;
  options.threads = request_.threads;
  options.progress = [this](std::uint64_t done, std::uint64_t total) {
    say("reading the files", done, total);
  };
  auto snapshot = load_snapshot(found_, run_.rulebook->sources, options);
  if (!snapshot) return snapshot.error();
  const auto missed = missed_lists(store_, snapshot.value(), run_.rulebook->sources);
  if (!missed) return missed.error();
  if (missed.value().exemptions || missed.value().actions) {
    if (Status added = add_own_lists(missed.value()); !added) return added;
    snapshot = load_snapshot(found_, run_.rulebook->sources, options);
    if (!snapshot) return snapshot.error();
  }
  run_.snapshot = std::make_unique<const Snapshot>(std::move(snapshot).value());
  return Done{};
}

Status Audit::read_snapshot() {
  FileStamps before = FileStamps::of(found_);
  if (const Status loaded = load(); !loaded) return loaded.error();
  before.add(own_lists_.found(""));
  run_.coverage = coverage_of(*run_.snapshot, run_.as_at);
  // Packing the files takes longer than reading them did, so it goes on while the rules are judged;
  // nothing else touches the store until keep_snapshot() has taken the answer.
  keeping_ =
      std::async(request_.threads > 1 ? std::launch::async : std::launch::deferred,
                 [this, before] { return kept_snapshot(*run_.snapshot, found_, before, store_); });
  return Done{};
}

void Audit::judge_all() {
  say("judging");
  JudgeOptions options;
  options.threads = request_.threads;
  options.list_due_by = run_.panel_date.value_or(k_earliest);
  run_.judgements = judge(*run_.rulebook, *run_.snapshot, run_.as_at, options);
}

Status Audit::keep_snapshot() {
  say("keeping the files");
  auto kept = keeping_.get();
  if (!kept) return kept.error();
  snapshot_files_ = std::move(kept).value();
  run_.record.snapshot = digest_of(snapshot_files_);
  return Done{};
}

Status Audit::record() {
  say("recording the run");
  auto recording = Recording::begin(request_, store_, run_);
  if (!recording) return recording.error();
  if (Status written = recording.value()->write_findings(); !written) return written;
  return recording.value()->finish(std::move(snapshot_files_), std::move(rule_files_), found_);
}

}  // namespace

Result<AuditRun> run_audit(const AuditRequest& request) {
  // The store first: a run that cannot be kept is better refused before the work than after it.
  auto store = Store::open(request.store_path);
  if (!store) return store.error();
  Audit audit(request, std::move(store).value());
  for (const auto step : {&Audit::read_rules, &Audit::find_snapshot, &Audit::read_snapshot}) {
    if (const Status done = (audit.*step)(); !done) return done.error();
  }
  audit.judge_all();
  if (const Status kept = audit.keep_snapshot(); !kept) return kept.error();
  if (const Status recorded = audit.record(); !recorded) return recorded.error();
  return audit.take();
}

}  // namespace tidemark
