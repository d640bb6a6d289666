// Progress: one line on stderr that says what is going on; silent unless stderr is a terminal.
// Used from the thread that started the work.
#pragma once

#include <cstdint>
#include <string>

namespace tidemark::cli {

class Progress {
 public:
  Progress();
  ~Progress() { done(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void done();                                                               // wipes the line
  void say(const std::string& what);                                         // "judging"
  void say(const std::string& what, std::uint64_t done, std::uint64_t all);  // "reading 45 %"

 private:
  bool shown_;
  std::string last_;
};

}  // namespace tidemark::cli
