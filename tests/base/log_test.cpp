#include "base/log.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <cstdio>
#include <functional>

#include "base/file.hpp"

using namespace tidemark;

namespace {

// What `act` writes to stderr.
std::string stderr_of(const std::function<void()>& act) {
  const std::string path = "/tmp/tidemark-log-" + std::to_string(getpid());
  std::fflush(stderr);
  const int kept = dup(STDERR_FILENO);
  const int file = open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
  dup2(file, STDERR_FILENO);
  act();
  std::fflush(stderr);
  dup2(kept, STDERR_FILENO);
  close(file);
  close(kept);
  const auto written = read_file(path);
  unlink(path.c_str());
  REQUIRE(written.ok());
  return written.value();
}

}  // namespace

TEST_CASE("a log line has its grade and its message and no time of day") {
  CHECK(stderr_of([] { log_warn("the store is 3 GB"); }) ==
        "tidemark: warning: the store is 3 GB\n");
}

TEST_CASE("what is less grave than the level is not written") {
  set_log_level(LogLevel::error);
  CHECK(stderr_of([] { log_warn("unheard"); }).empty());
  CHECK(stderr_of([] { log_error("heard"); }) == "tidemark: error: heard\n");
  set_log_level(LogLevel::info);
  CHECK(stderr_of([] { log_info("heard"); }) == "tidemark: info: heard\n");
  set_log_level(LogLevel::warn);
}

TEST_CASE("no byte of a message steers the terminal, forges a line or is read as a format") {
  CHECK(stderr_of([] { log_error("a\x1b[2Jb\nerror: {} %s"); }) ==
        "tidemark: error: a?[2Jb?error: {} %s\n");
}
