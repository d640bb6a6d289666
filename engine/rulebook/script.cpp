#include "rulebook/script.hpp"

namespace tidemark {

namespace {

constexpr std::size_t k_most_bytes = 8 * 1024 * 1024;
constexpr int k_deepest = 200;
constexpr std::int64_t k_largest = 100'000;

std::size_t bytes_of(const Expr& expr) {
  std::size_t bytes = sizeof(Expr) + expr.args.size() * sizeof(ExprId);
  for (const std::string& text : expr.texts) bytes += sizeof(std::string) + text.size();
  return bytes + expr.codes.size() * sizeof(Cell);
}

}  // namespace

Script::Script(Assembly& assembly, int file, std::string rule, int this_table)
    : assembly_(assembly),
      file_(file),
      rule_(std::move(rule)),
      this_table_(this_table),
      next_binder_(k_first_open_binder) {
  sandbox_.set_host(this);
}

bool Script::run(const std::function<void(Script&)>& define,
                 const std::function<void(lua_State*)>& read_result) {
  sandbox_.start_budget(k_budget);
  const bool ran = sandbox_.call([&](lua_State* lua) {
    define(*this);
    sandbox_.run_text(file().text, file().path);
    read_result(lua);
  });
  fault_ = sandbox_.fault();
  if (fault_.file.empty()) fault_.file = file().path;
  return ran;
}

Position Script::position() const {
  const ScriptFault here = sandbox_.here();
  const std::vector<RuleFile>& files = *assembly_.files;
  if (here.file == file().path) return {file_, here.line};
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (files[i].path == here.file) return {static_cast<int>(i), here.line};
  }
  return {file_, here.line};
}

bool Script::in_library() const {
  return sandbox_.here().file.starts_with("lib/");
}

ExprId Script::add(Expr expr) {
  bytes_built_ += bytes_of(expr);
  if (bytes_built_ > k_most_bytes) {
    throw RuleError("this file builds too much: a rule may hold " +
                    std::to_string(k_most_bytes / (1024 * 1024)) + " MB of expressions");
  }
  expr.at = position();
  const ExprId id = exprs().add(std::move(expr));
  const ExprPool::Extent& extent = exprs().extent(id);
  if (extent.depth > k_deepest) {
    throw RuleError("expressions are nested more than " + std::to_string(k_deepest) + " deep");
  }
  if (extent.size > k_largest) {
    throw RuleError("this expression has more than " + std::to_string(k_largest) + " parts");
  }
  return id;
}

Error error_of(const ScriptFault& fault) {
  const std::string line = fault.line > 0 ? ":" + std::to_string(fault.line) : "";
  return {ErrorKind::rules, fault.file + line + ": " + fault.message};
}

}  // namespace tidemark
