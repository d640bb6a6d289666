// Signals: SIGTERM and SIGINT ask the program to end, SIGHUP to read its configuration again,
// SIGCHLD wakes it. They are held back and looked at between steps, so that no step is cut short.
// One object, made before any thread.
#pragma once

#include <csignal>

namespace tidemark::cli {

class Signals {
 public:
  Signals();
  void wait(int milliseconds);  // returns at once when one comes
  [[nodiscard]] bool asked_to_end() const { return end_; }
  [[nodiscard]] bool take_reload();  // asked since the last time?
  // In a child that is to end when it is told to.
  static void let_through();

 private:
  sigset_t held_;
  bool end_ = false;
  bool reload_ = false;
};

}  // namespace tidemark::cli
