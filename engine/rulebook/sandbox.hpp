// Sandbox: one Lua state in which a file somebody edited can do no harm: own functions only, a cap
// on memory, an instruction budget that is the same on every machine, a read-only environment in
// which an unknown name is an error. One per rule file and thread; never shared.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <lua.hpp>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "rulebook/rule_error.hpp"

namespace tidemark {

constexpr std::size_t k_source_cap = 64 * 1024;
constexpr std::size_t k_memory_cap = 16 * 1024 * 1024;
constexpr std::int64_t k_budget = 20'000'000;

// How a call into the sandbox ended, when not well.
struct ScriptFault {
  std::string file;  // as given to run_file; "" when no Lua was running
  int line = 0;
  std::string message;  // without file and line
};

class Sandbox {
 public:
  Sandbox();
  ~Sandbox();
  Sandbox(const Sandbox&) = delete;
  Sandbox& operator=(const Sandbox&) = delete;

  [[nodiscard]] lua_State* lua() { return lua_; }
  static Sandbox& of(lua_State* lua);
  [[nodiscard]] void* host() const { return host_; }  // whoever the bound functions work for
  void set_host(void* host) { host_ = host; }

  // Makes the value on top of the stack a word of the language, and pops it. Only inside call().
  void define(const char* name);
  void define(const char* name, lua_CFunction function);

  // Runs `body` protected: errors of Lua and RuleErrors end it and are kept in fault().
  [[nodiscard]] bool call(const std::function<void(lua_State*)>& body);
  [[nodiscard]] const ScriptFault& fault() const { return fault_; }

  // Loads text and calls it; its one result is on top of the stack. Only inside call().
  void run_text(std::string_view text, const std::string& path);

  void start_budget(std::int64_t instructions);
  void charge(std::int64_t instructions);  // work done in C++ on Lua's behalf
  // The budget or the memory ran out: the state is not to be used again.
  [[nodiscard]] bool tripped() const { return tripped_; }
  [[nodiscard]] std::size_t memory_peak() const { return memory_peak_; }
  [[nodiscard]] std::size_t memory_used() const { return memory_used_; }
  // The file and line of the Lua code that is running.
  [[nodiscard]] ScriptFault here() const;

 private:
  friend void place_error(lua_State* lua, const RuleError& error);
  static void* allocate(void* self, void* block, std::size_t old_size, std::size_t new_size);
  static void on_count(lua_State* lua, lua_Debug*);
  static int on_error(lua_State* lua);
  void make_environment();
  void note_fault(int status);

  lua_State* lua_ = nullptr;
  void* host_ = nullptr;
  std::size_t memory_used_ = 0;
  std::size_t memory_peak_ = 0;
  std::int64_t budget_left_ = k_budget;
  bool tripped_ = false;
  ScriptFault fault_;
  ScriptFault placed_;  // where the error that is being raised is, if not at the running line
};

// The allowed words of plain Lua (sandbox_words.cpp, sandbox_tables.cpp, sandbox_texts.cpp).
void define_plain_words(Sandbox& sandbox);
void define_table_words(Sandbox& sandbox);
void define_text_words(Sandbox& sandbox);

// Puts a read-only view of the table on top of the stack in its place; reading a name that it lacks
// is an error that says `what` ("math").
void make_read_only(lua_State* lua, const char* what);
// Reading a name that the table on top of the stack lacks becomes an error that says `what`.
void make_strict(lua_State* lua, const char* what);

}  // namespace tidemark
