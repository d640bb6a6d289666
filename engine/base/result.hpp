// Result<T>: a value, or an Error that says what was found, where, and what to do.
//
// Expected failures (an unreadable file, a rule that does not load, a locked store) are returned,
// never thrown across a module's face. Programmer errors are assertions.
#pragma once

#include <cassert>
#include <string>
#include <utility>
#include <variant>

namespace tidemark {

// The kinds are those that end the program with their own exit code (design.md, "Errors").
enum class ErrorKind { usage, input, rules, store };

struct Error {
  ErrorKind kind = ErrorKind::input;
  std::string message;  // one sentence, already naming file, line and column where there are any
};

template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : held_(std::move(value)) {}      // NOLINT(google-explicit-constructor)
  Result(Error error) : held_(std::move(error)) {}  // NOLINT(google-explicit-constructor)

  [[nodiscard]] bool ok() const { return held_.index() == 0; }
  explicit operator bool() const { return ok(); }

  T& value() & {
    assert(ok());
    return std::get<0>(held_);
  }
  const T& value() const& {
    assert(ok());
    return std::get<0>(held_);
  }
  T&& value() && {
    assert(ok());
    return std::get<0>(std::move(held_));
  }
  const Error& error() const {
    assert(!ok());
    return std::get<1>(held_);
  }

 private:
  std::variant<T, Error> held_;
};

struct Done {};
using Status = Result<Done>;

}  // namespace tidemark
