// tidemark exceptions, tidemark history: what the store knows of exceptions, and of one of them
// everything that happened to it.
#include <algorithm>
#include <iostream>
#include <memory>

#include "cli/exception_rows.hpp"
#include "cli/opening.hpp"
#include "cli/outcome.hpp"
#include "cli/stored.hpp"
#include "cli/verbs.hpp"
#include "store/access_log.hpp"
#include "store/exception_table.hpp"
#include "store/run_facts.hpp"

namespace tidemark::cli {

namespace {

struct Options {
  std::string store, state, rule, child, as_on;
  std::string format = "text";
  bool all = false;
  std::int64_t number = 0;
};

Result<Store> opened(const Options& options) {
  const Result<std::string> path = existing_store(options.store);
  if (!path) return path.error();
  return Store::open(path.value());
}

// What is looked at is logged; what cannot be logged is not shown.
Status log_view(const Options& options, const std::string& about) {
  const Result<std::string> path = existing_store(options.store);
  if (!path) return path.error();
  return log_access(path.value(), Access::viewed, "", about);
}

bool is_asked_for(const ExceptionLife& life, const Options& options) {
  const bool in_state = options.state.empty()       ? options.all || life.is_open()
                        : options.state == "parked" ? life.is_parked
                                                    : options.state == name_of(life.state);
  return in_state && (options.rule.empty() || life.rule == options.rule) &&
         (options.child.empty() || life.child == options.child);
}

// The day of the latest run: exemptions are in force or not as on that day.
Result<Day> day_asked(const Store& store, const Options& options) {
  if (!options.as_on.empty()) return day_named("--as-on", options.as_on);
  const auto run = latest_run(store);
  if (!run) return run.error();
  return parse_iso(run.value().as_at).value_or(k_latest);
}

int list(const Options& options) {
  auto store = opened(options);
  if (!store) return fail(store.error());
  const auto day = day_asked(store.value(), options);
  if (!day) return fail(day.error());
  const auto lives = ExceptionTable(store.value()).lives();
  if (!lives) return fail(lives.error());
  if (Status logged = log_view(options, "exceptions"); !logged) return fail(logged.error());
  std::vector<TextRow> rows = {exception_heading()};
  for (const ExceptionLife& life : lives.value()) {
    const auto then = options.as_on.empty() ? std::optional(life) : life_as_on(life, day.value());
    if (then && is_asked_for(*then, options)) rows.push_back(exception_row(*then, day.value()));
  }
  print_rows(rows, options.format);
  return k_done;
}

int tell(const Options& options) {
  auto store = opened(options);
  if (!store) return fail(store.error());
  const ExceptionTable table(store.value());
  std::vector<ExceptionLife> lives;
  if (options.number != 0) {
    auto life = table.life(options.number);
    if (!life) return fail(life.error());
    lives.push_back(std::move(life).value());
  } else {
    auto all = table.lives();
    if (!all) return fail(all.error());
    lives = std::move(all).value();
  }
  const std::string about =
      options.number == 0 ? "exceptions" : "exception " + std::to_string(options.number);
  if (Status logged = log_view(options, about); !logged) return fail(logged.error());
  std::vector<TextRow> rows = {event_heading()};
  for (const ExceptionLife& life : lives) {
    if (!options.rule.empty() && life.rule != options.rule) continue;
    if (!options.child.empty() && life.child != options.child) continue;
    for (const Event& event : life.history) rows.push_back(event_row(life, event));
  }
  print_rows(rows, options.format);
  return k_done;
}

void add_common(Verb& verb, Options& options) {
  verb.add_option("--store", options.store, "The store (default: as audit)").type_name("FILE");
  verb.add_option("--rule", options.rule, "Only those of this rule").type_name("ID");
  verb.add_option("--child", options.child, "Only those of this child").type_name("ID");
  verb.add_option("--format", options.format, "text or csv")
      .check(Allowed::among({"text", "csv"}))
      .capture_default_str()
      .type_name("FORMAT");
}

}  // namespace

void add_exceptions(CommandLine& app, int& exit_code) {
  Verb* verb = app.add_subcommand("exceptions", "List the exceptions of a store.");
  auto options = std::make_shared<Options>();
  add_common(*verb, *options);
  verb->add_option("--state", options->state, "Only those in this state")
      .check(Allowed::among({"raised", "explained", "exempted", "escalated", "resolved", "parked"}))
      .type_name("STATE");
  verb->add_flag("--all", options->all, "Also those that are resolved");
  verb->add_option("--as-on", options->as_on, "As they stood on the evening of this day")
      .type_name("YYYY-MM-DD");
  verb->footer(
      "Examples:\n  tidemark exceptions --store council.db\n"
      "  tidemark exceptions --store council.db --state exempted --as-on 2021-03-09 --format csv");
  verb->callback([options, &exit_code] { exit_code = list(*options); });
}

void add_history(CommandLine& app, int& exit_code) {
  Verb* verb =
      app.add_subcommand("history", "Tell all that happened to an exception, or to all of them.");
  auto options = std::make_shared<Options>();
  verb->add_option("number", options->number, "The exception's number (default: all)")
      .type_name("NUMBER");
  add_common(*verb, *options);
  verb->footer(
      "Examples:\n  tidemark history 12 --store council.db\n"
      "  tidemark history --store council.db --child 1042 --format csv");
  verb->callback([options, &exit_code] { exit_code = tell(*options); });
}

}  // namespace tidemark::cli
