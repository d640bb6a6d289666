#include "house_rules.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <regex>
#include <set>

#include "base/file.hpp"
#include "base/text.hpp"

namespace tidemark::house {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t k_most_lines = 500;

// The diagram of the design: each folder with those that it stands on directly.
const std::map<std::string, std::vector<std::string>, std::less<>> k_stands_on = {
    {"base", {}},
    {"calendar", {"base"}},
    {"snapshot", {"calendar"}},
    {"rulebook", {"snapshot"}},
    {"evaluate", {"rulebook"}},
    {"casework", {"calendar"}},
    {"store", {"casework"}},
    {"audit", {"evaluate", "store"}},
    {"report", {"audit"}},
    {"cli", {"report"}},
};

bool may_include(const std::string& from, const std::string& to) {
  if (from == to) return true;
  const auto& below = k_stands_on.at(from);
  return std::any_of(below.begin(), below.end(),
                     [&](const std::string& folder) { return may_include(folder, to); });
}

struct SourceFile {
  std::string folder;  // "snapshot"
  std::string name;    // "snapshot/load.cpp"
  std::vector<std::string> lines;
};

std::vector<SourceFile> source_files(const fs::path& engine) {
  std::vector<SourceFile> files;
  for (const auto& entry : fs::recursive_directory_iterator(engine)) {
    const auto extension = entry.path().extension();
    if (extension != ".cpp" && extension != ".hpp") continue;
    const auto content = read_file(entry.path());
    SourceFile file;
    const fs::path name = fs::relative(entry.path(), engine);
    file.folder = name.begin()->string();
    file.name = name.generic_string();
    if (content.ok()) {
      for (const auto line : split(content.value(), '\n')) file.lines.emplace_back(line);
      if (file.lines.back().empty()) file.lines.pop_back();
    }
    files.push_back(std::move(file));
  }
  return files;
}

// What is wrong with an include of "to/..." in this file; empty if nothing is.
std::string fault_of_include(const SourceFile& file, const std::string& to) {
  if (to == "spdlog" && file.name != "base/log.cpp") return "includes spdlog; use base/log.hpp";
  if (to == ".." || to == ".") return "includes a relative path; write \"folder/file.hpp\"";
  if (k_stands_on.count(to) == 0 || may_include(file.folder, to)) return "";
  return "includes " + to + "/, which " + file.folder + "/ does not stand on";
}

std::string fault_of_line(const SourceFile& file, const std::string& line) {
  static const std::regex include(R"re(^\s*#\s*include\s*["<]([^"</]+)/)re");
  static const std::regex wall_clock(
      R"re(system_clock|\btime\s*\(\s*(nullptr|NULL|0|&)|gettimeofday)re");
  std::smatch found;
  if (std::regex_search(line, found, include)) return fault_of_include(file, found[1]);
  if (file.folder != "cli" && std::regex_search(line, wall_clock)) {
    return "looks at the clock; the date is a parameter everywhere but in cli/";
  }
  return "";
}

void complain_about(const SourceFile& file, std::vector<std::string>& complaints) {
  if (k_stands_on.count(file.folder) == 0) {
    complaints.push_back(file.name + ":1: the folder is not in the diagram of the house");
    return;
  }
  if (file.lines.size() > k_most_lines) {
    complaints.push_back(file.name + ":" + std::to_string(file.lines.size()) +
                         ": the file is longer than " + std::to_string(k_most_lines) + " lines");
  }
  const bool is_header = fs::path(file.name).extension() == ".hpp";
  if (is_header && (file.lines.empty() || file.lines.front().rfind("// ", 0) != 0)) {
    complaints.push_back(file.name + ":1: the header does not open with what it is");
  }
  for (std::size_t i = 0; i < file.lines.size(); ++i) {
    const std::string fault = fault_of_line(file, file.lines[i]);
    if (!fault.empty()) {
      complaints.push_back(file.name + ":" + std::to_string(i + 1) + ": " + fault);
    }
  }
}

}  // namespace

std::vector<std::string> complaints(const fs::path& engine) {
  std::vector<std::string> all;
  for (const SourceFile& file : source_files(engine)) complain_about(file, all);
  std::sort(all.begin(), all.end());
  return all;
}

}  // namespace tidemark::house
