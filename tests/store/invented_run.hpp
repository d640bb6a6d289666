// Runs made up for the tests of the store, and a folder of their own to keep them in.
#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "store/run_writer.hpp"
#include "store/store.hpp"

namespace tidemark {

// Removed, with all that is in it, at the end of the test.
class OwnFolder {
 public:
  OwnFolder();
  ~OwnFolder();
  OwnFolder(const OwnFolder&) = delete;
  OwnFolder& operator=(const OwnFolder&) = delete;
  [[nodiscard]] std::string file(const std::string& name) const { return (path_ / name).string(); }
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

// Finding number n (from 1) of an invented run.
[[nodiscard]] FindingRow invented_finding(std::uint64_t n);
struct InventedRun {
  NewRun run;
  std::function<bool(FindingRow&)> next_finding;  // false at the end
};
[[nodiscard]] InventedRun invented_run(std::uint64_t findings,
                                       const std::string& as_at = "2021-09-30");
[[nodiscard]] Result<RunRecord> record(const Store& store, InventedRun run);

// Whole runs only: as many rows as each says, every seal in its place. "" or what is wrong.
[[nodiscard]] std::string what_is_wrong_with(const Store& store);

}  // namespace tidemark
