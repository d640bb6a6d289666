// What a store says when it cannot be used: one sentence, ErrorKind::store, nothing touched.
#include <sched.h>
#include <signal.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <fstream>
#include <functional>

#include "invented_run.hpp"
#include "store/schema.hpp"
#include "store/transaction.hpp"

namespace tidemark {
namespace {

namespace fs = std::filesystem;

std::string refusal(const std::string& path) {
  auto store = Store::open(path, 50);
  REQUIRE_FALSE(store.ok());
  CHECK(store.error().kind == ErrorKind::store);
  CHECK_THAT(store.error().message, Catch::Contains(path));
  CHECK(store.error().message.find('\n') == std::string::npos);
  return store.error().message;
}

std::string bytes_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// What `work` says in a process of its own, so that it may give up rights and room.
std::string said_by_a_child(const std::function<std::string()>& work) {
  int ends[2] = {};
  REQUIRE(::pipe(ends) == 0);
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    const std::string said = work();
    const auto sent = ::write(ends[1], said.data(), said.size());
    ::_exit(sent == static_cast<ssize_t>(said.size()) ? 0 : 1);
  }
  ::close(ends[1]);
  std::string said;
  char buffer[512];
  for (ssize_t got = 0; (got = ::read(ends[0], buffer, sizeof buffer)) > 0;) {
    said.append(buffer, static_cast<std::size_t>(got));
  }
  ::close(ends[0]);
  REQUIRE(::waitpid(child, nullptr, 0) == child);
  return said;
}

std::string outcome(const std::string& path, std::uint64_t findings = 5000) {
  auto store = Store::open(path, 50);
  if (!store) return store.error().message;
  auto opened = std::move(store).value();
  auto made = record(opened, invented_run(findings));
  return made ? "recorded" : made.error().message;
}

// Root may write anywhere; the children become nobody.
std::string outcome_for_nobody(const std::string& path) {
  return said_by_a_child([&] {
    if (::geteuid() == 0 && ::seteuid(65534) != 0) return std::string("cannot become nobody");
    return outcome(path);
  });
}

TEST_CASE("a file that is no database is refused and left as it is") {
  const OwnFolder folder;
  const std::string path = folder.file("report.csv");
  std::ofstream(path) << "rule,child,occasion\n" << std::string(2000, 'x');
  const std::string before = bytes_of(path);
  CHECK_THAT(refusal(path), Catch::Contains("is not a Tidemark store"));
  CHECK(bytes_of(path) == before);
}

TEST_CASE("a store that was cut off is refused, not repaired by guessing") {
  const OwnFolder folder;
  const std::string path = folder.file("a");
  CHECK(outcome(path) == "recorded");
  fs::resize_file(path, fs::file_size(path) / 2);
  auto store = Store::open(path, 50);
  if (store) {
    CHECK_FALSE(what_is_wrong_with(store.value()).empty());
  } else {
    CHECK_THAT(store.error().message, Catch::Contains("damaged"));
  }
}

TEST_CASE("another program's database is refused and left as it is") {
  const OwnFolder folder;
  const std::string path = folder.file("contacts.sqlite");
  Database(path, 50).run("CREATE TABLE contact (name TEXT)");
  const std::string before = bytes_of(path);
  CHECK_THAT(refusal(path), Catch::Contains("another program's database"));
  CHECK(bytes_of(path) == before);
}

TEST_CASE("a store of a newer Tidemark is refused with both versions named") {
  const OwnFolder folder;
  const std::string path = folder.file("a");
  {
    Database database(path, 50);
    migrate(database);
    database.run("PRAGMA user_version = 99");
  }
  CHECK_THAT(refusal(path), Catch::Contains("newer Tidemark") && Catch::Contains("99"));
}

TEST_CASE("a store without a name, in no folder, or that is a folder is refused") {
  const OwnFolder folder;
  CHECK_THAT(refusal(""), Catch::Contains("no name"));
  CHECK_THAT(refusal(folder.file("no/such/folder")), Catch::Contains("No such file"));
  CHECK_THAT(refusal(folder.path().string()), Catch::Contains("cannot be opened"));
}

TEST_CASE("a locked store says so, and the run succeeds when repeated") {
  const OwnFolder folder;
  const std::string path = folder.file("a");
  REQUIRE(outcome(path) == "recorded");
  Database other(path, 50);
  {
    const Transaction held(other);
    CHECK_THAT(outcome(path), Catch::Contains("in use by another program"));
  }
  CHECK(outcome(path) == "recorded");
  CHECK(Store::open(path).value().runs().value().size() == 2);
}

TEST_CASE("a file or a folder that may not be written says so") {
  const OwnFolder folder;
  const std::string path = folder.file("a");
  REQUIRE(outcome(path) == "recorded");
  fs::permissions(folder.path(), fs::perms(0755));
  fs::permissions(path, fs::perms(0444));
  CHECK_THAT(outcome_for_nobody(path), Catch::Contains("read-only"));
  fs::permissions(path, fs::perms(0666));
  fs::permissions(folder.path(), fs::perms(0555));
  const std::string said = outcome_for_nobody(path);
  CHECK_THAT(said, Catch::Contains("cannot be opened for writing") || Catch::Contains("read-only"));
  CHECK_THAT(outcome_for_nobody(folder.file("b")), Catch::Contains("cannot be made"));
  fs::permissions(folder.path(), fs::perms(0755));
  CHECK(Store::open(path).value().runs().value().size() == 1);
}

// Mounts a disk of this size on the folder, in a world of the calling process's own, in which it
// may mount because it is root there, whoever it is outside.
bool mount_small_disk(const fs::path& folder, const char* size) {
  const auto user = ::geteuid();
  const auto group = ::getegid();
  if (::unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0) return false;
  std::ofstream("/proc/self/setgroups") << "deny";
  std::ofstream("/proc/self/uid_map") << "0 " << user << " 1";
  std::ofstream("/proc/self/gid_map") << "0 " << group << " 1";
  return ::mount("none", folder.c_str(), "tmpfs", 0, size) == 0;
}

TEST_CASE("a full disk says so, keeps nothing of the run, and the run succeeds with more room") {
  const OwnFolder folder;
  const std::string path = folder.file("a");
  const std::string said = said_by_a_child([&] {
    if (!mount_small_disk(folder.path(), "size=600k")) return std::string("not permitted");
    const std::string filler = folder.file("filler");
    std::ofstream(filler) << std::string(200 << 10, 'x');
    const std::string full = outcome(path);
    {
      auto store = Store::open(path, 50);
      if (!store) return full + " then " + store.error().message;
      if (!store.value().runs().value().empty()) return std::string("something was kept");
    }
    fs::remove(filler);
    return full + "|" + outcome(path, 1000);
  });
  if (said == "not permitted") {
    WARN("no small disk can be mounted here, so a full one was not tried");
    return;
  }
  CHECK_THAT(said, Catch::Contains("the disk is full") && Catch::EndsWith("|recorded"));
}

TEST_CASE("a disk that fails says so and keeps nothing of the run") {
  const OwnFolder folder;
  const std::string path = folder.file("a");
  REQUIRE(outcome(path) == "recorded");
  const std::string said = said_by_a_child([&] {
    // A file that may not grow fails as a broken disk does.
    ::signal(SIGXFSZ, SIG_IGN);
    const rlimit room = {fs::file_size(path) + 8192, fs::file_size(path) + 8192};
    if (::setrlimit(RLIMIT_FSIZE, &room) != 0) return std::string("no limit set");
    return outcome(path);
  });
  CHECK_THAT(said, Catch::Contains("full or failing"));
  const Store store = Store::open(path).value();
  CHECK(store.runs().value().size() == 1);
  CHECK(what_is_wrong_with(store).empty());
}

}  // namespace
}  // namespace tidemark
