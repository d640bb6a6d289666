#include <sys/prctl.h>

#include <exception>
#include <iostream>

#include "cli/outcome.hpp"
#include "cli/verbs.hpp"

namespace {

int run(int argc, char** argv) {
  using namespace tidemark::cli;
  CommandLine app(
      "tidemark", "Tidemark: rules and audit for drift and delay in permanence planning.",
      "Exit codes: 0 done; 1 done, and what --fail-on names was found; 2 usage; 3 bad input;\n"
      "4 bad rules; 5 store.\n\n"
      "Example:\n"
      "  tidemark audit --snapshot exports/2018 --as-at 2018-03-31\n\n"
      "tidemark VERB --help says more about each.");
  int exit_code = k_done;
  add_access_log(app, exit_code);
  add_audit(app, exit_code);
  add_backtest(app, exit_code);
  add_catalogue(app, exit_code);
  add_check(app, exit_code);
  add_compare(app, exit_code);
  add_decisions(app, exit_code);
  add_describe(app, exit_code);
  add_dictionary(app, exit_code);
  add_exceptions(app, exit_code);
  add_explain(app, exit_code);
  add_forecast(app, exit_code);
  add_history(app, exit_code);
  add_key(app, exit_code);
  add_measures(app, exit_code);
  add_outcomes(app, exit_code);
  add_packs(app, exit_code);
  add_panel(app, exit_code);
  add_paper(app, exit_code);
  add_purge(app, exit_code);
  add_record(app, exit_code);
  add_restate(app, exit_code);
  add_serve_audits(app, exit_code);
  add_tables(app, exit_code);
  add_template(app, exit_code);
  add_tracker(app, exit_code);
  add_verify(app, exit_code);
  add_version(app, exit_code);
  const int parsed = app.parse(argc, argv);
  std::cout.flush();
  return parsed == k_done ? exit_code : parsed;
}

}  // namespace

int main(int argc, char** argv) {
  // A core file would hold the records of children.
  ::prctl(PR_SET_DUMPABLE, 0);
  try {
    return run(argc, argv);
  } catch (const std::exception& failure) {  // out of memory, or a promise broken inside
    std::cerr << "tidemark: stopped unexpectedly: " << failure.what() << "\n";
    return tidemark::cli::k_bad_input;
  }
}
