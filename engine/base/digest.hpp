// SHA-256, the digest by which snapshots, rule sets and runs are known. Values only; one Sha256
// belongs to one thread.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace tidemark {

// Digests bytes that come in pieces.
class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(Sha256&&) noexcept;
  Sha256& operator=(Sha256&&) noexcept;

  Sha256& add(std::string_view bytes);
  // 64 lower-case hex digits; nothing may be added afterwards.
  [[nodiscard]] std::string hex();

 private:
  struct State;  // OpenSSL's, which no other file need know
  std::unique_ptr<State> state_;
};

[[nodiscard]] std::string sha256_hex(std::string_view bytes);

}  // namespace tidemark
