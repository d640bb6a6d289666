// tidemark serve-audits: the scheduled runs of a store, as a server or once.
#include <unistd.h>

#include <array>
#include <iostream>
#include <string>

#include "base/log.hpp"
#include "cli/audit_server.hpp"
#include "cli/clock.hpp"
#include "cli/local_clock.hpp"
#include "cli/outcome.hpp"
#include "cli/server_lock.hpp"
#include "cli/verbs.hpp"

namespace tidemark::cli {

namespace {

struct Options {
  std::string config;
  bool once = false;
  bool check = false;
};

std::string holder() {
  std::array<char, 256> host{};
  (void)::gethostname(host.data(), host.size() - 1);
  return "serve-audits, process " + std::to_string(::getpid()) + " on " + host.data() + ", since " +
         time_of_run();
}

void say_plan(const AuditServer& server, const LocalTime& now) {
  for (const std::string& line : server.plan(now)) log_info(line);
}

// Two looks, so that what is still being copied is not taken for complete.
int serve_once(AuditServer& server, Signals& signals, const LocalTime& now) {
  const std::int64_t began = steady_seconds();
  while (!server.look() && steady_seconds() - began <= server.config().settle_seconds &&
         !signals.asked_to_end()) {
    signals.wait(500);
  }
  server.make_what_is_due(now);
  return server.gravest();
}

int serve(AuditServer& server, Signals& signals, const Options& options) {
  const std::int64_t began = steady_seconds();
  bool looked_long_enough = false;  // at what lay there when the server started
  while (!signals.asked_to_end()) {
    if (signals.take_reload()) {
      Status read = server.configure(options.config);
      if (read) read = server.recall();
      if (read) {
        log_info("the configuration was read again");
      } else {
        log_error("the configuration stays as it was: " + read.error().message);
      }
    }
    const Result<LocalTime> now = local_now();
    if (!now) return fail(now.error());
    const bool all_complete = server.look();
    looked_long_enough = looked_long_enough || all_complete ||
                         steady_seconds() - began > server.config().settle_seconds;
    if (looked_long_enough) server.make_what_is_due(now.value());
    if (!signals.asked_to_end()) signals.wait(server.config().look_every_seconds * 1000);
  }
  log_info("told to end; nothing is under way");
  return k_done;
}

int check(const AuditServer& server, const LocalTime& now) {
  for (const std::string& line : server.plan(now)) std::cout << line << "\n";
  return k_done;
}

int run(const Options& options) {
  set_log_level(LogLevel::info);
  const Result<LocalTime> now = local_now();
  if (!now) return fail(now.error());
  const Result<ServedConfig> config = read_served_config(options.config);
  if (!config) return fail(config.error());
  Signals signals;
  AuditServer server(signals);
  if (options.check) {
    if (const Status read = server.configure(options.config); !read) return fail(read.error());
    return check(server, now.value());
  }
  const auto lock = ServerLock::take(config.value().store, holder());
  if (!lock) return fail(lock.error());
  if (const Status read = server.configure(options.config); !read) return fail(read.error());
  if (const Status recalled = server.recall(); !recalled) return fail(recalled.error());
  if (options.once) return serve_once(server, signals, now.value());
  say_plan(server, now.value());
  return serve(server, signals, options);
}

}  // namespace

void add_serve_audits(CommandLine& app, int& exit_code) {
  Verb* verb = app.add_subcommand("serve-audits",
                                  "Make the scheduled audits of a store, and say how each ended.");
  auto options = std::make_shared<Options>();
  verb->add_option("--config", options->config, "The TOML file that says what runs when")
      .required()
      .type_name("FILE");
  verb->add_flag("--once", options->once, "Make what is due now and end");
  verb->add_flag("--check", options->check, "Read the file and say when each job is next due");
  verb->footer(
      "Looks at the drop folder and the clock; SIGTERM ends it between steps, SIGHUP has it read\n"
      "the file again. With --once it ends with the gravest exit code of what it did.\n\n"
      "Example:\n"
      "  tidemark serve-audits --config /etc/tidemark/audits.toml --once");
  verb->callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace tidemark::cli
