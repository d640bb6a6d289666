// tidemark exceptions, tidemark history: what the store knows of exceptions, and of one of them
// everything that happened to it.
#include <algorithm>
#include <iostream>
#include <map>
#include <memory>

#include "cli/exception_rows.hpp"
#include "cli/opening.hpp"
#include "cli/outcome.hpp"
#include "cli/stored.hpp"
#include "cli/verbs.hpp"
#include "store/access_log.hpp"
#include "store/exception_table.hpp"
#include "store/purge.hpp"
#include "store/run_facts.hpp"

namespace tidemark::cli {

namespace {

struct Options {
  std::string store, state, rule, child, as_on, known_on;
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

// Of what happened, and of what was recorded, up to which day.
struct Asked {
  std::optional<Day> as_on, known_on;

  [[nodiscard]] bool takes(const Event& event) const {
    return (!as_on || event.on <= *as_on) && (!known_on || is_recorded_by(event, *known_on));
  }
  [[nodiscard]] std::optional<ExceptionLife> of(const ExceptionLife& life) const {
    std::optional<ExceptionLife> then = known_on ? life_known_on(life, *known_on) : life;
    return then && as_on ? life_as_on(*then, *as_on) : then;
  }
};

Result<Asked> asked_for(const Options& options) {
  Asked asked;
  if (!options.as_on.empty()) {
    const auto day = day_named("--as-on", options.as_on);
    if (!day) return day.error();
    asked.as_on = day.value();
  }
  if (!options.known_on.empty()) {
    const auto day = day_named("--known-on", options.known_on);
    if (!day) return day.error();
    asked.known_on = day.value();
  }
  return asked;
}

// Exemptions are in force or not as on that day; else on the day of the latest run.
Result<Day> day_asked(const Store& store, const Asked& asked) {
  if (asked.as_on) return *asked.as_on;
  if (asked.known_on) return *asked.known_on;
  const auto run = latest_run(store);
  if (!run) return run.error();
  return parse_iso(run.value().as_at).value_or(k_latest);
}

// "" while it is there.
std::string words_of_evidence(const std::map<std::int64_t, PurgedEvidence>& purged,
                              std::int64_t number) {
  const auto found = purged.find(number);
  if (found == purged.end()) return "";
  return "purged on " + found->second.purged_at.substr(0, 10) + " with run " +
         std::to_string(found->second.run);
}

int list(const Options& options) {
  const auto asked = asked_for(options);
  if (!asked) return fail(asked.error());
  auto store = opened(options);
  if (!store) return fail(store.error());
  const auto day = day_asked(store.value(), asked.value());
  if (!day) return fail(day.error());
  const auto lives = ExceptionTable(store.value()).lives();
  if (!lives) return fail(lives.error());
  if (Status logged = log_view(options, "exceptions"); !logged) return fail(logged.error());
  const auto purged = purged_evidence(store.value());
  if (!purged) return fail(purged.error());
  std::vector<TextRow> rows = {exception_heading()};
  rows.front().emplace_back("evidence");
  for (const ExceptionLife& life : lives.value()) {
    const auto then = asked.value().of(life);
    if (!then || !is_asked_for(*then, options)) continue;
    rows.push_back(exception_row(*then, day.value(), among(lives.value())));
    rows.back().push_back(words_of_evidence(purged.value(), life.number));
  }
  print_rows(rows, options.format);
  return k_done;
}

// Of the one that was asked for, also where it was purged; or of all.
Result<std::vector<ExceptionLife>> lives_told(const ExceptionTable& table, std::int64_t number) {
  if (number == 0) return table.lives();
  auto life = table.life(number);
  if (!life) return life.error();
  std::vector<ExceptionLife> one;
  one.push_back(std::move(life).value());
  return one;
}

int tell(const Options& options) {
  const auto asked = asked_for(options);
  if (!asked) return fail(asked.error());
  auto store = opened(options);
  if (!store) return fail(store.error());
  const ExceptionTable table(store.value());
  const auto lives = lives_told(table, options.number);
  if (!lives) return fail(lives.error());
  const std::string about =
      options.number == 0 ? "exceptions" : "exception " + std::to_string(options.number);
  if (Status logged = log_view(options, about); !logged) return fail(logged.error());
  std::map<std::int64_t, ExceptionLife> earlier;
  const LifeNumbered numbered = [&](std::int64_t number) -> const ExceptionLife* {
    if (const auto known = earlier.find(number); known != earlier.end()) return &known->second;
    auto life = table.life(number);
    return life ? &earlier.emplace(number, std::move(life).value()).first->second : nullptr;
  };
  std::vector<TextRow> rows = {event_heading()};
  for (const ExceptionLife& life : lives.value()) {
    if (!options.rule.empty() && life.rule != options.rule) continue;
    if (!options.child.empty() && life.child != options.child) continue;
    for (const Event& event : life.history) {
      if (asked.value().takes(event)) rows.push_back(event_row(life, event, numbered));
    }
  }
  print_rows(rows, options.format);
  if (options.number == 0 || options.format != "text") return k_done;
  const auto purged = purged_evidence(store.value());
  if (!purged) return fail(purged.error());
  const std::string evidence = words_of_evidence(purged.value(), options.number);
  if (!evidence.empty()) {
    std::cout << "Exception " << options.number << " stands; what it rested on was " << evidence
              << ".\n";
  }
  return k_done;
}

void add_common(Verb& verb, Options& options) {
  verb.add_option("--store", options.store, "The store (default: as audit)").type_name("FILE");
  verb.add_option("--rule", options.rule, "Only those of this rule").type_name("ID");
  verb.add_option("--child", options.child, "Only those of this child").type_name("ID");
  verb.add_option("--as-on", options.as_on, "Only what happened up to and on this day")
      .type_name("YYYY-MM-DD");
  verb.add_option("--known-on", options.known_on, "Only what was recorded by the end of this day")
      .type_name("YYYY-MM-DD");
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
  verb->footer(
      "Examples:\n  tidemark exceptions --store council.db\n"
      "  tidemark exceptions --store council.db --state exempted --as-on 2021-03-09 --format csv\n"
      "  tidemark exceptions --store council.db --as-on 2021-03-09 --known-on 2021-03-09");
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
