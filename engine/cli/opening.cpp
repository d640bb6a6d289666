#include "cli/opening.hpp"

#include <iostream>

#include "cli/clock.hpp"
#include "cli/places.hpp"
#include "cli/progress.hpp"
#include "snapshot/load.hpp"

namespace tidemark::cli {

Result<std::string> rules_folder(const std::string& named) {
  if (named.empty()) return shipped_rules();
  return named;
}

Result<Rulebook> open_rules(const std::string& named, FileKind kind) {
  const Result<std::string> folder = rules_folder(named);
  if (!folder) return folder.error();
  Result<std::vector<RuleFile>> files = read_rule_files(folder.value());
  if (!files) return files.error();
  return load_rulebook(std::move(files).value(), folder.value(), kind);
}

Result<Rulebook> open_rules_as_written(const std::string& named) {
  const Result<std::string> folder = rules_folder(named);
  if (!folder) return folder.error();
  Result<std::vector<RuleFile>> files = read_rule_files(folder.value());
  if (!files) return files.error();
  std::erase_if(files.value(), [](const RuleFile& file) { return file.path == "settings.lua"; });
  return load_rulebook(std::move(files).value(), folder.value());
}

Result<Snapshot> open_snapshot(const std::string& path, Rulebook& rulebook, int threads) {
  return open_snapshot(path, rulebook, threads, wanted_fields(rulebook));
}

Result<Snapshot> open_snapshot(const std::string& path, Rulebook& rulebook, int threads,
                               const WantedFields& wanted) {
  mark_wanted(rulebook.sources, rulebook.model, wanted);
  Progress progress;
  LoadOptions options;
  options.threads = threads;
  options.progress = [&progress](std::uint64_t done, std::uint64_t all) {
    progress.say("reading the files", done, all);
  };
  return load_snapshot(path, rulebook.sources, options);
}

Result<Day> day_named(const std::string& option, const std::string& text) {
  if (const auto day = parse_iso(text)) return *day;
  return Error{ErrorKind::usage, option + " \"" + text +
                                     "\" is not a date; write it as YYYY-MM-DD, for example "
                                     "2018-03-31"};
}

Status day_has_come(const std::string& option, Day day) {
  if (day <= today_by_the_clock()) return Done{};
  return Error{ErrorKind::usage,
               option + " " + iso(day) + " has not come yet; nothing is known of it"};
}

Result<std::vector<Period>> periods_named(const std::vector<std::string>& texts) {
  std::vector<Period> periods;
  for (const std::string& text : texts) {
    const auto period = parse_period(text);
    if (!period) {
      return Error{ErrorKind::usage,
                   "--period \"" + text +
                       "\" is not a period; write a financial quarter 2021-Q2, half 2021-H1 or "
                       "year 2021-22, a month 2021-11, or days 2021-07-01..2021-09-30"};
    }
    periods.push_back(*period);
  }
  return periods;
}

void say_problems(const Rulebook& rulebook, const std::string& what) {
  for (const RuleProblem& problem : rulebook.problems) {
    if (!problem.fatal) continue;
    std::cerr << "tidemark: " << problem.message;
    if (!problem.rule.empty()) std::cerr << " (" << what << " " << problem.rule << " is not run)";
    std::cerr << "\n";
  }
}

}  // namespace tidemark::cli
