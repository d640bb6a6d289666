// CommandLine, Verb, Option: the program's command line and its verbs. A face over CLI11, which
// only verb.cpp reads: its header takes a compiler three seconds and clang-tidy fifteen, for every
// file that includes it. A CommandLine owns its verbs; what an option fills in must outlive the
// parsing. One thread.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace CLI {  // NOLINT(readability-identifier-naming): the library's own name
class App;
class Option;
}  // namespace CLI

namespace tidemark::cli {

// What an option's value must be; anything else is refused in one sentence, as usage.
class Allowed {
 public:
  [[nodiscard]] static Allowed among(std::vector<std::string> values);
  [[nodiscard]] static Allowed between(int from, int to);  // both may be
  [[nodiscard]] static Allowed positive();

 private:
  friend class Option;
  std::vector<std::string> values_;
  int from_ = 0, to_ = 0;
};

class Option {
 public:
  Option& required();
  Option& type_name(const std::string& name);  // what --help calls the value
  Option& capture_default_str();               // --help shows the value that it has now
  Option& delimiter(char between);             // several values in one word
  Option& check(const Allowed& allowed);
  Option& needs(const Option& other);
  Option& excludes(const Option& other);

 private:
  friend class Verb;
  explicit Option(CLI::Option* option) : option_(option) {}
  CLI::Option* option_;
};

class Verb {
 public:
  // `name`: "--store", or a word without dashes for what is told by its place.
  Option add_option(const std::string& name, std::string& value, const std::string& help);
  Option add_option(const std::string& name, int& value, const std::string& help);
  Option add_option(const std::string& name, std::int64_t& value, const std::string& help);
  Option add_option(const std::string& name, std::vector<std::string>& values,
                    const std::string& help);
  Option add_option(const std::string& name, std::vector<std::int64_t>& values,
                    const std::string& help);
  Option add_flag(const std::string& name, bool& value, const std::string& help);
  void footer(const std::string& words);
  void callback(std::function<void()> run);

 private:
  friend class CommandLine;
  explicit Verb(CLI::App* app) : app_(app) {}
  CLI::App* app_;
};

class CommandLine {
 public:
  CommandLine(const std::string& name, const std::string& help, const std::string& footer);
  ~CommandLine();
  CommandLine(const CommandLine&) = delete;
  CommandLine& operator=(const CommandLine&) = delete;

  [[nodiscard]] Verb* add_subcommand(const std::string& name, const std::string& help);
  // Runs what the words name. k_done, also for --help; k_usage when they are not understood.
  [[nodiscard]] int parse(int argc, char** argv);

 private:
  std::unique_ptr<CLI::App> app_;
  std::vector<std::unique_ptr<Verb>> verbs_;
};

}  // namespace tidemark::cli
