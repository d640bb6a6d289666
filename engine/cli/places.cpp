#include "cli/places.hpp"

#include <cstdlib>
#include <filesystem>
#include <optional>
#include <system_error>

namespace tidemark::cli {

namespace {

namespace fs = std::filesystem;

std::optional<fs::path> environment(const char* name) {
  const char* value = std::getenv(name);
  if (value == nullptr || *value == '\0') return std::nullopt;
  return fs::path(value);
}

bool is_rules_folder(const fs::path& folder) {
  std::error_code ignored;  // "cannot look" and "is not there" both mean: not this one
  return fs::is_regular_file(folder / "model.lua", ignored);
}

}  // namespace

Result<std::string> shipped_rules() {
  if (const auto named = environment("TIDEMARK_RULES")) {
    if (is_rules_folder(*named)) return named->string();
    return Error{ErrorKind::rules, "TIDEMARK_RULES names " + named->string() +
                                       ", which holds no model.lua; name a folder of rules"};
  }
  if (is_rules_folder(TIDEMARK_SOURCE_RULES)) return std::string(TIDEMARK_SOURCE_RULES);
  std::error_code failed;
  const fs::path program = fs::read_symlink("/proc/self/exe", failed);
  const fs::path installed = program.parent_path().parent_path() / "share/tidemark/rules";
  if (!failed && is_rules_folder(installed)) return installed.string();
  return Error{ErrorKind::rules, "the shipped rules are neither in " TIDEMARK_SOURCE_RULES
                                 " nor in " +
                                     installed.string() + "; name a folder with --rules DIR"};
}

Result<std::string> default_store() {
  fs::path folder;
  if (const auto chosen = environment("XDG_DATA_HOME")) {
    folder = *chosen;
  } else if (const auto home = environment("HOME")) {
    folder = *home / ".local/share";
  } else {
    return Error{ErrorKind::store,
                 "neither XDG_DATA_HOME nor HOME is set, so there is no place for the store; "
                 "name a file with --store FILE"};
  }
  folder /= "tidemark";
  std::error_code failed;
  fs::create_directories(folder, failed);
  if (failed) {
    return Error{ErrorKind::store, "the folder " + folder.string() + " cannot be made (" +
                                       failed.message() + "); name a file with --store FILE"};
  }
  return (folder / "tidemark.db").string();
}

}  // namespace tidemark::cli
