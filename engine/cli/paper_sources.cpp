#include "cli/paper_sources.hpp"

#include <algorithm>

#include "audit/rerun.hpp"
#include "audit/stored_measures.hpp"
#include "cli/opening.hpp"
#include "cli/progress.hpp"
#include "store/exception_table.hpp"
#include "store/one_moment.hpp"
#include "store/pack_table.hpp"
#include "store/run_facts.hpp"
#include "store/run_totals.hpp"

namespace tidemark::cli {

namespace {

// How far a paper looks ahead where --next does not say.
constexpr Day k_week = 7, k_month = 28;

Status read_days(const PaperOptions& options, PaperSources& all) {
  const auto held = day_named("--date", options.date);
  if (!held) return held.error();
  all.held_on = held.value();
  if (!options.last.empty()) {
    const auto last = day_named("--last", options.last);
    if (!last) return last.error();
    if (last.value() >= held.value()) {
      return Error{ErrorKind::usage, "--last " + options.last + " is not before --date " +
                                         options.date + "; give the day of the last meeting"};
    }
    all.last_on = last.value();
  }
  if (!options.next.empty()) {
    const auto next = day_named("--next", options.next);
    if (!next) return next.error();
    if (next.value() <= held.value()) {
      return Error{ErrorKind::usage, "--next " + options.next + " is not after --date " +
                                         options.date + "; give the day of the next meeting"};
    }
    all.next_on = next.value();
  } else if (options.kind == "team" || options.kind == "head") {
    all.next_on = all.held_on + (options.kind == "team" ? k_week : k_month);
  }
  return Done{};
}

// As the exceptions stood on the day of the paper, also where the paper is made later.
Status read_lives(const Store& store, const RunRecord& record, PaperSources& all) {
  const ExceptionTable table(store);
  auto lives = table.lives();
  if (!lives) return lives.error();
  const Day day = std::max(all.held_on, parse_iso(record.as_at).value_or(all.held_on));
  for (const ExceptionLife& life : lives.value()) {
    if (auto then = life_as_on(life, day)) all.lives.push_back(*std::move(then));
  }
  return Done{};
}

Status read_before(const Store& store, const PaperOptions& options, PaperSources& all) {
  const auto packs = PackTable(store).packs();
  if (!packs) return packs.error();
  for (const PackRecord& pack : packs.value()) {
    const auto held = parse_iso(pack.held_on);
    if (pack.kind != options.kind || !held || *held >= all.held_on) continue;
    if (all.last_on && *held != *all.last_on) continue;
    // Of two packs of one meeting the later number; a pack may be issued after its meeting.
    if (all.before && *held < all.before->held_on) continue;
    const auto run = run_numbered(store, pack.run);
    const auto as_at = run ? parse_iso(run.value().as_at) : std::nullopt;
    if (as_at)
      all.before = report::PackBefore{pack.number, *held, *as_at, pack.run, pack.issued_at};
  }
  if (all.last_on && !all.before)
    all.before = report::PackBefore{0, *all.last_on, *all.last_on, 0, ""};
  return Done{};
}

// The head of service's page has targets in any case: of the financial year up to the record's day.
void read_year_so_far(const Store& store, const PaperOptions& options, PaperSources& all) {
  Period so_far = financial_year_of(all.run.as_at);
  so_far.to = all.run.as_at;
  so_far.label = iso(so_far.from) + ".." + iso(so_far.to);
  auto measures =
      measures_of_run(store, {all.run.record.number, {std::move(so_far)}, true, options.threads});
  if (measures) {
    all.measures = std::move(measures).value();
  } else {
    all.why_no_measures = measures.error().message;
  }
}

Status read_measures_asked(const Store& store, const PaperOptions& options, PaperSources& all) {
  if (options.periods.empty()) {
    if (options.kind == "head") read_year_so_far(store, options, all);
    return Done{};
  }
  const auto periods = periods_named(options.periods);
  if (!periods) return periods.error();
  StoredMeasureRequest request{all.run.record.number, periods.value(), options.kind != "members",
                               options.threads};
  auto measures = measures_of_run(store, request);
  if (!measures) return measures.error();
  all.measures = std::move(measures).value();
  if (!all.before || all.before->run == 0) return Done{};
  request.run = all.before->run;
  auto before = measures_of_run(store, request);
  // The rows of that run may have been purged; then nothing can be compared.
  if (before) all.measures_before = std::move(before).value();
  return Done{};
}

Status read_trend(const Store& store, const RunRecord& record, PaperSources& all) {
  const auto totals = run_totals(store, record.number);
  if (!totals) return totals.error();
  for (const CountedRun& total : totals.value()) {
    const auto as_at = parse_iso(total.as_at);
    if (!as_at) continue;
    all.trend.push_back(
        {total.run, *as_at, total.breach, total.explained, total.due_soon, total.cannot_decide});
  }
  return Done{};
}

// Everything that another may change meanwhile: of one moment. The run itself never changes.
Status read_as_it_stands(const Store& store, const PaperOptions& options, PaperSources& all,
                         RunRecord& record) {
  auto chosen = options.run == 0 ? latest_run(store) : run_numbered(store, options.run);
  if (!chosen) return chosen.error();
  record = std::move(chosen).value();
  const auto facts = run_facts(store, record.number);
  if (!facts) return facts.error();
  all.source = facts.value().source;
  if (Status lives = read_lives(store, record, all); !lives) return lives;
  if (Status before = read_before(store, options, all); !before) return before;
  return read_trend(store, record, all);
}

Status make_run(const Store& store, const PaperOptions& options, const RunRecord& record,
                PaperSources& all) {
  Progress progress;
  RerunOptions again;
  again.threads = options.threads;
  again.panel_date = all.next_on;
  again.progress = [&progress](std::string_view stage, std::uint64_t done, std::uint64_t of) {
    progress.say(std::string(stage), done, of);
  };
  auto run = rerun(store, record.number, again);
  progress.done();
  if (!run) return run.error();
  if (run.value().record.findings != record.findings) {
    return Error{ErrorKind::store,
                 "run " + std::to_string(record.number) +
                     " does not come out as it was recorded, so no paper is made of it; "
                     "`tidemark verify` says what differs"};
  }
  all.run = std::move(run).value();
  return Done{};
}

}  // namespace

Status gather(const Store& store, const PaperOptions& options, PaperSources& all) {
  if (Status days = read_days(options, all); !days) return days;
  if (!options.house.empty()) {
    auto house = report::HouseTemplate::load(options.house);
    if (!house) return house.error();
    all.house = std::move(house).value();
  }
  RunRecord record;
  Status read =
      read_at_one_moment(store, [&] { return read_as_it_stands(store, options, all, record); });
  if (!read) return read;
  if (Status run = make_run(store, options, record, all); !run) return run;
  auto shape = paper_shape(*all.run.rulebook);
  if (!shape) return shape.error();
  all.shape = std::move(shape).value();
  if (Status measures = read_measures_asked(store, options, all); !measures) return measures;
  if (options.kind == "members")
    all.figures = public_figures(all.run, all.measures ? &*all.measures : nullptr);
  return Done{};
}

}  // namespace tidemark::cli
