// The checklist of the sandbox, line by line: what a hostile or broken file may try, and what stops
// it. Not here: "findings over the per-child cap" (rules build expressions and return one verdict,
// so they make no findings of their own); "row of another child", blanks and dates
// (rulebook/compute_test.cpp); NUL bytes in CSV cells (snapshot's tests); the same file for every
// thread count (evaluate's tests); a tripped part that is negated (evaluate's tests: an error
// wins).
#include "rulebook/sandbox.hpp"

#include <catch2/catch.hpp>
#include <chrono>
#include <clocale>
#include <new>

#include "../rulebook/tiny_rulebook.hpp"
#include "rulebook/words.hpp"

namespace tidemark {

namespace {

using Clock = std::chrono::steady_clock;

// What running the text comes to: "" when it ends well.
std::string outcome(const std::string& text, std::size_t* peak = nullptr) {
  Sandbox sandbox;
  sandbox.start_budget(k_budget);
  const auto start = Clock::now();
  const bool ran = sandbox.call([&](lua_State*) { sandbox.run_text(text, "t.lua"); });
  // The budget takes some 100 ms alone on this machine; a hang takes for ever.
  CHECK(Clock::now() - start < std::chrono::seconds(10));
  CHECK(sandbox.memory_peak() <= k_memory_cap);
  if (peak != nullptr) *peak = sandbox.memory_peak();
  if (ran) return "";
  const ScriptFault& fault = sandbox.fault();
  return std::to_string(fault.line) + ": " + fault.message;
}

constexpr const char* k_spent = ": the instruction budget is spent: does a loop never end?";

}  // namespace

TEST_CASE("Loops without end run out of budget") {
  for (const char* loop :
       {"while true do end", "repeat until false", "::again:: goto again",
        "for i = 1, math.maxi do end", "for i = 1, 1e18 do end",
        "for i = 1, 9223372036854775807 do end",
        "table.sort({ 3, 2, 1 }, function(a, b) while true do end end)",
        "local t = {} for i = 1, 9000 do table.insert(t, i) end while true do table.sort(t) end",
        "local t = {} for i = 1, 9000 do t[i] = i end while true do for k in pairs(t) do end "
        "end"}) {
    INFO(loop);
    const std::string said = outcome(loop);
    const bool misspelt = std::string(loop).find("math.maxi ") != std::string::npos;
    CHECK(said == (misspelt ? "1: there is no `math.maxi` here; did you mean `max`?"
                            : std::string("1") + k_spent));
  }
}

TEST_CASE("A comparator that contradicts itself does no harm") {
  CHECK(outcome("local n = 0 local t = {} for i = 1, 500 do t[i] = i end "
                "table.sort(t, function(a, b) n = n + 1 return n % 3 == 0 end)")
            .empty());
  CHECK(outcome("local t = { 3, 1, 2 } table.sort(t) assert(table.concat(t, \",\") == \"1,2,3\")")
            .empty());
  CHECK(outcome("table.sort({ 1, \"a\" })") == "1: attempt to compare string with number");
}

TEST_CASE("Recursion without end stops below the memory cap") {
  CHECK(outcome("local function f() return 1 + f() end f()") ==
        "0: not enough memory: a rule may use 16 MB");
  CHECK(outcome("local t = {} local function f(x) f({ x }) end f(t)").size() > 3);
}

TEST_CASE("Growth without end runs out of memory, within the cap") {
  for (const char* growth :
       {"local s = \"x\" while true do s = s .. s end",
        "local t = {} local i = 0 while true do i = i + 1 t[i] = i end",
        "local t = {} while true do table.insert(t, \"x\") end",
        "local t = {} local i = 0 while true do i = i + 1 t[i] = function() return i end end",
        "local t = { \"x\" } while true do t[1] = table.concat({ t[1], t[1] }) end"}) {
    INFO(growth);
    std::size_t peak = 0;
    CHECK(outcome(growth, &peak) == "0: not enough memory: a rule may use 16 MB");
    CHECK(peak > k_memory_cap / 4);
  }
}

TEST_CASE("Every withheld name is an error that names it") {
  for (const char* name :
       {"pcall",       "xpcall",          "load",         "loadstring",   "loadfile",
        "dofile",      "package",         "io",           "os",           "debug",
        "coroutine",   "collectgarbage",  "getmetatable", "setmetatable", "rawget",
        "rawset",      "rawequal",        "rawlen",       "next",         "print",
        "warn",        "string",          "utf8",         "_G",           "_VERSION",
        "math.random", "math.randomseed", "math.huge",    "table.move",   "table.unpack",
        "table.pack",  "table.remove",    "text.rep",     "text.find",    "text.match",
        "text.gmatch", "text.gsub",       "text.byte",    "text.dump"}) {
    INFO(name);
    const std::string said = outcome(std::string("\nlocal x = ") + name);
    CHECK(said.starts_with(std::string("2: there is no `") + name + "` here"));
  }
}

TEST_CASE("Every method of text is withheld") {
  for (const char* name : {"rep", "find", "match", "gmatch", "gsub", "dump", "pack", "unpack",
                           "byte", "char", "format", "len", "lower", "upper", "reverse", "sub"}) {
    INFO(name);
    CHECK(outcome(std::string("local x = (\"x\"):") + name + "(1)") ==
          std::string("1: text has no method `") + name + "`; the words for text are in `text`");
  }
}

TEST_CASE("Globals and the words of the language cannot be written") {
  CHECK(outcome("x = 1") == "1: `x` would be a global; write `local x = ...`");
  CHECK(outcome("\nfunction f() end") == "2: `f` would be a global; write `local f = ...`");
  CHECK(outcome("text.upper = 1") == "1: `text.upper` cannot be set: it is read-only");
  CHECK(outcome("_ENV.table.insert = 1") == "1: `table.insert` cannot be set: it is read-only");
  CHECK(outcome("table.insert(math, 1)") == "1: this table is read-only");
  CHECK(outcome("table.sort(text)") == "1: this table is read-only");
}

TEST_CASE("Another environment gives no access to anything new") {
  CHECK(outcome("local _ENV = {} local x = os assert_is_nil = x").empty());
  CHECK(outcome("local _ENV = {} os.exit()") == "1: attempt to index a nil value (global 'os')");
  CHECK(outcome("_ENV = { x = 1 } local y = x + 1").empty());
}

TEST_CASE("Metatables are out of reach") {
  Sandbox sandbox;
  REQUIRE(sandbox.call([](lua_State* lua) {
    lua_pushstring(lua, "");
    if (luaL_getmetafield(lua, -1, "__metatable") != LUA_TBOOLEAN || lua_toboolean(lua, -1) != 0) {
      throw RuleError("the metatable of text is open");
    }
  }));
}

TEST_CASE("Only text is loaded") {
  const std::string binary("\x1bLua\x54\0\x19\x93\r\n\x1a\n", 12);
  CHECK(outcome(binary).find("NUL byte") != std::string::npos);
  CHECK(outcome("\x1bLuaTRS") == "1: attempt to load a binary chunk (mode is 't')");
  CHECK(outcome("\x1b") == "1: attempt to load a binary chunk (mode is 't')");
}

TEST_CASE("The locale stays C") {
  CHECK(outcome("return \"a\" < \"B\"").empty());
  CHECK(std::string(std::setlocale(LC_ALL, nullptr)) == "C");  // NOLINT: only asks
}

TEST_CASE(
    "A source that is too long, too deep, too wide or holds NUL is a load error with its line") {
  CHECK(outcome(std::string(k_source_cap + 1, ' ')) == "1: the file is longer than 64 KB");
  CHECK(outcome(std::string("\n\nx\0y", 5)) == "3: there is a NUL byte here");
  CHECK(outcome("local x = " + std::string(10000, '(')) ==
        "1: brackets or functions are nested too deep to be read");
  CHECK(outcome("local x = " + std::string(10000, '{')) ==
        "1: brackets or functions are nested too deep to be read");
  std::string locals;
  for (int i = 0; i < 300; ++i) locals += "local v" + std::to_string(i) + "\n";
  CHECK(outcome(locals).starts_with("202: too many local variables"));
}

TEST_CASE("Words for text stay within the budget") {
  CHECK(outcome("local s = \"aaaaaaaaaaaaaaaa\" for i = 1, 16 do s = s .. s end "
                "while true do local x = text.contains(s, \"aaaaaaaaaaaaaaab\") end") ==
        std::string("1") + k_spent);
  CHECK(outcome("local s = \"a\" for i = 1, 9 do s = s .. s end return text.contains(\"x\", s)") ==
        "1: text.contains looks for at most 256 letters");
  CHECK(outcome("assert(text.like(\"S47-12\", \"S47*\") and not text.like(\"CIN\", \"S47*\"))")
            .empty());
  CHECK(outcome("assert(text.format(\"%d of %s, %.1f%%\", 3, \"x\", 2.25) == \"3 of x, 2.2%\")")
            .empty());
  CHECK(outcome("return text.format(\"%p\", text)").starts_with("1: text.format knows"));
  CHECK(outcome("assert(text.sub(\"abcdef\", -3, -2) == \"de\" and text.trim(\" a \") == \"a\")")
            .empty());
}

TEST_CASE("pairs is in order and nothing shows an address") {
  CHECK(outcome("local t = { b = 1, a = 2, [3] = 3, [1] = 4 } local s = \"\" "
                "for k, v in pairs(t) do s = s .. k .. v end assert(s == \"1433a2b1\", s)")
            .empty());
  CHECK(
      outcome("assert(tostring({}) == \"a table\" and tostring(pairs) == \"a function\")").empty());
  CHECK(outcome("assert(math.floor(2.5) == 2 and math.ceil(2.5) == 3 and math.abs(-2) == 2 "
                "and math.max(1, 3, 2) == 3 and math.min(4, 2) == 2)")
            .empty());
  CHECK(
      outcome(
          "assert(select(\"#\", 1, 2) == 2 and tonumber(\"12\") == 12 and tonumber(\"x\") == nil)")
          .empty());
}

TEST_CASE("error with a table, with nil and with nothing is text for the host") {
  CHECK(outcome("error({})") == "1: the rule raised an error without a text");
  CHECK(outcome("error(nil)") == "1: the rule raised an error without a text");
  CHECK(outcome("error()") == "1: the rule raised an error without a text");
  CHECK(outcome("\nerror(\"own words\")") == "2: own words");
  CHECK(outcome("assert(false, \"own words\")") == "1: own words");
}

namespace {

struct Counted {
  static inline int alive = 0;
  Counted() { ++alive; }
  ~Counted() { --alive; }
};

int throws_bad_alloc(lua_State*) {
  const Counted counted;
  throw std::bad_alloc();
}
int raises_in_lua(lua_State* lua) {
  const Counted counted;
  return luaL_error(lua, "from Lua");
}

}  // namespace

TEST_CASE("An exception in a bound function is a Lua error with text, and destructors run") {
  Sandbox sandbox;
  sandbox.define("a", guarded<throws_bad_alloc>);
  sandbox.define("b", guarded<raises_in_lua>);
  CHECK_FALSE(sandbox.call([&](lua_State*) { sandbox.run_text("\na()", "t.lua"); }));
  CHECK(sandbox.fault().message == "std::bad_alloc");
  CHECK(sandbox.fault().line == 2);
  CHECK_FALSE(sandbox.call([&](lua_State*) { sandbox.run_text("b()", "t.lua"); }));
  CHECK(sandbox.fault().message == "from Lua");
  CHECK(Counted::alive == 0);
}

TEST_CASE("A long file name is whole in messages") {
  const std::string path =
      "a-folder-with-a-name/and-another-with-a-longer-name/and-a-rule-with-an-endless-name.lua";
  Sandbox sandbox;
  CHECK_FALSE(sandbox.call([&](lua_State*) { sandbox.run_text("\nlocal x = 1 + nil", path); }));
  CHECK(sandbox.fault().file == path);
  CHECK(sandbox.fault().line == 2);
  CHECK(sandbox.fault().message == "attempt to perform arithmetic on a nil value");
}

TEST_CASE("Many loads and unloads leave nothing behind") {
  for (int i = 0; i < 10'000; ++i) {
    Sandbox sandbox;
    REQUIRE(sandbox.call([&](lua_State*) { sandbox.run_text("return { 1, \"x\" }", "t.lua"); }));
    REQUIRE(sandbox.memory_used() < 64 * 1024);
  }
}

TEST_CASE("A rule file that builds without end is stopped, and the next rule still loads") {
  const std::string fine =
      tests::draft_rule("applies = case.looked_after, clock = as_at, limit = within(days(1)),");
  const std::pair<const char*, const char*> k_hostile[] = {
      {"local e = placement:any() for i = 1, 1e9 do e = all { e, review:any() } end",
       "expressions are nested more than 200 deep"},
      {"local e = placement:any() for i = 1, 100 do e = any { all { e, review:any() }, none { e } "
       "} end",
       "this expression has more than 100000 parts"},
      {"for i = 1, 1e9 do local e = placement:count():at_least(i) end",
       "this file builds too much: a rule may hold 8 MB of expressions"},
      {"local function f(r) return r:where(function(p) return f(r):any() end) end f(placement)",
       "stack overflow"},
      {"while true do end", "the instruction budget is spent: does a loop never end?"},
      {"return 1", "a rule file ends in `return rule { ... }`; this one returns 1"},
      {"return \"x\"", "a rule file ends in `return rule { ... }`; this one returns x"},
      {"", "a rule file ends in `return rule { ... }`; this one returns nil"},
      {"local x = placement:count():at_least(0/0)", "this number is not finite"},
  };
  for (const auto& [text, told] : k_hostile) {
    const Rulebook book = tests::load_files({{"a/BAD.lua", text}, {"b/GOOD.lua", fine}});
    INFO(text);
    CHECK(tests::only_problem(book).find(told) != std::string::npos);
    CHECK(book.rule("GOOD") != nullptr);
  }
}

}  // namespace tidemark
