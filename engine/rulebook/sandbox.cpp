#include "rulebook/sandbox.hpp"

#include <cstdlib>
#include <new>

#include "base/text.hpp"
#include "rulebook/wording.hpp"

namespace tidemark {

namespace {

constexpr int k_count_step = 1000;
constexpr const char* k_words = "words";
constexpr std::size_t k_message_cap = 1000;

// upvalue 1: what the table is called; "" for the environment itself. Argument 1 is the words.
int unknown_name(lua_State* lua) {
  const std::string what = lua_tostring(lua, lua_upvalueindex(1));
  const std::string name = shown_key(lua, 2);
  std::vector<std::string> known;
  lua_pushnil(lua);
  while (lua_next(lua, 1) != 0) {
    lua_pop(lua, 1);
    if (lua_type(lua, -1) == LUA_TSTRING) known.emplace_back(lua_tostring(lua, -1));
  }
  const std::string full = what.empty() ? name : what + "." + name;
  throw RuleError("there is no `" + full + "` here" + did_you_mean(name, known));
}

int no_writing(lua_State* lua) {
  const std::string what = lua_tostring(lua, lua_upvalueindex(1));
  const std::string name = shown_key(lua, 2);
  if (!what.empty()) throw RuleError("`" + what + "." + name + "` cannot be set: it is read-only");
  throw RuleError("`" + name + "` would be a global; write `local " + name + " = ...`");
}

int no_string_method(lua_State* lua) {
  throw RuleError("text has no method `" + shown_key(lua, 2) +
                  "`; the words for text are in `text`");
}

// "adoption/PO-9M.lua:12: '}' expected near 'x'", whose file name may have been cut short.
RuleError syntax_error(const std::string& text, const std::string& path) {
  for (std::size_t at = text.find(':'); at != std::string::npos; at = text.find(':', at + 1)) {
    const std::size_t end = text.find_first_not_of("0123456789", at + 1);
    if (end == std::string::npos || end == at + 1 || text.compare(end, 2, ": ") != 0) continue;
    return RuleError(text.substr(end + 2), std::atoi(text.c_str() + at + 1), path);
  }
  const bool too_deep = text.find("C stack overflow") != std::string::npos;
  return RuleError(too_deep ? "brackets or functions are nested too deep to be read" : text, 1,
                   path);
}

// How long the "file:line: " is that Lua puts before its own messages; a long name is cut short.
std::size_t own_position(const std::string& text, const ScriptFault& at) {
  const std::string mark = ":" + std::to_string(at.line) + ": ";
  const std::size_t end = text.find(mark);
  if (end == std::string::npos || end >= LUA_IDSIZE) return 0;
  const std::size_t start = text.compare(0, 3, "...") == 0 ? 3 : 0;
  const std::string_view name(text.data() + start, end - start);
  return std::string_view(at.file).ends_with(name) ? end + mark.size() : 0;
}

int run_body(lua_State* lua) {
  const auto* body = static_cast<const std::function<void(lua_State*)>*>(lua_touserdata(lua, 1));
  lua_settop(lua, 0);
  luaL_checkstack(lua, 64, nullptr);
  (*body)(lua);
  return 0;
}

// Stack: table. Leaves a table through which it can be read and nothing else.
void wrap_read_only(lua_State* lua, const char* what) {
  make_strict(lua, what);
  lua_newtable(lua);  // the view
  lua_newtable(lua);  // its metatable
  lua_pushvalue(lua, -3);
  lua_setfield(lua, -2, "__index");
  lua_pushstring(lua, what);
  lua_pushcclosure(lua, guarded<no_writing>, 1);
  lua_setfield(lua, -2, "__newindex");
  lua_pushboolean(lua, 0);
  lua_setfield(lua, -2, "__metatable");
  lua_setmetatable(lua, -2);
}

}  // namespace

void place_error(lua_State* lua, const RuleError& error) {
  Sandbox::of(lua).placed_ = {error.file, error.line, ""};
}

void raise_text(lua_State* lua, const char* text) {
  lua_pushstring(lua, text);
  lua_error(lua);
  std::abort();  // lua_error does not return
}

void make_strict(lua_State* lua, const char* what) {
  lua_newtable(lua);
  lua_pushstring(lua, what);
  lua_pushcclosure(lua, guarded<unknown_name>, 1);
  lua_setfield(lua, -2, "__index");
  lua_pushboolean(lua, 0);
  lua_setfield(lua, -2, "__metatable");
  lua_setmetatable(lua, -2);
}

void make_read_only(lua_State* lua, const char* what) {
  wrap_read_only(lua, what);
  lua_remove(lua, -2);
}

Sandbox::Sandbox() {
  lua_ = lua_newstate(&Sandbox::allocate, this);
  if (lua_ == nullptr) throw std::bad_alloc();
  *static_cast<Sandbox**>(lua_getextraspace(lua_)) = this;
  lua_sethook(lua_, &Sandbox::on_count, LUA_MASKCOUNT, k_count_step);
  make_environment();
}

Sandbox::~Sandbox() {
  lua_close(lua_);
}

Sandbox& Sandbox::of(lua_State* lua) {
  return **static_cast<Sandbox**>(lua_getextraspace(lua));
}

void Sandbox::make_environment() {
  const bool made = call([this](lua_State* lua) {
    lua_newtable(lua);
    lua_pushvalue(lua, -1);
    lua_setfield(lua, LUA_REGISTRYINDEX, k_words);
    wrap_read_only(lua, "");
    lua_rawseti(lua, LUA_REGISTRYINDEX, LUA_RIDX_GLOBALS);
    lua_pushstring(lua, "");
    lua_newtable(lua);  // methods of text come from here or not at all
    lua_pushcfunction(lua, guarded<no_string_method>);
    lua_setfield(lua, -2, "__index");
    lua_pushboolean(lua, 0);
    lua_setfield(lua, -2, "__metatable");
    lua_setmetatable(lua, -2);
    define_plain_words(*this);
    define_table_words(*this);
    define_text_words(*this);
  });
  if (!made) throw RuleError("the sandbox could not be made: " + fault_.message);
}

void Sandbox::define(const char* name) {
  lua_getfield(lua_, LUA_REGISTRYINDEX, k_words);
  lua_insert(lua_, -2);
  lua_pushstring(lua_, name);
  lua_insert(lua_, -2);
  lua_rawset(lua_, -3);
  lua_pop(lua_, 1);
}

void Sandbox::define(const char* name, lua_CFunction function) {
  lua_pushcfunction(lua_, function);
  define(name);
}

void* Sandbox::allocate(void* self, void* block, std::size_t old_size, std::size_t new_size) {
  auto& sandbox = *static_cast<Sandbox*>(self);
  const std::size_t had = block == nullptr ? 0 : old_size;  // else old_size is a kind of object
  if (new_size == 0) {
    std::free(block);
    sandbox.memory_used_ -= had;
    return nullptr;
  }
  if (new_size > had && sandbox.memory_used_ + (new_size - had) > k_memory_cap) return nullptr;
  void* moved = std::realloc(block, new_size);
  if (moved == nullptr) return nullptr;
  sandbox.memory_used_ += new_size - had;
  if (sandbox.memory_used_ > sandbox.memory_peak_) sandbox.memory_peak_ = sandbox.memory_used_;
  return moved;
}

void Sandbox::on_count(lua_State* lua, lua_Debug*) {
  of(lua).charge(k_count_step);
}

void Sandbox::start_budget(std::int64_t instructions) {
  budget_left_ = instructions;
}

void Sandbox::charge(std::int64_t instructions) {
  budget_left_ -= instructions;
  if (budget_left_ >= 0 && !tripped_) return;
  if (!tripped_) lua_sethook(lua_, &Sandbox::on_count, LUA_MASKCOUNT, 1);
  tripped_ = true;
  raise_text(lua_, "the instruction budget is spent: does a loop never end?");
}

ScriptFault Sandbox::here() const {
  lua_Debug frame;
  for (int level = 0; lua_getstack(lua_, level, &frame) != 0; ++level) {
    lua_getinfo(lua_, "Sl", &frame);
    if (frame.currentline > 0) return {frame.source + 1, frame.currentline, ""};
  }
  return {};
}

// Runs where the error was raised, so that the file and line are still on the stack.
int Sandbox::on_error(lua_State* lua) {
  Sandbox& sandbox = of(lua);
  sandbox.fault_ = sandbox.here();
  std::string text = "the rule raised an error without a text";
  if (lua_type(lua, 1) == LUA_TSTRING) {
    text = lua_tostring(lua, 1);
    text.erase(0, own_position(text, sandbox.fault_));
  }
  if (sandbox.placed_.line > 0) sandbox.fault_.line = sandbox.placed_.line;
  if (!sandbox.placed_.file.empty()) sandbox.fault_.file = sandbox.placed_.file;
  sandbox.placed_ = {};
  sandbox.fault_.message = shorten(text, k_message_cap);
  return 1;
}

bool Sandbox::call(const std::function<void(lua_State*)>& body) {
  fault_ = {};
  lua_settop(lua_, 0);
  lua_pushcfunction(lua_, &Sandbox::on_error);
  lua_pushcfunction(lua_, guarded<run_body>);
  lua_pushlightuserdata(lua_, const_cast<std::function<void(lua_State*)>*>(&body));  // NOLINT
  const int status = lua_pcall(lua_, 1, 0, 1);
  if (status != LUA_OK) note_fault(status);
  lua_settop(lua_, 0);
  return status == LUA_OK;
}

void Sandbox::note_fault(int status) {
  if (status == LUA_ERRMEM) {
    tripped_ = true;
    fault_.message =
        "not enough memory: a rule may use " + std::to_string(k_memory_cap / (1024 * 1024)) + " MB";
    return;
  }
  if (status == LUA_ERRERR) {
    tripped_ = true;
    fault_.message = "the rule failed, and so did telling why";
    return;
  }
}

void Sandbox::run_text(std::string_view text, const std::string& path) {
  if (text.size() > k_source_cap) {
    throw RuleError("the file is longer than " + std::to_string(k_source_cap / 1024) + " KB", 1,
                    path);
  }
  const std::size_t nul = text.find('\0');
  if (nul != std::string_view::npos) {
    throw RuleError("there is a NUL byte here", line_at(text, nul), path);
  }
  const std::string chunk = "@" + path;
  const int status = luaL_loadbufferx(lua_, text.data(), text.size(), chunk.c_str(), "t");
  if (status == LUA_ERRMEM) lua_error(lua_);
  if (status != LUA_OK) throw syntax_error(lua_tostring(lua_, -1), path);
  lua_call(lua_, 0, 1);
}

}  // namespace tidemark
