#include "cli/verb.hpp"

#include <CLI/CLI.hpp>
#include <iostream>
#include <utility>

#include "cli/outcome.hpp"

namespace tidemark::cli {

Allowed Allowed::among(std::vector<std::string> values) {
  Allowed allowed;
  allowed.values_ = std::move(values);
  return allowed;
}

Allowed Allowed::between(int from, int to) {
  Allowed allowed;
  allowed.from_ = from;
  allowed.to_ = to;
  return allowed;
}

Allowed Allowed::positive() {
  return {};
}

Option& Option::required() {
  option_->required();
  return *this;
}

Option& Option::type_name(const std::string& name) {
  option_->type_name(name);
  return *this;
}

Option& Option::capture_default_str() {
  option_->capture_default_str();
  return *this;
}

Option& Option::delimiter(char between) {
  option_->delimiter(between);
  return *this;
}

Option& Option::check(const Allowed& allowed) {
  if (!allowed.values_.empty()) {
    option_->check(CLI::IsMember(allowed.values_));
  } else if (allowed.from_ < allowed.to_) {
    option_->check(CLI::Range(allowed.from_, allowed.to_));
  } else {
    option_->check([](const std::string& text) {
      const bool digits =
          !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
      const bool above = digits && text.find_first_not_of('0') != std::string::npos;
      return above ? std::string() : "\"" + text + "\" is not a whole number above 0";
    });
  }
  return *this;
}

Option& Option::needs(const Option& other) {
  option_->needs(other.option_);
  return *this;
}

Option& Option::excludes(const Option& other) {
  option_->excludes(other.option_);
  return *this;
}

Option Verb::add_option(const std::string& name, std::string& value, const std::string& help) {
  return Option(app_->add_option(name, value, help));
}

Option Verb::add_option(const std::string& name, int& value, const std::string& help) {
  return Option(app_->add_option(name, value, help));
}

Option Verb::add_option(const std::string& name, std::int64_t& value, const std::string& help) {
  return Option(app_->add_option(name, value, help));
}

Option Verb::add_option(const std::string& name, std::vector<std::string>& values,
                        const std::string& help) {
  return Option(app_->add_option(name, values, help));
}

Option Verb::add_option(const std::string& name, std::vector<std::int64_t>& values,
                        const std::string& help) {
  return Option(app_->add_option(name, values, help));
}

Option Verb::add_flag(const std::string& name, bool& value, const std::string& help) {
  return Option(app_->add_flag(name, value, help));
}

void Verb::footer(const std::string& words) {
  app_->footer(words);
}

void Verb::callback(std::function<void()> run) {
  app_->callback(std::move(run));
}

CommandLine::CommandLine(const std::string& name, const std::string& help,
                         const std::string& footer)
    : app_(std::make_unique<CLI::App>(help)) {
  app_->name(name);
  app_->require_subcommand(1);
  app_->footer(footer);
}

CommandLine::~CommandLine() = default;

Verb* CommandLine::add_subcommand(const std::string& name, const std::string& help) {
  verbs_.push_back(std::unique_ptr<Verb>(new Verb(app_->add_subcommand(name, help))));
  return verbs_.back().get();
}

int CommandLine::parse(int argc, char** argv) {
  try {
    app_->parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app_->exit(error, std::cout, std::cerr) == 0 ? k_done : k_usage;
  }
  return k_done;
}

}  // namespace tidemark::cli
