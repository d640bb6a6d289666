#include "store/access_log.hpp"

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <fstream>

#include "base/digest.hpp"
#include "base/file.hpp"
#include "base/text.hpp"
#include "invented_run.hpp"

namespace tidemark {
namespace {

AccessEntry invented_entry(int n, const std::string& why = "panel of 26 April") {
  return {"2026-11-22T08:30:00Z", "jsmith", Access::printed, why, "pack " + std::to_string(n)};
}

AccessLog opened(const std::string& path) {
  auto log = AccessLog::open(path);
  INFO((log ? "" : log.error().message));
  REQUIRE(log.ok());
  return std::move(log).value();
}

void add_lines(AccessLog& log, int count) {
  for (int n = 1; n <= count; ++n) REQUIRE(log.add(invented_entry(n)).ok());
}

std::string text_of(const std::string& path) {
  return read_file(path).value();
}

void overwrite(const std::string& path, const std::string& text) {
  std::ofstream(path, std::ios::binary | std::ios::trunc) << text;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (const auto line : split(text, '\n')) lines.emplace_back(line);
  lines.pop_back();
  return lines;
}

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const auto& line : lines) text += line + "\n";
  return text;
}

TEST_CASE("what is added to the access log comes back in order, and every line follows") {
  const OwnFolder folder;
  AccessLog log = opened(folder.file("a.access"));
  const std::string awkward = "tab\there, line\nend, back\\slash, \xC3\xA9, \x7f";
  REQUIRE(log.add(invented_entry(1, awkward)).ok());
  REQUIRE(log.add({"2026-11-22T08:31:00Z", "", Access::refused, "", ""}).ok());
  const auto entries = log.entries().value();
  REQUIRE(entries.size() == 2);
  CHECK(entries[0].entry == invented_entry(1, awkward));
  CHECK(entries[1].line == 2);
  const auto check = log.check().value();
  CHECK(check.entries == 2);
  CHECK(check.first_broken == 0);
  CHECK(check.torn.empty());
}

TEST_CASE("anybody can work out a line's seal with sha256sum") {
  const OwnFolder folder;
  AccessLog log = opened(folder.file("a"));
  add_lines(log, 2);
  const auto lines = lines_of(text_of(folder.file("a")));
  CHECK(lines[0].substr(0, 64) == sha256_hex("\n" + lines[0].substr(65)));
  CHECK(lines[1].substr(0, 64) == sha256_hex(lines[0].substr(0, 64) + "\n" + lines[1].substr(65)));
  CHECK(log.check().value().last_seal == lines[1].substr(0, 64));
}

TEST_CASE("the access log is its owner's alone to read, and lies beside its store") {
  const OwnFolder folder;
  REQUIRE(AccessLog::beside(folder.file("a.db")).ok());
  struct stat found = {};
  REQUIRE(::stat(folder.file("a.db.access").c_str(), &found) == 0);
  CHECK((found.st_mode & 0777) == 0600);
}

TEST_CASE("a line that is altered, taken out, put in or moved is named") {
  const OwnFolder folder;
  const std::string path = folder.file("a");
  AccessLog log = opened(path);
  add_lines(log, 6);
  const auto whole = lines_of(text_of(path));
  const auto first_broken = [&](const std::vector<std::string>& lines) {
    overwrite(path, joined(lines));
    return log.check().value().first_broken;
  };
  CHECK(first_broken(whole) == 0);
  auto altered = whole;
  altered[2].replace(altered[2].find("jsmith"), 6, "mjones");
  CHECK(first_broken(altered) == 3);
  altered = whole;
  altered[3] = "not a line at all";
  CHECK(first_broken(altered) == 4);
  altered = whole;
  altered.erase(altered.begin() + 1);
  CHECK(first_broken(altered) == 2);
  altered = whole;
  altered.insert(altered.begin() + 4, whole[4]);
  CHECK(first_broken(altered) == 6);
  altered = whole;
  std::swap(altered[0], altered[1]);
  CHECK(first_broken(altered) == 1);
}

