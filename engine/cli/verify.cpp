// tidemark verify: is the store what it was when its runs were sealed, and do they come out the
// same?
#include <algorithm>
#include <iostream>
#include <memory>
#include <string>

#include "audit/verification.hpp"
#include "base/text.hpp"
#include "cli/outcome.hpp"
#include "cli/progress.hpp"
#include "cli/stored.hpp"
#include "cli/verbs.hpp"

namespace tidemark::cli {

namespace {

constexpr std::size_t k_shown = 20;  // flaws of a run in the text; the CSV has all

constexpr const char* k_unlocked =
    "the store was read without a lock, which cannot be had where it lies: had anybody written to "
    "it meanwhile, this would not be reliable";

struct Options {
  std::string store, seal;
  std::string format = "text";
  std::int64_t run = 0;
  bool all = false;
  int threads = 1;
};

std::string counted(std::uint64_t n, const std::string& one, const std::string& many) {
  return std::to_string(n) + " " + (n == 1 ? one : many);
}

std::string outcome_of(const VerifiedRun& run) {
  if (!run.flaws.empty()) return counted(run.flaws.size(), "difference", "differences");
  if (run.purged_at) return "purged on " + run.purged_at->substr(0, 10) + "; its totals add up";
  return "identical";
}

std::string words_of(const PurgedPack& pack) {
  return "pack " + std::to_string(pack.number) + ": its files were purged on " +
         pack.purged_at.substr(0, 10) + "; its row is as it was sealed";
}

void print_csv(const Verification& verification) {
  const auto line = [](std::int64_t run, const std::string& check, const Flaw& flaw) {
    std::cout << (run == 0 ? "" : std::to_string(run)) << ',' << check;
    for (const std::string* text : {&flaw.rule, &flaw.child, &flaw.occasion, &flaw.field,
                                    &flaw.stored, &flaw.computed, &flaw.says}) {
      std::cout << ',' << csv_cell(*text);
    }
    std::cout << '\n';
  };
  std::cout << "run,check,rule,child,occasion,field,stored,computed,says\n";
  for (const Flaw& flaw : verification.flaws) line(flaw.run, name_of(flaw.check), flaw);
  for (const std::string& note : verification.notes) line(0, "note", flaw_of({}, 0, note));
  for (const PurgedPack& pack : verification.purged_packs)
    line(0, "result", flaw_of({}, 0, words_of(pack)));
  for (const VerifiedRun& run : verification.runs) {
    line(run.record.number, "result", flaw_of(Check::again, 0, outcome_of(run)));
    for (const Flaw& flaw : run.flaws) line(flaw.run, name_of(flaw.check), flaw);
  }
}

void print_run(const VerifiedRun& run, const std::string& engine) {
  std::cout << "run " << run.record.number << " (as at " << run.record.as_at << ", "
            << counted(run.record.finding_count, "finding", "findings") << "): " << outcome_of(run)
            << "\n";
  for (std::size_t i = 0; i < std::min(run.flaws.size(), k_shown); ++i) {
    std::cout << "  " << run.flaws[i].says << "\n";
  }
  if (run.flaws.size() > k_shown) {
    std::cout << "  and " << run.flaws.size() - k_shown
              << " more differences; --format csv lists them all\n";
  }
  if (!run.flaws.empty() && !run.other_engine.empty()) {
    std::cout << "  The run was made by engine " << run.other_engine << "; this is " << engine
              << ", which may judge otherwise.\n";
  }
}

void print_text(const Verification& verification, const std::string& path) {
  std::cout << path << ": " << counted(verification.contents, "kept file", "kept files") << ", "
            << counted(verification.packs, "pack", "packs") << "\n";
  if (verification.flaws.empty()) {
    std::cout << "Everything that was recorded follows seal from seal, and every kept file gives "
                 "its digest.\n";
  }
  for (const Flaw& flaw : verification.flaws) std::cout << "  " << flaw.says << "\n";
  for (const std::string& note : verification.notes) std::cout << "Note: " << note << ".\n";
  for (const PurgedPack& pack : verification.purged_packs) std::cout << words_of(pack) << "\n";
  for (const VerifiedRun& run : verification.runs) print_run(run, TIDEMARK_VERSION);
  const char* const right = verification.notes.empty()
                                ? "Everything is as it was sealed.\n"
                                : "Everything that could be checked is as it was sealed.\n";
  std::cout << (verification.is_right() ? right : "This store is NOT as it was sealed.\n");
  if (!verification.last_seal.empty()) {
    std::cout << "The last seal is " << verification.last_seal
              << "; noted elsewhere, it shows later that nothing was taken off the end (--seal).\n";
  }
}

int run(const Options& options) {
  const Result<std::string> path = existing_store(options.store);
  if (!path) return fail(path.error());
  const Result<Store> store = Store::open_to_read(path.value());
  if (!store) return fail(store.error());
  Progress progress;
  VerifyRequest request;
  if (options.run != 0) request.run = options.run;
  request.known_seal = options.seal;
  Result<std::optional<AccessChain>> log = AccessLog::read_beside(path.value());
  if (log) {
    request.log = std::move(log).value();
  } else {
    request.why_no_log = log.error().message;
  }
  request.threads = options.threads;
  request.engine_version = TIDEMARK_VERSION;
  request.progress = [&progress](std::string_view stage, std::uint64_t done, std::uint64_t all) {
    progress.say(std::string(stage), done, all);
  };
  Result<Verification> verified = verify(store.value(), request);
  progress.done();
  if (!verified) return fail(verified.error());
  if (store.value().is_unlocked()) verified.value().notes.emplace_back(k_unlocked);
  if (options.format == "csv") {
    print_csv(verified.value());
  } else {
    print_text(verified.value(), path.value());
  }
  return verified.value().is_right() ? k_done : k_store;
}

void add_options(Verb& verb, Options& options) {
  verb.add_option("--store", options.store, "The store (default: as audit)").type_name("FILE");
  const Option one = verb.add_option("--run", options.run, "Make only this run again")
                         .check(Allowed::positive())
                         .type_name("N");
  verb.add_flag("--all", options.all, "Make every run again (as without --run)").excludes(one);
  verb.add_option("--seal", options.seal, "A seal that was written down: the store must have it")
      .type_name("SEAL");
  verb.add_option("--format", options.format, "text or csv")
      .capture_default_str()
      .check(Allowed::among({"text", "csv"}))
      .type_name("FORM");
  verb.add_option("--threads", options.threads, "Threads; the result is the same for any number")
      .capture_default_str()
      .check(Allowed::between(1, 256))
      .type_name("N");
}

}  // namespace

void add_verify(CommandLine& app, int& exit_code) {
  Verb* verb = app.add_subcommand(
      "verify", "Check the seals of a store and make its runs again from what it holds.");
  auto options = std::make_shared<Options>();
  add_options(*verb, *options);
  verb->footer(
      "Ends with 5 when anything is not as it was sealed. Changes nothing.\n\n"
      "Examples:\n"
      "  tidemark verify\n"
      "  tidemark verify --store council.db --run 12 --format csv");
  verb->callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace tidemark::cli
