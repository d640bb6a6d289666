// Random: a small generator of random numbers (splitmix64) whose sequence is the same on every
// machine, which the standard library's distributions do not promise. Values only.
#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>

namespace tidemark::bench {

class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() {
    std::uint64_t z = (state_ += 0x9e3779b97f4a7c15U);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
    return z ^ (z >> 31);
  }
  double fraction() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }
  bool chance(double probability) { return fraction() < probability; }
  // Both ends included; draws nothing when there is nothing to choose.
  int between(int lowest, int highest) {
    if (highest <= lowest) return lowest;
    return lowest + static_cast<int>(next() % static_cast<std::uint64_t>(highest - lowest + 1));
  }
  // How long something lasts, in days: mostly short, now and then very long.
  int duration(double mean) {
    const double days = -mean * std::log(1.0 - fraction());
    return days < 1 ? 1 : (days > 2000 ? 2000 : static_cast<int>(days));
  }
  char letter() { return static_cast<char>('A' + between(0, 25)); }
  template <std::size_t N>
  const char* pick(const char* const (&choices)[N]) {
    return choices[next() % N];
  }

 private:
  std::uint64_t state_;
};

}  // namespace tidemark::bench
