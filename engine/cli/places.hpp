// Where things are when the command line does not say: the shipped rulebook, the store in the
// user's own data folder. Reads the environment; creates no file.
#pragma once

#include <string>

#include "base/result.hpp"

namespace tidemark::cli {

// $TIDEMARK_RULES, else the folder this program was built from, else <prefix>/share/tidemark/rules.
[[nodiscard]] Result<std::string> shipped_rules();

// $XDG_DATA_HOME/tidemark/tidemark.db, else ~/.local/share/tidemark/tidemark.db; its folder is
// made.
[[nodiscard]] Result<std::string> default_store();

}  // namespace tidemark::cli
