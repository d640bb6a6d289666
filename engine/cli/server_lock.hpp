// ServerLock: held by the one program that makes the scheduled runs of a store: a lock on the file
// "<store>.lock", which the system lets go of however the program ends. Nothing else takes it:
// audits by hand go on beside it. Gives it back when it goes out of scope.
#pragma once

#include <string>

#include "base/result.hpp"

namespace tidemark::cli {

class ServerLock {
 public:
  // `holder`: one line that says who holds it, for whoever comes second; they get ErrorKind::store.
  [[nodiscard]] static Result<ServerLock> take(const std::string& store, const std::string& holder);
  ~ServerLock();
  ServerLock(ServerLock&& other) noexcept;
  ServerLock& operator=(ServerLock&& other) noexcept;

 private:
  explicit ServerLock(int descriptor) : descriptor_(descriptor) {}
  int descriptor_;
};

}  // namespace tidemark::cli
