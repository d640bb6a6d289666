// The first page: what was asked of which data, whether every rule ran, the counts, what is new.
#include <algorithm>

#include "report/chart.hpp"
#include "report/rows.hpp"
#include "report/sections.hpp"
#include "report/words.hpp"

namespace tidemark::report {

namespace {

void fact(std::string& page, std::string_view name, const std::string& value) {
  page += "<dt>" + text(name).html + "</dt><dd>" + text(value).html + "</dd>\n";
}

std::string coverage_words(const Coverage& coverage) {
  if (coverage.from == k_earliest && coverage.to == k_latest) return "not stated by the files";
  if (coverage.from == k_earliest) return "up to " + in_words(coverage.to);
  if (coverage.to == k_latest) return "from " + in_words(coverage.from);
  return in_words(coverage.from) + " to " + in_words(coverage.to);
}

std::string made_words(const std::string& made_at) {
  const auto day = parse_iso(std::string_view(made_at).substr(0, 10));
  if (!day || made_at.size() < 16) return made_at;
  return in_words(*day) + ", " + made_at.substr(11, 5) + " UTC";
}

std::string short_digest(const std::string& digest) {
  return digest.substr(0, 16);
}

void write_facts(std::string& page, const Pack& pack) {
  const AuditRun& run = pack.run();
  page += "<dl class=\"facts\">\n";
  fact(page, "Data", pack.snapshot_path());
  fact(page, "As at", in_words(run.as_at));
  fact(page, "Days the files cover", coverage_words(run.coverage));
  if (run.panel_date) fact(page, "Panel date", in_words(*run.panel_date));
  fact(page, "Children in the data", number(run.snapshot->children.size()));
  fact(page, "Run",
       "number " + std::to_string(run.record.number) + ", made " + made_words(run.record.made_at) +
           " by Tidemark " + run.record.engine);
  fact(page, "Rules", number(pack.rulebook().rules.size()) + " from " + pack.rulebook().folder);
  fact(page, "Digests",
       "snapshot " + short_digest(run.record.snapshot) + ", rules " +
           short_digest(run.record.rule_set) + ", findings " + short_digest(run.record.findings) +
           ", seal of the run " + short_digest(run.record.seal));
  page += "</dl>\n";
}

// Rule health stands apart from rule results: a rule that did not run found nothing either.
void write_health(std::string& page, const Pack& pack, const Counts& totals) {
  if (!pack.run().coverage.warning.empty()) {
    paragraph(page, element("strong", "Take care: ") + text(pack.run().coverage.warning), "notice");
  }
  const std::uint64_t not_loaded = pack.rules_not_loaded();
  if (not_loaded == 0 && totals.error == 0) {
    paragraph(page, "Every rule loaded, and none failed for any child.");
    return;
  }
  std::string said;
  if (not_loaded > 0) {
    said = counted(not_loaded, "file did not load as a rule and was",
                   "files did not load as rules and were") +
           " not run. ";
  }
  if (totals.error > 0) {
    said += "A rule failed in " + counted(totals.error, "case", "cases") +
            ", which it has not judged. ";
  }
  paragraph(page, element("strong", said) + link_to("errors", "See rules with errors."), "notice");
}

void write_news(std::string& page, const Pack& pack, const Counts& totals) {
  const AuditRun& run = pack.run();
  const std::uint64_t standing = totals.breach + totals.explained;
  if (!run.compared_with) {
    paragraph(page, "There was no earlier run to compare with, so all " +
                        counted(standing, "breach counts", "breaches count") + " as new.");
    return;
  }
  const auto as_at = parse_iso(run.compared_with->as_at);
  const RunComparison& since = run.since_last;
  paragraph(page, "Since run " + std::to_string(run.compared_with->number) + " (as at " +
                      (as_at ? in_words(*as_at) : run.compared_with->as_at) +
                      "): " + number(since.raised) + " new, " +
                      (since.reopened > 0 ? number(since.reopened) + " reopened, " : "") +
                      number(since.continuing) + " continuing, " + number(since.changed) +
                      " with changed dates or facts, " + number(since.resolved) + " resolved, " +
                      number(since.parked) + " parked (nobody could judge them this time).");
}

void write_headline(std::string& page, const Pack& pack) {
  const Counts live = pack.live_totals();
  page += "<ul class=\"headline\">\n";
  const auto tile = [&](Verdict verdict, std::uint64_t n, std::string_view section) {
    page += "<li>" + element("strong", number(n)).html + " " + state(verdict).html + " " +
            link_to(section, "list").html + "</li>\n";
  };
  // An exempted exception is not in the headline and always in the line beneath it
  // (domain/process.md, section 3).
  const AuditRun& run = pack.run();
  tile(Verdict::breach, live.breach - std::min(live.breach, run.exempted_breaches), "breaches");
  tile(Verdict::explained, live.explained - std::min(live.explained, run.exempted_explained),
       "explained");
  tile(Verdict::due_soon, live.due_soon, "coming");
  tile(Verdict::cannot_decide, live.cannot_decide + live.population_undecided, "undecided");
  tile(Verdict::met_late, live.met_late, "late");
  if (live.error > 0) tile(Verdict::error, live.error, "errors");
  page += "</ul>\n";
  const std::uint64_t exempted = run.exempted_breaches + run.exempted_explained;
  if (exempted > 0) {
    paragraph(page, "And " + counted(exempted, "exception", "exceptions") +
                        " exempted until a date (" + number(run.exempted_breaches) +
                        " of them a breach): a person decided so; the verdict, the clock and the "
                        "days over are as they are, and each is in the tables below.");
  }
  std::string small =
      "One count is one rule and one child, or one occasion of it; a child may be counted under "
      "several rules.";
  const std::uint64_t on_trial = pack.totals().breach - live.breach;
  if (on_trial > 0) {
    small += " Rules on trial found " + counted(on_trial, "more breach", "more breaches") +
             ", not in these figures and listed apart.";
  }
  paragraph(page, small, "small");
}

void write_contents(std::string& page) {
  page += "<nav class=\"contents\" aria-labelledby=\"contents\">\n";
  heading(page, 3, "contents", "Contents");
  page += "<ol>\n";
  for (const Section& section : sections()) {
    page += "<li>" + link_to(section.id, section.heading).html + "</li>\n";
  }
  page += "</ol>\n</nav>\n";
}

std::vector<Markup> count_cells(const Markup& first, const Counts& c) {
  std::vector<Markup> cells{first};
  for (const std::uint64_t n : {c.population, c.on_track, c.due_soon, c.breach, c.explained,
                                c.met_late, c.cannot_decide, c.error, c.population_undecided}) {
    cells.push_back(text(number(n)));
  }
  return cells;
}

void write_counts(std::string& page, const Pack& pack) {
  heading(page, 3, "counts", "Counts by rule");
  {
    std::vector<Column> columns{{"Rule", "of-rule"}};
    for (const char* name : {"In the population", "On track", "Due soon", "Breach", "Explained",
                             "Done late", "Cannot be decided", "Error", "Population undecided"}) {
      columns.push_back({name, "number"});
    }
    Table table(page, "Every rule that ran, also those that found nothing", columns);
    for (const std::size_t rule : pack.rules()) {
      table.row(
          count_cells(rule_cell(pack.rulebook().rules[rule]), pack.run().judgements.counts[rule]));
    }
  }
  paragraph(page,
            "In the population = on track + due soon + breach + explained + done late + cannot be "
            "decided + error. Population undecided: children of whom the record does not say "
            "whether the rule is about them; they stand outside the population and are listed "
            "under cannot be decided.",
            "small");
}

}  // namespace

void write_summary(std::string& page, const Pack& pack) {
  const Counts totals = pack.totals();
  write_facts(page, pack);
  write_health(page, pack, totals);
  write_headline(page, pack);
  write_news(page, pack, totals);
  write_contents(page);
  write_chart(page, pack);
  write_counts(page, pack);
}

}  // namespace tidemark::report
