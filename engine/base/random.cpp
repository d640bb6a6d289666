#include "base/random.hpp"

#include <openssl/rand.h>

#include <array>
#include <cassert>
#include <cstring>
#include <limits>
#include <stdexcept>

namespace tidemark {

std::uint32_t random_below(std::uint32_t below) {
  assert(below > 0);
  constexpr std::uint32_t k_all = std::numeric_limits<std::uint32_t>::max();
  // The last numbers would make the first ones likelier; they are drawn again.
  const std::uint32_t fair = k_all - k_all % below;
  for (;;) {
    std::array<unsigned char, sizeof(std::uint32_t)> bytes{};
    if (RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) != 1) {
      throw std::runtime_error("the system gives no random numbers");
    }
    std::uint32_t number = 0;
    std::memcpy(&number, bytes.data(), bytes.size());
    if (number < fair) return number % below;
  }
}

}  // namespace tidemark
