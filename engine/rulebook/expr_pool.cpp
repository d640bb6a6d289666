#include <algorithm>
#include <functional>
#include <map>

#include "rulebook/expr.hpp"

namespace tidemark {

namespace {

template <class T>
void mix(std::size_t& seed, const T& value) {
  seed ^= std::hash<T>{}(value) + 0x9e3779b97f4a7c15U + (seed << 6U) + (seed >> 2U);
}

std::size_t hash_of(const Expr& expr) {
  std::size_t seed = static_cast<std::size_t>(expr.op);
  mix(seed, static_cast<int>(expr.type));
  for (const ExprId arg : expr.args) mix(seed, arg);
  for (const int part : {expr.table, expr.field, expr.binder, expr.day, expr.span.count,
                         static_cast<int>(expr.span.unit), expr.setting, expr.compute}) {
    mix(seed, part);
  }
  mix(seed, expr.number);
  for (const Cell code : expr.codes) mix(seed, code);
  for (const std::string& text : expr.texts) mix(seed, text);
  return seed;
}

bool same(const Expr& a, const Expr& b) {
  return a.op == b.op && a.type == b.type && a.args == b.args && a.table == b.table &&
         a.field == b.field && a.binder == b.binder && a.day == b.day && a.number == b.number &&
         a.span == b.span && a.setting == b.setting && a.codes == b.codes && a.texts == b.texts &&
         a.compute == b.compute;
}

}  // namespace

std::size_t ExprPool::bucket_of(const Expr& expr) const {
  return hash_of(expr) % buckets_.size();
}

void ExprPool::grow() {
  buckets_.assign(std::max<std::size_t>(256, buckets_.size() * 2), {});
  for (std::size_t i = 0; i < nodes_.size(); ++i) {
    buckets_[bucket_of(nodes_[i])].push_back(static_cast<ExprId>(i));
  }
}

ExprId ExprPool::add(Expr expr) {
  if (nodes_.size() >= buckets_.size()) grow();
  std::vector<ExprId>& bucket = buckets_[bucket_of(expr)];
  for (const ExprId id : bucket) {
    if (same((*this)[id], expr)) return id;
  }
  if (expr.binder < k_first_open_binder) binders_ = std::max(binders_, expr.binder + 1);
  extents_.push_back(measure(expr));
  bucket.push_back(static_cast<ExprId>(nodes_.size()));
  nodes_.push_back(std::move(expr));
  return bucket.back();
}

void ExprPool::name(ExprId id, const std::string& word) {
  Expr& expr = nodes_[static_cast<std::size_t>(id)];
  if (expr.word.empty()) expr.word = word;
}

ExprPool::Extent ExprPool::measure(const Expr& expr) const {
  constexpr std::int64_t k_beyond = 1'000'000'000;
  Extent own;
  if (expr.op == Op::bound_row) {
    own.uses_this = expr.binder == 0;
    if (expr.binder >= k_first_open_binder) own.open = {expr.binder};
  } else {
    own.highest_binder = std::max(0, expr.binder);
  }
  for (const ExprId arg : expr.args) {
    const Extent& part = extent(arg);
    own.depth = std::max(own.depth, part.depth + 1);
    own.size = std::min(k_beyond, own.size + part.size);
    own.highest_binder = std::max(own.highest_binder, part.highest_binder);
    own.uses_this = own.uses_this || part.uses_this;
    own.open.insert(own.open.end(), part.open.begin(), part.open.end());
  }
  std::sort(own.open.begin(), own.open.end());
  own.open.erase(std::unique(own.open.begin(), own.open.end()), own.open.end());
  return own;
}

ExprId ExprPool::rebind(ExprId id, int from, int to) {
  std::map<ExprId, ExprId> done;
  const std::function<ExprId(ExprId)> walk = [&](ExprId at) {
    const std::vector<int>& open = extent(at).open;
    if (!std::binary_search(open.begin(), open.end(), from)) return at;
    if (const auto known = done.find(at); known != done.end()) return known->second;
    Expr expr = (*this)[at];
    if (expr.op == Op::bound_row) expr.binder = to;
    for (ExprId& arg : expr.args) arg = walk(arg);
    return done[at] = add(std::move(expr));
  };
  return walk(id);
}

std::vector<ExprId> ExprPool::keep_only(const std::vector<ExprId>& roots) {
  std::vector<bool> kept(nodes_.size(), false);
  for (const ExprId root : roots) {
    if (root != k_no_expr) kept[static_cast<std::size_t>(root)] = true;
  }
  for (std::size_t i = nodes_.size(); i-- > 0;) {  // args come before what uses them
    if (!kept[i]) continue;
    for (const ExprId arg : nodes_[i].args) kept[static_cast<std::size_t>(arg)] = true;
  }
  std::vector<ExprId> new_ids(nodes_.size(), k_no_expr);
  ExprPool smaller;
  for (std::size_t i = 0; i < nodes_.size(); ++i) {
    if (!kept[i]) continue;
    Expr expr = std::move(nodes_[i]);
    for (ExprId& arg : expr.args) arg = new_ids[static_cast<std::size_t>(arg)];
    new_ids[i] = smaller.add(std::move(expr));
  }
  *this = std::move(smaller);
  return new_ids;
}

}  // namespace tidemark
