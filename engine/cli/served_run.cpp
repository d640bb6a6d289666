#include "cli/served_run.hpp"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <exception>
#include <filesystem>

#include "audit/run.hpp"
#include "base/log.hpp"
#include "base/text.hpp"
#include "cli/clock.hpp"
#include "cli/local_clock.hpp"
#include "cli/opening.hpp"
#include "cli/outcome.hpp"
#include "cli/served_folder.hpp"
#include "cli/served_words.hpp"
#include "cli/stored.hpp"
#include "report/report.hpp"
#include "store/outcome_table.hpp"

namespace tidemark::cli {

namespace {

namespace fs = std::filesystem;

constexpr int k_grace_seconds = 60;

// Where it went wrong decides what may be said in mail: never the words of the error, which may
// quote a file.
RunEnd failed(const ServedRun& run, const Error& error) {
  log_error("job " + run.job.name + ", snapshot " + run.snapshot.name + ": " + error.message);
  return {exit_code_of(error.kind), std::nullopt, words_of_failure(error.kind)};
}

Result<Day> last_day_of(const ServedRun& run) {
  Result<Rulebook> rules = open_rules(run.config.rules);
  if (!rules) return rules.error();
  const Result<Snapshot> snapshot =
      open_snapshot(run.snapshot.path, rules.value(), run.config.threads);
  if (!snapshot) return snapshot.error();
  const Coverage coverage = coverage_of(snapshot.value(), run.today);
  if (coverage.to != k_latest) return coverage.to;
  if (run.snapshot.named_day) return *run.snapshot.named_day;
  return Error{ErrorKind::input,
               "neither the files of the snapshot nor its name say its last day; name the folder "
               "by its day (2026-11-30) or choose another as_at"};
}

Result<Day> as_at_of(const ServedRun& run) {
  if (run.job.as_at == ServedDay::today) return run.today;
  if (run.job.as_at == ServedDay::last_of_snapshot) return last_day_of(run);
  const Civil due = civil_of(run.due.day);
  return day_of(due.year, due.month, 1) - 1;
}

Result<AuditRequest> request_of(const ServedRun& run) {
  AuditRequest request;
  Result<std::string> rules = rules_folder(run.config.rules);
  if (!rules) return rules.error();
  const Result<Day> as_at = as_at_of(run);
  if (!as_at) return as_at.error();
  if (run.job.panels.any()) {
    const Result<Rulebook> book = open_rules(run.config.rules);
    if (!book) return book.error();
    request.panel_date = next_panel(run.job.panels, as_at.value(), book.value().calendar);
  }
  request.rules_folder = rules.value();
  request.snapshot_path = run.snapshot.path;
  request.store_path = run.config.store;
  request.as_at = as_at.value();
  request.threads = run.config.threads;
  request.made_at = time_of_run();
  request.engine_version = TIDEMARK_VERSION;
  return request;
}

ScheduledOutcome outcome_of(const ServedRun& run, const AuditRun& audit) {
  const std::string late = run.is_late ? "Late, as its snapshot came after its time. " : "";
  return {0,
          run.job.name,
          iso(run.due),
          run.began_at,
          time_of_run(),
          k_done,
          audit.record.number,
          late + words_of_run(audit),
          run.content,
          run.config.mail.has_value()};
}

// The outputs are written, the run is not yet committed: it is so with its outcome or not at all.
Status keep_outcome(const ServedRun& run, const Store& store, const AuditRun& audit) {
  const std::string number = std::to_string(audit.record.number);
  if (Status aside = set_aside(run.config.out, {run.job.name, audit.as_at, audit.record.number});
      !aside) {
    return aside;
  }
  if (Status logged = log_access(run.config.store, Access::exported,
                                 "scheduled audit " + run.job.name, "run " + number);
      !logged) {
    return logged;
  }
  const auto kept = OutcomeTable(store).add_within(outcome_of(run, audit));
  return kept ? Status(Done{}) : kept.error();
}

RunEnd run_job(const ServedRun& run) {
  Result<AuditRequest> request = request_of(run);
  if (!request) return failed(run, request.error());
  request.value().before_commit = [&](const Store& store, const AuditRun& audit) {
    return keep_outcome(run, store, audit);
  };
  const std::string half = half_written_folder(run.config.out, run.job.name);
  std::error_code ignored;
  fs::remove_all(half, ignored);
  const Result<AuditRun> made =
      report::audit_into(std::move(request).value(), half, report::Outputs::before_commit);
  if (!made) return failed(run, made.error());
  return {k_done, made.value().record.number, words_of_run(made.value())};
}

// However the server ends, the run ends with it: another server may start at once.
void end_with(pid_t server) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (::getppid() != server) ::_exit(k_bad_input);
}

[[noreturn]] void run_in_child(const ServedRun& run, int to_parent, pid_t server) {
  end_with(server);
  Signals::let_through();
  std::string text;
  try {
    const RunEnd end = run_job(run);
    text = std::to_string(end.exit_code) + "\n" + std::to_string(end.run.value_or(0)) + "\n" +
           end.sentence + "\n";
  } catch (const std::exception& failure) {
    log_error("job " + run.job.name + " stopped unexpectedly: " + failure.what());
    ::_exit(k_bad_input);
  }
  const bool said = ::write(to_parent, text.data(), text.size()) ==
                    static_cast<ssize_t>(text.size());  // shorter than a pipe's room
  ::_exit(said ? 0 : k_bad_input);
}

std::string all_of(int descriptor) {
  std::string text;
  std::array<char, 4096> room{};
  for (;;) {
    const ssize_t got = ::read(descriptor, room.data(), room.size());
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return text;
    text.append(room.data(), static_cast<std::size_t>(got));
  }
}

RunEnd end_from(const std::string& text, int status) {
  const auto lines = split(text, '\n');
  if (WIFEXITED(status) && WEXITSTATUS(status) == 0 && lines.size() >= 3) {
    RunEnd end{std::stoi(std::string(lines[0])), std::nullopt, std::string(lines[2])};
    if (lines[1] != "0") end.run = std::stoll(std::string(lines[1]));
    return end;
  }
  log_error(WIFSIGNALED(status)
                ? "the run was brought down by signal " + std::to_string(WTERMSIG(status))
                : std::string("the run ended without a word"));
  return {k_bad_input, std::nullopt,
          "The run stopped unexpectedly and nothing of it was kept; the log of the server says "
          "more."};
}

// A run that is under way when the server is told to end gets a minute to finish.
int wait_for(pid_t child, Signals& signals, bool& was_ended) {
  std::optional<std::int64_t> told;
  for (;;) {
    int status = 0;
    if (::waitpid(child, &status, WNOHANG) == child) return status;
    if (signals.asked_to_end() && !told) told = steady_seconds();
    if (told && steady_seconds() - *told >= k_grace_seconds) {
      ::kill(child, SIGKILL);
      was_ended = true;
      ::waitpid(child, &status, 0);
      return status;
    }
    signals.wait(200);
  }
}

}  // namespace

RunEnd make_served_run(const ServedRun& run, Signals& signals) {
  std::array<int, 2> pipe{};
  if (::pipe2(pipe.data(), O_CLOEXEC) != 0) return failed(run, {ErrorKind::input, "no pipe"});
  const pid_t server = ::getpid();
  const pid_t child = ::fork();
  if (child == 0) {
    ::close(pipe[0]);
    run_in_child(run, pipe[1], server);
  }
  ::close(pipe[1]);
  RunEnd end;
  if (child < 0) {
    end = failed(run, {ErrorKind::input, "no process could be made for the run"});
  } else {
    bool was_ended = false;
    const int status = wait_for(child, signals, was_ended);
    end = end_from(all_of(pipe[0]), status);
    end.was_ended = was_ended;
  }
  ::close(pipe[0]);
  return end;
}

}  // namespace tidemark::cli
