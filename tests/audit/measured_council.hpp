// MeasuredCouncil: a copy of the test council's rules in a folder of its own, to which a test adds
// measures and snapshots. Removed with the object.
#pragma once

#include <stdlib.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "audit/measures.hpp"

namespace tidemark::tests {

class MeasuredCouncil {
 public:
  MeasuredCouncil() {
    std::string name =
        (std::filesystem::temp_directory_path() / "tidemark-measures-XXXXXX").string();
    REQUIRE(mkdtemp(name.data()) != nullptr);
    path = name;
    std::filesystem::copy(std::string(TIDEMARK_SOURCE_DIR) + "/tests/audit/council/rules",
                          path / "rules", std::filesystem::copy_options::recursive);
  }
  ~MeasuredCouncil() {
    std::error_code ignored;
    std::filesystem::remove_all(path, ignored);
  }
  MeasuredCouncil(const MeasuredCouncil&) = delete;
  MeasuredCouncil& operator=(const MeasuredCouncil&) = delete;

  void write(const std::string& file, const std::string& text) const {
    std::filesystem::create_directories((path / file).parent_path());
    std::ofstream(path / file) << text;
  }
  void measure(const std::string& id, const std::string& body) const {
    write("rules/measures/" + id + ".lua", "return measure { title = \"" + id +
                                               "\", source = \"test\", unit = \"orders\",\n" +
                                               body + " }\n");
  }
  // Rows of orders.csv, and a header with `children` ids from 101.
  void snapshot(const std::string& folder, int children,
                const std::vector<std::string>& orders) const {
    std::string header = "CHILD,DOB\n";
    for (int i = 0; i < children; ++i) header += std::to_string(101 + i) + ",2015-02-03\n";
    write(folder + "/header.csv", header);
    std::string rows = "CHILD,MADE,ENDED,KIND\n";
    for (const std::string& order : orders) rows += order + "\n";
    write(folder + "/orders.csv", rows);
  }
  [[nodiscard]] std::string at(const std::string& file) const { return (path / file).string(); }
  [[nodiscard]] MeasureRequest request(const std::string& folder, const std::string& period) const {
    MeasureRequest request;
    request.snapshot_path = at(folder);
    request.rules_folder = at("rules");
    request.periods = {*parse_period(period)};
    request.is_internal = true;
    return request;
  }

  std::filesystem::path path;
};

}  // namespace tidemark::tests
