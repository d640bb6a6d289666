// tidemark outcomes: how the scheduled runs of a store ended.
#include <algorithm>
#include <iostream>
#include <string>

#include "base/text.hpp"
#include "cli/outcome.hpp"
#include "cli/stored.hpp"
#include "cli/verbs.hpp"
#include "report/plain_table.hpp"
#include "store/outcome_table.hpp"

namespace tidemark::cli {

namespace {

struct Options {
  std::string store, job;
  std::string format = "text";
};

using Rows = std::vector<std::vector<std::string>>;

Rows rows_of(const std::vector<ScheduledOutcome>& outcomes) {
  Rows rows = {{"number", "job", "due_at", "began_at", "ended_at", "exit_code", "run", "sentence"}};
  for (const ScheduledOutcome& o : outcomes) {
    rows.push_back({std::to_string(o.number), o.job, o.due_at, o.began_at, o.ended_at,
                    std::to_string(o.exit_code), o.run ? std::to_string(*o.run) : "", o.sentence});
  }
  return rows;
}

void print_csv(const Rows& rows) {
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) std::cout << (i ? "," : "") << csv_cell(row[i]);
    std::cout << "\n";
  }
}

void print_text(const Rows& rows, const std::vector<ScheduledOutcome>& outcomes) {
  std::cout << report::plain_table(rows);
  const auto count = [&](auto is) {
    return std::to_string(std::count_if(outcomes.begin(), outcomes.end(), is));
  };
  std::cout << outcomes.size() << " outcomes: "
            << count([](const ScheduledOutcome& o) { return o.exit_code == k_done; }) << " done, "
            << count([](const ScheduledOutcome& o) { return o.exit_code == k_found; })
            << " without a snapshot, "
            << count([](const ScheduledOutcome& o) { return o.exit_code > k_found; })
            << " failed\n";
}

int run(const Options& options) {
  const Result<Store> store = open_existing_store(options.store);
  if (!store) return fail(store.error());
  const auto outcomes = OutcomeTable(store.value()).outcomes(options.job);
  if (!outcomes) return fail(outcomes.error());
  const Rows rows = rows_of(outcomes.value());
  if (options.format == "csv") {
    print_csv(rows);
  } else {
    print_text(rows, outcomes.value());
  }
  return k_done;
}

}  // namespace

void add_outcomes(CommandLine& app, int& exit_code) {
  Verb* verb = app.add_subcommand("outcomes", "List how the scheduled audits ended.");
  auto options = std::make_shared<Options>();
  verb->add_option("--store", options->store, "The store (default: as audit)").type_name("FILE");
  verb->add_option("--job", options->job, "Only this job's").type_name("NAME");
  verb->add_option("--format", options->format, "text or csv")
      .capture_default_str()
      .check(Allowed::among({"text", "csv"}))
      .type_name("FORM");
  verb->footer("Example:\n  tidemark outcomes --store /var/lib/tidemark/tidemark.db");
  verb->callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace tidemark::cli
