// A copy of the test council (tests/audit/council) in a folder of its own, with a store beside it.
// Gone with the object. One thread.
#pragma once

#include <sqlite3.h>
#include <stdlib.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <string>

#include "audit/run.hpp"
#include "store/store.hpp"

namespace tidemark {

const Day k_march = day_of(2021, 3, 31);
const Day k_april = day_of(2021, 4, 30);

class CopiedCouncil {
 public:
  CopiedCouncil() {
    namespace fs = std::filesystem;
    std::string name = (fs::temp_directory_path() / "tidemark-council-XXXXXX").string();
    REQUIRE(mkdtemp(name.data()) != nullptr);
    path = name;
    fs::copy(std::string(TIDEMARK_SOURCE_DIR) + "/tests/audit/council", path,
             fs::copy_options::recursive);
  }
  ~CopiedCouncil() {
    std::error_code ignored;
    std::filesystem::remove_all(path, ignored);
  }
  CopiedCouncil(const CopiedCouncil&) = delete;
  CopiedCouncil& operator=(const CopiedCouncil&) = delete;

  // An audit that is recorded in the store.
  [[nodiscard]] AuditRun audited(const char* snapshot, Day as_at) const {
    AuditRequest request;
    request.snapshot_path = (path / snapshot).string();
    request.rules_folder = (path / "rules").string();
    request.store_path = store_path();
    request.as_at = as_at;
    request.made_at = "2021-04-01T09:00:00Z";
    request.engine_version = "test";
    auto run = run_audit(request);
    INFO((run ? "" : run.error().message));
    REQUIRE(run.ok());
    return std::move(run).value();
  }

  [[nodiscard]] std::string store_path() const { return (path / "store").string(); }
  [[nodiscard]] Store store() const { return Store::open(store_path()).value(); }

  // Does to the store's file what nobody should.
  void sql(const std::string& statements) const {
    sqlite3* database = nullptr;
    REQUIRE(sqlite3_open(store_path().c_str(), &database) == SQLITE_OK);
    char* message = nullptr;
    const int code = sqlite3_exec(database, statements.c_str(), nullptr, nullptr, &message);
    INFO((message == nullptr ? "" : message));
    sqlite3_free(message);
    sqlite3_close(database);
    REQUIRE(code == SQLITE_OK);
  }

  std::filesystem::path path;
};

}  // namespace tidemark
