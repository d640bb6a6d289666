// Who runs the program: the name that the access log keeps. Reads the system's list of users.
#pragma once

#include <string>

namespace tidemark::cli {

// The login name of the user whose process this is, whatever the environment says; "uid 1000" where
// the system has no name for them.
[[nodiscard]] std::string login_name();

}  // namespace tidemark::cli
