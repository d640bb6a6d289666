#include "cli/who.hpp"

#include <pwd.h>
#include <unistd.h>

#include <array>

namespace tidemark::cli {

std::string login_name() {
  std::array<char, 4096> room{};
  passwd entry{};
  passwd* found = nullptr;
  const uid_t user = ::getuid();
  if (::getpwuid_r(user, &entry, room.data(), room.size(), &found) == 0 && found != nullptr) {
    return found->pw_name;
  }
  return "uid " + std::to_string(user);
}

}  // namespace tidemark::cli
