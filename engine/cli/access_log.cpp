// tidemark access-log: who looked at what of a store. Looking is itself logged.
#include "store/access_log.hpp"

#include <algorithm>
#include <iostream>
#include <string>

#include "base/text.hpp"
#include "cli/clock.hpp"
#include "cli/opening.hpp"
#include "cli/outcome.hpp"
#include "cli/stored.hpp"
#include "cli/verbs.hpp"
#include "cli/who.hpp"
#include "report/plain_table.hpp"

namespace tidemark::cli {

namespace {

struct Options {
  std::string store, person, about, from, to;
  std::string format = "text";
  bool check = false;
};

bool is_about(const std::string& about, const std::string& asked) {
  const auto references = split(about, ',');
  return std::any_of(references.begin(), references.end(),
                     [&](std::string_view one) { return trim(one) == asked; });
}

bool is_asked_for(const AccessEntry& entry, const Options& options) {
  const std::string day = entry.at.substr(0, 10);  // ISO days are in order as text
  return (options.person.empty() || entry.by == options.person) &&
         (options.about.empty() || is_about(entry.about, options.about)) &&
         (options.from.empty() || day >= options.from) && (options.to.empty() || day <= options.to);
}

void print(const std::vector<AccessLine>& lines, const Options& options) {
  std::vector<std::vector<std::string>> rows = {{"line", "at", "by", "what", "about", "why"}};
  for (const AccessLine& line : lines) {
    if (!is_asked_for(line.entry, options)) continue;
    rows.push_back({std::to_string(line.line), line.entry.at, line.entry.by,
                    name_of(line.entry.what), line.entry.about, line.entry.why});
  }
  if (options.format == "text") {
    std::cout << report::plain_table(rows);
    return;
  }
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) std::cout << (i ? "," : "") << csv_cell(row[i]);
    std::cout << "\n";
  }
}

int say(const AccessCheck& check) {
  for (const std::uint64_t line : check.torn) {
    std::cout << "Line " << line << " was cut off by a crash; it is kept as it was.\n";
  }
  if (check.first_broken != 0) {
    std::cout << "Line " << check.first_broken
              << " does not follow from those before it: it, or what stood before it, was altered, "
                 "taken out or put in. Compare with a copy.\n";
    return k_store;
  }
  std::cout << check.entries << " entries, each follows from the one before.\n";
  if (check.entries > 0) {
    std::cout << "The last seal is " << check.last_seal
              << "; noted elsewhere, it shows later that nothing was cut off the end.\n";
  }
  return k_done;
}

Status check_days(const Options& options) {
  for (const auto& [name, text] : {std::pair("--from", options.from), {"--to", options.to}}) {
    if (text.empty()) continue;
    if (const Result<Day> day = day_named(name, text); !day) return day.error();
  }
  return Done{};
}

int run(const Options& options) {
  if (const Status days = check_days(options); !days) return fail(days.error());
  const Result<std::string> store = existing_store(options.store);
  if (!store) return fail(store.error());
  Result<AccessLog> log = AccessLog::beside(store.value());
  if (!log) return fail(log.error());
  const Result<AccessCheck> check = log.value().check();
  if (!check) return fail(check.error());
  const auto lines = log.value().entries();
  if (!lines) return fail(lines.error());
  const Status logged =
      log_access(store.value(), Access::viewed, options.check ? "checked" : "read", "access log");
  if (!logged) return fail(logged.error());
  if (options.check) return say(check.value());
  print(lines.value(), options);
  if (check.value().first_broken == 0) return k_done;
  return fail({ErrorKind::store, "line " + std::to_string(check.value().first_broken) +
                                     " of the access log does not follow from those before it; "
                                     "--check says more"});
}

void add_options(Verb& verb, Options& options) {
  verb.add_option("--store", options.store, "The store whose access log it is (default: as audit)")
      .type_name("FILE");
  verb.add_flag("--check", options.check, "Say whether each line follows from the one before it");
  verb.add_option("--person", options.person, "Only what this login name did").type_name("NAME");
  verb.add_option("--about", options.about, "Only what is about this: \"pack 3\", \"run 12\"")
      .type_name("REF");
  verb.add_option("--from", options.from, "Only from this day").type_name("YYYY-MM-DD");
  verb.add_option("--to", options.to, "Only up to this day").type_name("YYYY-MM-DD");
  verb.add_option("--format", options.format, "text or csv")
      .capture_default_str()
      .check(Allowed::among({"text", "csv"}))
      .type_name("FORM");
}

}  // namespace

void add_access_log(CommandLine& app, int& exit_code) {
  Verb* verb =
      app.add_subcommand("access-log", "Say who looked at, printed, exported or decided what.");
  auto options = std::make_shared<Options>();
  add_options(*verb, *options);
  verb->footer(
      "Reading the access log is itself logged. It holds references, never what was read.\n\n"
      "Examples:\n"
      "  tidemark access-log --about \"pack 3\"\n"
      "  tidemark access-log --check");
  verb->callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace tidemark::cli
