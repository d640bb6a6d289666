#include "audit/run.hpp"

#include <algorithm>
#include <future>
#include <tuple>

#include "audit/findings_csv.hpp"
#include "audit/inputs.hpp"
#include "audit/since_last.hpp"
#include "snapshot/load.hpp"
#include "store/store.hpp"

namespace tidemark {

namespace {

using Findings = std::vector<Finding>;

auto key_of(const Finding& f) {
  return std::tie(f.rule, f.child, f.occasion);
}

void sort_by_key(Findings& findings) {
  const auto less = [](const Finding& a, const Finding& b) { return key_of(a) < key_of(b); };
  // Judged in nearly this order already; only rules with several occasions differ.
  if (!std::is_sorted(findings.begin(), findings.end(), less)) {
    std::stable_sort(findings.begin(), findings.end(), less);
  }
}

// One audit under way: each step fills in more of the run.
class Audit {
 public:
  Audit(const AuditRequest& request, Store store) : request_(request), store_(std::move(store)) {
    run_.as_at = request.as_at;
    run_.panel_date = request.panel_date;
  }

  Status read_rules();
  Status read_snapshot();
  void judge_all();
  Status keep_snapshot();
  Status compare();
  Status record();
  AuditRun take() { return std::move(run_); }

 private:
  void say(std::string_view stage, std::uint64_t done = 0, std::uint64_t total = 0) const {
    if (request_.progress) request_.progress(stage, done, total);
  }
  [[nodiscard]] Findings coming() const;

  const AuditRequest& request_;
  Store store_;
  AuditRun run_;
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

Status Audit::read_snapshot() {
  const FileStamps before = FileStamps::of(request_.snapshot_path);
  LoadOptions options;
  options.threads = request_.threads;
  options.progress = [this](std::uint64_t done, std::uint64_t total) {
    say("reading the files", done, total);
  };
  auto snapshot = load_snapshot(request_.snapshot_path, run_.rulebook->sources, options);
  if (!snapshot) return snapshot.error();
  run_.snapshot = std::make_unique<const Snapshot>(std::move(snapshot).value());
  run_.coverage = coverage_of(*run_.snapshot, run_.as_at);
  // Packing the files takes longer than reading them did, so it goes on while the rules are judged;
  // nothing else touches the store until keep_snapshot() has taken the answer.
  keeping_ =
      std::async(request_.threads > 1 ? std::launch::async : std::launch::deferred, [this, before] {
        return kept_snapshot(*run_.snapshot, request_.snapshot_path, before, store_);
      });
  return Done{};
}

void Audit::judge_all() {
  say("judging");
  JudgeOptions options;
  options.threads = request_.threads;
  options.list_due_by = run_.panel_date.value_or(k_earliest);
  run_.judgements = judge(*run_.rulebook, *run_.snapshot, run_.as_at, options);
  say("writing the findings");
  run_.findings =
      narrate(*run_.rulebook, *run_.snapshot, run_.as_at, run_.judgements.listed, request_.threads);
  sort_by_key(run_.findings);
  run_.coming = coming();
}

Findings Audit::coming() const {
  Findings coming =
      narrate(*run_.rulebook, *run_.snapshot, run_.as_at, run_.judgements.coming, request_.threads);
  for (const Finding& finding : run_.findings) {
    if (finding.judgement.verdict == Verdict::due_soon) coming.push_back(finding);
  }
  std::stable_sort(coming.begin(), coming.end(), [](const Finding& a, const Finding& b) {
    const Date &due_a = a.judgement.due, &due_b = b.judgement.due;
    return std::tuple(due_a.lo, due_a.hi, key_of(a)) < std::tuple(due_b.lo, due_b.hi, key_of(b));
  });
  return coming;
}

Status Audit::keep_snapshot() {
  say("keeping the files");
  auto kept = keeping_.get();
  if (!kept) return kept.error();
  snapshot_files_ = std::move(kept).value();
  run_.record.snapshot = digest_of(snapshot_files_);
  return Done{};
}

Status Audit::compare() {
  say("comparing with the last run");
  const auto runs = store_.runs();
  if (!runs) return runs.error();
  run_.record.as_at = iso(run_.as_at);
  run_.record.engine = request_.engine_version;
  run_.compared_with = run_before(runs.value(), run_.record);
  auto comparison =
      compare_with(store_, run_.compared_with, *run_.rulebook, *run_.snapshot, run_.findings);
  if (!comparison) return comparison.error();
  run_.since_last = std::move(comparison).value();
  return Done{};
}

Status Audit::record() {
  say("recording the run");
  NewRun made;
  made.made_at = request_.made_at;
  made.as_at = run_.record.as_at;
  made.calendar = run_.record.calendar;
  made.engine = run_.record.engine;
  made.snapshot = std::move(snapshot_files_);
  made.rule_set = std::move(rule_files_);
  made.findings = digest_of(run_.findings);
  made.finding_count = run_.findings.size();
  made.next_finding = [this, at = std::size_t{0}](FindingRow& row) mutable {
    if (at == run_.findings.size()) return false;
    fill_row(run_.findings[at], row);
    fill_evidence(run_.findings[at++], row);
    return true;
  };
  auto record = store_.record(std::move(made));
  if (!record) return record.error();
  run_.record = std::move(record).value();
  return Done{};
}

}  // namespace

Result<AuditRun> run_audit(const AuditRequest& request) {
  // The store first: a run that cannot be kept is better refused before the work than after it.
  auto store = Store::open(request.store_path);
  if (!store) return store.error();
  Audit audit(request, std::move(store).value());
  if (const Status read = audit.read_rules(); !read) return read.error();
  if (const Status read = audit.read_snapshot(); !read) return read.error();
  audit.judge_all();
  if (const Status kept = audit.keep_snapshot(); !kept) return kept.error();
  if (const Status compared = audit.compare(); !compared) return compared.error();
  if (const Status recorded = audit.record(); !recorded) return recorded.error();
  return audit.take();
}

}  // namespace tidemark
