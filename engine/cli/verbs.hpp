// The verbs of the program, one file each. Each adds its subcommand to `app`; when the command
// line names it, it runs and leaves its exit code in `exit_code`, which outlives the app.
#pragma once

#include "cli/verb.hpp"

namespace tidemark::cli {

void add_access_log(CLI::App& app, int& exit_code);
void add_audit(CLI::App& app, int& exit_code);
void add_backtest(CLI::App& app, int& exit_code);
void add_catalogue(CLI::App& app, int& exit_code);
void add_check(CLI::App& app, int& exit_code);
void add_compare(CLI::App& app, int& exit_code);
void add_decisions(CLI::App& app, int& exit_code);
void add_describe(CLI::App& app, int& exit_code);
void add_dictionary(CLI::App& app, int& exit_code);
void add_exceptions(CLI::App& app, int& exit_code);
void add_explain(CLI::App& app, int& exit_code);
void add_forecast(CLI::App& app, int& exit_code);
void add_history(CLI::App& app, int& exit_code);
void add_key(CLI::App& app, int& exit_code);
void add_measures(CLI::App& app, int& exit_code);
void add_outcomes(CLI::App& app, int& exit_code);
void add_packs(CLI::App& app, int& exit_code);
void add_panel(CLI::App& app, int& exit_code);
void add_paper(CLI::App& app, int& exit_code);
void add_purge(CLI::App& app, int& exit_code);
void add_record(CLI::App& app, int& exit_code);
void add_restate(CLI::App& app, int& exit_code);
void add_serve_audits(CLI::App& app, int& exit_code);
void add_tables(CLI::App& app, int& exit_code);
void add_template(CLI::App& app, int& exit_code);
void add_tracker(CLI::App& app, int& exit_code);
void add_verify(CLI::App& app, int& exit_code);
void add_version(CLI::App& app, int& exit_code);
void add_access_log(CommandLine& app, int& exit_code);
void add_audit(CommandLine& app, int& exit_code);
void add_backtest(CommandLine& app, int& exit_code);
void add_catalogue(CommandLine& app, int& exit_code);
void add_check(CommandLine& app, int& exit_code);
void add_compare(CommandLine& app, int& exit_code);
void add_decisions(CommandLine& app, int& exit_code);
void add_describe(CommandLine& app, int& exit_code);
void add_dictionary(CommandLine& app, int& exit_code);
void add_exceptions(CommandLine& app, int& exit_code);
void add_explain(CommandLine& app, int& exit_code);
void add_forecast(CommandLine& app, int& exit_code);
void add_history(CommandLine& app, int& exit_code);
void add_key(CommandLine& app, int& exit_code);
void add_measures(CommandLine& app, int& exit_code);
void add_outcomes(CommandLine& app, int& exit_code);
void add_packs(CommandLine& app, int& exit_code);
void add_panel(CommandLine& app, int& exit_code);
void add_paper(CommandLine& app, int& exit_code);
void add_purge(CommandLine& app, int& exit_code);
void add_record(CommandLine& app, int& exit_code);
void add_restate(CommandLine& app, int& exit_code);
void add_serve_audits(CommandLine& app, int& exit_code);
void add_tables(CommandLine& app, int& exit_code);
void add_template(CommandLine& app, int& exit_code);
void add_tracker(CommandLine& app, int& exit_code);
void add_verify(CommandLine& app, int& exit_code);
void add_version(CommandLine& app, int& exit_code);

}  // namespace tidemark::cli