TEST_CASE("a line torn off at any byte is kept, told of by the next entry, and hides nothing") {
  const OwnFolder folder;
  const std::string path = folder.file("a");
  AccessLog log = opened(path);
  add_lines(log, 3);
  const std::string whole = text_of(path);
  const std::size_t last = joined({lines_of(whole)[0], lines_of(whole)[1]}).size();
  for (std::size_t cut = last + 1; cut + 1 < whole.size(); ++cut) {
    INFO("cut at byte " << cut);
    overwrite(path, whole.substr(0, cut));
    auto check = log.check().value();
    CHECK(check.entries == 2);
    CHECK(check.torn == std::vector<std::uint64_t>{3});
    CHECK(check.first_broken == 0);
    REQUIRE(log.add(invented_entry(9)).ok());
    check = log.check().value();
    CHECK(check.torn == std::vector<std::uint64_t>{3});
    CHECK(check.first_broken == 0);
    CHECK(text_of(path).substr(0, cut) == whole.substr(0, cut));
    const auto entries = log.entries().value();
    REQUIRE(entries.size() == 4);
    CHECK(entries[2].entry.what == Access::torn);
    CHECK(entries[3].entry == invented_entry(9));
  }
}

TEST_CASE("a line that lacks only its end is whole") {
  const OwnFolder folder;
  const std::string path = folder.file("a");
  AccessLog log = opened(path);
  add_lines(log, 3);
  std::string text = text_of(path);
  text.pop_back();
  overwrite(path, text);
  CHECK(log.check().value().entries == 3);
  REQUIRE(log.add(invented_entry(4)).ok());
  const auto check = log.check().value();
  CHECK(check.entries == 4);
  CHECK(check.torn.empty());
  CHECK(check.first_broken == 0);
}

TEST_CASE("the last line, altered, is named and not taken for a torn one") {
  const OwnFolder folder;
  const std::string path = folder.file("a");
  AccessLog log = opened(path);
  add_lines(log, 3);
  std::string text = text_of(path);
  text.replace(text.rfind("jsmith"), 6, "mjones");
  overwrite(path, text);
  CHECK(log.check().value().first_broken == 3);
  CHECK(log.check().value().torn.empty());
}

TEST_CASE("torn again while the torn line is told of, both are kept and told of") {
  const OwnFolder folder;
  const std::string path = folder.file("a");
  AccessLog log = opened(path);
  add_lines(log, 2);
  overwrite(path, text_of(path) + "half a li\nhalf of the line that tells of i");
  REQUIRE(log.add(invented_entry(3)).ok());
  const auto check = log.check().value();
  CHECK(check.first_broken == 0);
  CHECK(check.torn == std::vector<std::uint64_t>{3, 4});
  CHECK(check.entries == 4);
}

TEST_CASE("a torn line that is altered afterwards is named") {
  const OwnFolder folder;
  const std::string path = folder.file("a");
  AccessLog log = opened(path);
  add_lines(log, 1);
  overwrite(path, text_of(path) + "half a li");
  REQUIRE(log.add(invented_entry(2)).ok());
  std::string text = text_of(path);
  text.replace(text.find("half"), 4, "HALF");
  overwrite(path, text);
  CHECK(log.check().value().first_broken == 2);
}

TEST_CASE("a long line is found again from the end of the file") {
  const OwnFolder folder;
  AccessLog log = opened(folder.file("a"));
  for (int n = 0; n < 3; ++n) {
    REQUIRE(log.add(invented_entry(n, std::string(30000, 'w'))).ok());
  }
  CHECK(log.check().value().entries == 3);
  CHECK(log.check().value().first_broken == 0);
}

TEST_CASE("several programs that add at once lose no line and break no seal") {
  const OwnFolder folder;
  const std::string path = folder.file("a");
  std::vector<pid_t> writers;
  for (int writer = 0; writer < 4; ++writer) {
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
      auto log = AccessLog::open(path);
      for (int n = 0; n < 50; ++n) {
        if (!log || !log.value().add(invented_entry(n))) ::_exit(1);
      }
      ::_exit(0);
    }
    writers.push_back(child);
  }
  for (const pid_t writer : writers) {
    int status = 0;
    REQUIRE(::waitpid(writer, &status, 0) == writer);
    CHECK(status == 0);
  }
  const auto check = opened(path).check().value();
  CHECK(check.entries == 200);
  CHECK(check.first_broken == 0);
  CHECK(check.torn.empty());
}

TEST_CASE("what cannot be logged is refused, and a store in memory logs nothing") {
  CHECK(AccessLog::open("/nowhere/at/all").error().kind == ErrorKind::store);
  AccessLog log = AccessLog::beside(":memory:").value();
  CHECK(log.add(invented_entry(1)).ok());
  CHECK(log.entries().value().empty());
}

}  // namespace
}  // namespace tidemark
