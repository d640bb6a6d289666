#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <set>

#include "base/file.hpp"
#include "made_run.hpp"
#include "report/report.hpp"

using namespace tidemark;
namespace fs = std::filesystem;

namespace {

struct Folder {
  fs::path path = fs::temp_directory_path() / ("tidemark-outputs-" + std::to_string(getpid()));
  ~Folder() { fs::remove_all(path); }
};

}  // namespace

TEST_CASE("the five outputs are written into a folder that is made") {
  const Folder folder;
  const fs::path out = folder.path / "a" / "b";
  AuditRequest request;
  request.snapshot_path = TIDEMARK_SOURCE_DIR "/fixtures/manager-edit";
  request.rules_folder = TIDEMARK_SOURCE_DIR "/rules";
  request.store_path = ":memory:";
  request.as_at = day_of(2021, 9, 30);
  const auto run = report::audit_into(request, out.string());
  INFO((run ? "" : run.error().message));
  REQUIRE(run.ok());
  std::set<std::string> names;
  for (const auto& entry : fs::directory_iterator(out)) names.insert(entry.path().filename());
  CHECK(names == std::set<std::string>{"findings.csv", "findings.json", "load-notes.csv",
                                       "report.html", "summary.csv"});
}

TEST_CASE("an output folder that cannot be made is an error that names it") {
  const Folder folder;
  fs::create_directories(folder.path);
  REQUIRE(write_file(folder.path / "file", "").ok());
  const Status written = report::make_folder((folder.path / "file/out").string());
  REQUIRE_FALSE(written.ok());
  CHECK(written.error().message.find("file/out") != std::string::npos);
}
