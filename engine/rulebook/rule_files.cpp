// Reading the files of a rules folder, without running them.
#include <algorithm>
#include <filesystem>
#include <fstream>

#include "rulebook/rulebook.hpp"
#include "rulebook/sandbox.hpp"

namespace tidemark {

namespace {

namespace fs = std::filesystem;

// One byte more than the sandbox takes is enough to be refused by it.
Result<std::string> read_text(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::string text(k_source_cap + 1, '\0');
  if (in) in.read(text.data(), static_cast<std::streamsize>(text.size()));
  if (in.bad() || (!in && !in.eof())) {
    return Error{ErrorKind::rules, path.string() + ": cannot be read"};
  }
  text.resize(static_cast<std::size_t>(in.gcount()));
  return text;
}

bool is_hidden(const fs::path& path) {
  return path.filename().string().starts_with(".");
}

}  // namespace

Result<std::vector<RuleFile>> read_rule_files(const std::string& folder) {
  std::error_code error;
  if (!fs::is_directory(folder, error)) {
    return Error{ErrorKind::rules, folder + ": there is no such folder of rules"};
  }
  std::vector<RuleFile> files;
  fs::recursive_directory_iterator walk(folder, error);
  for (; !error && walk != fs::recursive_directory_iterator(); walk.increment(error)) {
    if (is_hidden(walk->path())) {
      if (walk->is_directory(error)) walk.disable_recursion_pending();
      continue;
    }
    if (walk->path().extension() != ".lua" || !walk->is_regular_file(error)) continue;
    Result<std::string> text = read_text(walk->path());
    if (!text) return text.error();
    files.push_back(
        {fs::relative(walk->path(), folder, error).generic_string(), std::move(text).value()});
  }
  if (error) return Error{ErrorKind::rules, folder + ": cannot be read: " + error.message()};
  std::sort(files.begin(), files.end(),
            [](const RuleFile& a, const RuleFile& b) { return a.path < b.path; });
  return files;
}

}  // namespace tidemark
