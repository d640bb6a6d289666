#include "cli/signals.hpp"

#include <ctime>
#include <utility>

namespace tidemark::cli {

Signals::Signals() {
  ::sigemptyset(&held_);
  for (const int signal : {SIGTERM, SIGINT, SIGHUP, SIGCHLD}) ::sigaddset(&held_, signal);
  ::pthread_sigmask(SIG_BLOCK, &held_, nullptr);
}

void Signals::wait(int milliseconds) {
  timespec time{milliseconds / 1000, static_cast<long>(milliseconds % 1000) * 1000000};
  const int signal = ::sigtimedwait(&held_, nullptr, &time);
  if (signal == SIGTERM || signal == SIGINT) end_ = true;
  if (signal == SIGHUP) reload_ = true;
}

bool Signals::take_reload() {
  return std::exchange(reload_, false);
}

void Signals::let_through() {
  sigset_t none;
  ::sigemptyset(&none);
  ::pthread_sigmask(SIG_SETMASK, &none, nullptr);
}

}  // namespace tidemark::cli
