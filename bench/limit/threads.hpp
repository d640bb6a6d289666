// Runs work(0) .. work(threads - 1), each in its own thread, and waits for all of them.
#pragma once

#include <thread>
#include <vector>

namespace limit {

template <class Work>
void in_threads(int threads, Work work) {
  std::vector<std::thread> others;
  for (int i = 1; i < threads; ++i) others.emplace_back(work, i);
  work(0);
  for (std::thread& other : others) other.join();
}

}  // namespace limit
