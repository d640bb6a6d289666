// kill -9 in the middle of recording, over and over: the store opens and holds whole runs only.
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <random>

#include "invented_run.hpp"

namespace tidemark {
namespace {

constexpr std::uint64_t k_findings = 20000;

// Where a process dies: after so many findings, or after so many microseconds of recording.
struct Death {
  std::uint64_t after_findings = k_findings + 1;
  unsigned after_microseconds = 0;
};

[[noreturn]] void record_until_killed(const std::string& path, const Death& death) {
  auto store = Store::open(path);
  if (!store) ::_exit(3);
  auto open = std::move(store).value();
  for (;;) {
    auto run = invented_run(k_findings);
    run.next_finding = [&, inner = run.next_finding,
                        n = std::uint64_t{0}](FindingRow& row) mutable {
      if (++n > death.after_findings) ::kill(::getpid(), SIGKILL);
      return inner(row);
    };
    if (!record(open, std::move(run))) ::_exit(4);
  }
}

void kill_while_recording(const std::string& path, const Death& death) {
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) record_until_killed(path, death);
  if (death.after_findings > k_findings) {
    ::usleep(death.after_microseconds);
    ::kill(child, SIGKILL);
  }
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  REQUIRE(WIFSIGNALED(status));
}

TEST_CASE("killed at any finding, a run leaves nothing behind") {
  const OwnFolder folder;
  const std::string path = folder.file("a");
  for (const std::uint64_t n : {0U, 1U, 500U, 7000U, 19999U, 20000U}) {
    INFO("killed after " << n << " findings");
    kill_while_recording(path, {n, 0});
    const Store store = Store::open(path).value();
    CHECK(store.runs().value().empty());
    CHECK(what_is_wrong_with(store).empty());
  }
}

// How long one run takes here and now, so that the kills fall before, in and after one.
unsigned microseconds_of_a_run(const std::string& path) {
  auto store = Store::open(path).value();
  const auto start = std::chrono::steady_clock::now();
  REQUIRE(record(store, invented_run(k_findings)).ok());
  const auto taken = std::chrono::steady_clock::now() - start;
  return static_cast<unsigned>(
      std::chrono::duration_cast<std::chrono::microseconds>(taken).count());
}

TEST_CASE("killed at random moments, the store opens and holds whole runs only") {
  const OwnFolder folder;
  const std::string path = folder.file("a");
  const unsigned longest = 3 * microseconds_of_a_run(path);
  std::mt19937 dice(903);
  std::size_t runs_before = 1;
  for (int round = 0; round < 25; ++round) {
    INFO("round " << round);
    kill_while_recording(path, {k_findings + 1, static_cast<unsigned>(dice() % longest)});
    const Store store = Store::open(path).value();
    const auto runs = store.runs().value().size();
    CHECK(runs >= runs_before);  // what was once recorded stays
    CHECK(what_is_wrong_with(store).empty());
    runs_before = runs;
  }
  CHECK(runs_before > 1);  // some lived long enough, or the test shows nothing
}

TEST_CASE("two processes that record at once both do, one after the other") {
  const OwnFolder folder;
  const std::string path = folder.file("a");
  pid_t children[2] = {};
  for (pid_t& child : children) {
    child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
      auto store = Store::open(path);
      if (!store) ::_exit(3);
      auto open = std::move(store).value();
      for (int i = 0; i < 3; ++i) {
        if (!record(open, invented_run(2000))) ::_exit(4);
      }
      ::_exit(0);
    }
  }
  for (const pid_t child : children) {
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    CHECK(status == 0);
  }
  const Store store = Store::open(path).value();
  CHECK(store.runs().value().size() == 6);
  CHECK(what_is_wrong_with(store).empty());
}

}  // namespace
}  // namespace tidemark
