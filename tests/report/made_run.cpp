#include "made_run.hpp"

#include <memory>

namespace tidemark::made {

namespace {

constexpr std::uint16_t k_order = 0, k_review = 1, k_trial = 2, k_visit = 3;

Day on(const char* day) {
  return parse_iso(day).value();
}

Model model() {
  Model made;
  made.tables.resize(2);
  made.tables[0].name = made.tables[0].label = "child";
  made.tables[0].shape = Shape::facts;
  CaseTable& status = made.tables[1];
  status.name = "legal_status";
  status.label = "legal status";
  status.owner = "business support";
  status.shape = Shape::periods;
  status.fields.resize(3);
  status.fields[0].name = "from";
  status.fields[0].kind = FieldKind::date;
  status.fields[0].label = "from";
  status.fields[0].owner = "legal team";
  status.fields[1].name = status.fields[1].label = "to";
  status.fields[1].kind = FieldKind::milestone;
  status.fields[2].name = status.fields[2].label = "status";
  status.fields[2].kind = FieldKind::code;
  return made;
}

Rule rule(const char* id, const char* title, ExprId everyone) {
  Rule made;
  made.id = id;
  made.title = title;
  made.why = "Children should not wait longer than they must.";
  made.source = "A report, section 2";
  made.owner = "team manager";
  made.applies = everyone;
  made.clock = k_no_expr;
  Limit limit;
  limit.span = {9, Unit::months, false};
  limit.reaches = true;
  made.limits = {{k_no_expr, limit}};
  made.at = {0, 1};
  return made;
}

std::unique_ptr<Rulebook> rulebook() {
  auto made = std::make_unique<Rulebook>();
  made->folder = "rules";
  made->files = {{"adoption/ORDER.lua", "return rule {}"}};
  made->model = model();
  Expr yes;
  yes.codes = {1};
  const ExprId everyone = made->exprs.add(yes);
  made->rules = {rule("ORDER", "Placement order for nine months or longer", everyone),
                 rule("REVIEW", "Review within six months", everyone),
                 rule("TRIAL", "A rule being tried out", everyone),
                 rule("VISIT", "Visits on time", everyone)};
  made->rules[k_order].severity = Severity::high;
  made->rules[k_review].standing = Standing::statutory;
  made->rules[k_review].severity = Severity::critical;
  made->rules[k_review].to_be_confirmed = true;
  made->rules[k_trial].maturity = Maturity::trial;
  Setting months;
  months.rule = "ORDER";
  months.label = "Months after the order";
  months.span = {9, Unit::months, false};
  months.span_from = {3, Unit::months, false};
  months.span_to = {24, Unit::months, false};
  made->settings = {months};
  made->problems = {
      {"adoption/BAD.lua", 12,
       "adoption/BAD.lua:12: placement has no field `knd`; "
       "did you mean `kind`?",
       "BAD", true},
      {"adoption/ORDER.lua", 3, "adoption/ORDER.lua:3: this name is never used", "", false}};
  return made;
}

std::unique_ptr<Snapshot> snapshot(Rulebook& rules) {
  SourceTable episodes;
  episodes.dataset = "SSDA903 return";
  episodes.name = "episodes";
  SourceTable court;
  court.dataset = "the council's own lists";
  court.name = "x_court";
  rules.sources.tables = {episodes, court};
  auto made = std::make_unique<Snapshot>();
  made->files = {{"episodes.csv", 1234, 0, 2018, 4, {"HOME_POST", "URN"}},
                 {"holiday.csv", 12, -1, 0, 2, {}}};
  made->tables.resize(2);
  made->tables[0].supplied = true;
  made->tables[0].covers_from = on("2017-04-01");
  made->tables[0].covers_to = on("2018-03-31");
  made->tables[0].line = {2, 3, 4, 5};
  for (const char* id : {"1001", "1002", "1003", "1004"}) (void)made->children.add(id);
  for (int i = 0; i < 12; ++i) {
    made->notes.push_back({"episodes.csv", static_cast<std::uint64_t>(i + 2), "DEC", "31/02/2020",
                           "not a date", "the row is kept with its end unknown"});
  }
  made->notes.push_back({"holiday.csv", 0, "", "", "unknown file", "not read"});
  return made;
}

Finding finding(std::uint16_t rule_index, const char* rule_id, Verdict verdict, const char* child) {
  Finding made;
  made.judgement.rule = rule_index;
  made.judgement.verdict = verdict;
  made.rule = rule_id;
  made.child = child;
  return made;
}

Finding late(Finding made, const char* clock, const char* due, int days) {
  made.judgement.clock = Date::known(on(clock));
  made.judgement.due = Date::known(on(due));
  made.judgement.has_days_over = true;
  made.judgement.days_over = days;
  made.occasion = clock;
  return made;
}

Finding order_breach() {
  Finding made =
      late(finding(k_order, "ORDER", Verdict::breach, "1001"), "2017-04-04", "2018-01-04", 86);
  made.says = "Placement order made 4 Apr 2017. 86 days past 9 months.";
  made.facts = {{"plan", "adoption"}};
  made.evidence = {
      {"legal_status", "status", "E1", "episodes.csv", 2, "LS", ""},
      {"legal_status", "from", "2017-04-04", "episodes.csv", 2, "DECOM", ""},
      {"legal_status", "to", "", "episodes.csv", 2, "DEC", "blank"},
  };
  return made;
}

Finding order_explained() {
  Finding made =
      late(finding(k_order, "ORDER", Verdict::explained, "1002"), "2017-03-04", "2017-12-04", 117);
  made.reason = "adoption hearing listed for 2 May 2018";
  made.says = "Placement order made on or before 4 Mar 2017.";
  made.judgement.at_least = true;
  made.judgement.clock = Date::between(k_earliest, on("2017-03-04"));
  made.evidence = {{"legal_status", "from", "..2017-03-04", "episodes.csv", 3, "DECOM", ""}};
  return made;
}

std::vector<Finding> review_findings() {
  Finding unsure =
      late(finding(k_review, "REVIEW", Verdict::breach, "1003"), "2017-06-30", "2017-12-30", 91);
  unsure.judgement.reason_not_evidenced = true;
  unsure.reason = "the plan date is blank";
  Finding waiting = finding(k_review, "REVIEW", Verdict::cannot_decide, "1002");
  waiting.reason = "no court list was supplied";
  waiting.evidence = {{"court", "", "", "", 0, "", "no court list was supplied"}};
  Finding blank = finding(k_review, "REVIEW", Verdict::cannot_decide, "1004");
  blank.reason = "legal status: from is blank";
  blank.judgement.population_undecided = true;
  blank.evidence = {{"legal_status", "from", "", "episodes.csv", 5, "DECOM", "blank"}};
  return {waiting, unsure, blank};
}

void add_counts(AuditRun& made) {
  made.judgements.counts.assign(made.rulebook->rules.size(), {});
  for (const Finding& f : made.findings) {
    if (f.judgement.verdict == Verdict::cannot_decide) {
      static_cast<void>(made.undecided.take(f));
    }
    Counts& c = made.judgements.counts[f.judgement.rule];
    if (f.judgement.population_undecided) {
      ++c.population_undecided;
      continue;
    }
    ++c.population;
    switch (f.judgement.verdict) {
      case Verdict::due_soon:
        ++c.due_soon;
        break;
      case Verdict::breach:
        ++c.breach;
        break;
      case Verdict::explained:
        ++c.explained;
        break;
      case Verdict::met_late:
        ++c.met_late;
        break;
      case Verdict::cannot_decide:
        ++c.cannot_decide;
        break;
      case Verdict::error:
        ++c.error;
        break;
      default:
        break;
    }
  }
}

AuditRun empty_run() {
  AuditRun made;
  auto rules = rulebook();
  made.snapshot = snapshot(*rules);
  made.rulebook = std::move(rules);
  made.as_at = on("2018-03-31");
  made.record.number = 2;
  made.record.made_at = "2018-04-03T09:30:00Z";
  made.record.engine = "0.1.0";
  made.record.snapshot = std::string(64, 'a');
  made.record.rule_set = std::string(64, 'b');
  made.record.findings = std::string(64, 'c');
  made.record.seal = std::string(64, 'd');
  made.coverage.from = on("2017-04-01");
  made.coverage.to = on("2018-03-31");
  return made;
}

void compare_with_run_1(AuditRun& made) {
  made.compared_with = RunRecord{};
  made.compared_with->number = 1;
  made.compared_with->as_at = "2018-02-28";
  for (const Finding& f : made.findings) {
    const bool stands =
        f.judgement.verdict == Verdict::breach || f.judgement.verdict == Verdict::explained;
    const Change change = f.child == "1001" ? Change::raised : Change::continuing;
    made.since_last.changes.push_back(stands ? change : Change::none);
    (stands && change == Change::raised ? made.since_last.raised : made.since_last.continuing) +=
        stands ? 1 : 0;
  }
  made.since_last.departures = {{"ORDER", "1004", "2017-01-01", Ending::met_late, ""},
                                {"BAD", "1003", "2017-01-01", Ending::rule_failed, "line 12"}};
  made.since_last.resolved = made.since_last.parked = 1;
}

}  // namespace

AuditRun run() {
  AuditRun made = empty_run();
  made.panel_date = on("2018-04-26");
  Finding soon = finding(k_order, "ORDER", Verdict::due_soon, "1003");
  soon.judgement.clock = Date::known(on("2017-07-20"));
  soon.judgement.due = Date::known(on("2018-04-20"));
  soon.says = "Placement order made 20 Jul 2017.";
  Finding later = soon;
  later.child = "1004";
  later.judgement.due = Date::known(on("2018-05-20"));
  made.findings = {order_breach(), order_explained(), soon, later};
  for (Finding& f : review_findings()) made.findings.push_back(std::move(f));
  made.findings.push_back(
      late(finding(k_trial, "TRIAL", Verdict::breach, "1002"), "2017-01-01", "2018-03-30", 1));
  made.findings.push_back(
      late(finding(k_visit, "VISIT", Verdict::met_late, "1001"), "2017-05-01", "2017-06-12", 3));
  Finding failed = finding(k_visit, "VISIT", Verdict::error, "1002");
  failed.reason = "theme/VISIT.lua:20: the instruction budget is used up";
  made.findings.push_back(failed);
  made.coming = {soon, later};
  add_counts(made);
  compare_with_run_1(made);
  return made;
}

AuditRun hostile_run() {
  const std::string bad = "<script>alert(1)</script>&\"'\x01\xff\xed\xa0\x80]]>";
  AuditRun made = run();
  auto rules = std::make_unique<Rulebook>(*made.rulebook);
  for (Rule& r : rules->rules) r.title = r.why = r.source = r.owner = bad;
  for (RuleProblem& p : rules->problems) p.message = p.file = p.rule = bad;
  for (SourceTable& t : rules->sources.tables) t.name = t.dataset = bad;
  rules->folder = bad;
  made.rulebook = std::move(rules);
  auto files = std::make_unique<Snapshot>(*made.snapshot);
  for (LoadNote& n : files->notes) n.file = n.column = n.text = n.kind = n.what_was_done = bad;
  for (SourceFile& f : files->files) f.path = bad;
  made.snapshot = std::move(files);
  for (auto* findings : {&made.findings, &made.coming}) {
    for (Finding& f : *findings) {
      f.child = f.occasion = f.says = f.reason = bad;
      f.facts = {{bad, bad}};
      for (Evidence& e : f.evidence) e.value = e.file = e.source_column = e.note = bad;
    }
  }
  made.record.made_at = made.record.engine = made.coverage.warning = bad;
  return made;
}

AuditRun long_run(std::size_t breaches) {
  AuditRun made = empty_run();
  for (std::size_t i = 0; i < breaches; ++i) {
    Finding f = order_breach();
    f.child = std::to_string(100000 + i);
    f.judgement.days_over = static_cast<std::int32_t>(i);
    made.findings.push_back(std::move(f));
  }
  add_counts(made);
  return made;
}

AuditRun quiet_run() {
  AuditRun made = empty_run();
  auto rules = std::make_unique<Rulebook>(*made.rulebook);
  rules->problems.clear();
  made.rulebook = std::move(rules);
  auto files = std::make_unique<Snapshot>(*made.snapshot);
  files->notes.clear();
  made.snapshot = std::move(files);
  made.record.number = 1;
  add_counts(made);
  return made;
}

}  // namespace tidemark::made
