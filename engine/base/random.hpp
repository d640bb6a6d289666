// Numbers from the system's random source, for references that nobody may be able to work out.
// Not for anything that must come out the same twice. Any thread.
#pragma once

#include <cstdint>

namespace tidemark {

// From 0 up to but not including `below` (at least 1), each as likely as any other. Ends the
// program where the system gives no random bytes: what should be unguessable must not be guessable
// quietly.
[[nodiscard]] std::uint32_t random_below(std::uint32_t below);

}  // namespace tidemark
