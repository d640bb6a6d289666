// tracker: runs one saved list of rules/trackers/ over a snapshot, as CSV or HTML.
#include "report/tracker.hpp"

#include <algorithm>
#include <iostream>
#include <string>

#include "base/file.hpp"
#include "cli/opening.hpp"
#include "cli/outcome.hpp"
#include "cli/progress.hpp"
#include "cli/verbs.hpp"

namespace tidemark::cli {

namespace {

struct Request {
  std::string name, rules, snapshot, as_at, out;
  std::string format = "csv";
  bool list = false;
};

std::string names_of(const Rulebook& rulebook) {
  std::string names;
  for (const Tracker& tracker : rulebook.trackers) {
    names += (names.empty() ? "" : ", ") + tracker.id;
  }
  return names.empty() ? "none" : names;
}

int list_trackers(const Rulebook& rulebook) {
  for (const Tracker& tracker : rulebook.trackers) {
    std::cout << tracker.id << "  " << tracker.title << " (";
    for (std::size_t i = 0; i < tracker.rules.size(); ++i) {
      std::cout << (i == 0 ? "" : ", ") << tracker.rules[i];
    }
    std::cout << ")\n";
  }
  say_problems(rulebook);
  return k_done;
}

// Only what concerns the list: problems of its own file and of the rules that it names.
void say_own_problems(const Rulebook& rulebook, const Tracker& tracker) {
  for (const RuleProblem& problem : rulebook.problems) {
    const bool named =
        std::find(tracker.rules.begin(), tracker.rules.end(), problem.rule) != tracker.rules.end();
    if (problem.fatal && named) std::cerr << "tidemark: " << problem.message << "\n";
  }
}

int write(const Request& request, const std::string& bytes) {
  if (request.out.empty()) {
    std::cout << bytes;
    return k_done;
  }
  if (Status written = write_file(request.out, bytes); !written) return fail(written.error());
  std::cout << "Written: " << request.out << "\n";
  return k_done;
}

int print_tracker(const Request& request, Rulebook& rulebook, Day as_at) {
  keep_tracker(rulebook, request.name);
  const Tracker& tracker = rulebook.trackers.front();
  say_own_problems(rulebook, tracker);
  const Result<Snapshot> snapshot = open_snapshot(request.snapshot, rulebook, 1);
  if (!snapshot) return fail(snapshot.error());
  Progress progress;
  const Listing listing = list_children(rulebook, tracker, snapshot.value(), as_at,
                                        [&progress](std::uint64_t done, std::uint64_t all) {
                                          progress.say("making the list", done, all);
                                        });
  progress.done();
  const report::TrackerPage page{rulebook, tracker, snapshot.value(), listing, as_at};
  return write(request,
               request.format == "html" ? report::tracker_html(page) : report::tracker_csv(page));
}

int run(const Request& request) {
  Result<Rulebook> rulebook = open_rules(request.rules, FileKind::tracker);
  if (!rulebook) return fail(rulebook.error());
  if (request.list) return list_trackers(rulebook.value());
  if (request.name.empty() || request.snapshot.empty() || request.as_at.empty()) {
    return fail({ErrorKind::usage,
                 "tracker needs a NAME, --snapshot PATH and --as-at YYYY-MM-DD; the trackers are " +
                     names_of(rulebook.value())});
  }
  const std::vector<Tracker>& trackers = rulebook.value().trackers;
  const bool there = std::any_of(trackers.begin(), trackers.end(),
                                 [&](const Tracker& t) { return t.id == request.name; });
  if (!there) {
    for (const RuleProblem& problem : rulebook.value().problems) {
      const bool own = problem.file == "trackers/" + request.name + ".lua";
      if (own && problem.fatal) return fail({ErrorKind::rules, problem.message});
    }
    return fail({ErrorKind::usage, "there is no tracker " + request.name + "; the trackers are " +
                                       names_of(rulebook.value())});
  }
  const Result<Day> as_at = day_named("--as-at", request.as_at);
  if (!as_at) return fail(as_at.error());
  return print_tracker(request, rulebook.value(), as_at.value());
}

}  // namespace

void add_tracker(CommandLine& app, int& exit_code) {
  Verb* verb =
      app.add_subcommand("tracker", "Write a saved list: who is on it, and what their rules say.");
  auto request = std::make_shared<Request>();
  verb->add_option("name", request->name, "The tracker's name").type_name("NAME");
  verb->add_flag("--list", request->list, "List the trackers and their rules");
  verb->add_option("--snapshot", request->snapshot, "Folder or file with the data")
      .type_name("PATH");
  verb->add_option("--as-at", request->as_at, "The day asked about; nothing later is seen")
      .type_name("YYYY-MM-DD");
  verb->add_option("--rules", request->rules, "Folder of rules (default: the shipped rules)")
      .type_name("DIR");
  verb->add_option("--format", request->format, "csv or html")
      .check(Allowed::among({"csv", "html"}))
      .capture_default_str()
      .type_name("FORMAT");
  verb->add_option("--out", request->out, "File to write (default: the terminal)")
      .type_name("FILE");
  verb->footer(
      "Examples:\n  tidemark tracker --list\n"
      "  tidemark tracker permanence --snapshot exports/2018 --as-at 2018-03-31\n"
      "  tidemark tracker legal --snapshot exports/2018 --as-at 2018-03-31 --format html \\\n"
      "    --out legal.html");
  verb->callback([request, &exit_code] { exit_code = run(*request); });
}

}  // namespace tidemark::cli
