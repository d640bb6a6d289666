#include "audit/restored.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "audit/own_lists.hpp"
#include "audit/stored_rules.hpp"
#include "snapshot/held_files.hpp"
#include "snapshot/load.hpp"

namespace tidemark {

namespace {

using List = std::pair<std::string, int>;  // name of the source table, collection year

// Which files go and which come back; a file may hold several lists, and a list lie in several.
class Exchange {
 public:
  Exchange(const RestoredFrom& from, const std::vector<LostSupply>& lost) : from_(from) {
    for (const LostSupply& one : lost) {
      lists_.insert({before_name(one.table), one.year});
    }
    while (grow()) {
    }
  }

  [[nodiscard]] bool goes(const std::string& file) const { return goes_.contains(file); }
  [[nodiscard]] bool comes(const std::string& file) const { return comes_.contains(file); }

 private:
  [[nodiscard]] std::string before_name(int table) const {
    return from_.before->rulebook->sources.tables[static_cast<std::size_t>(table)].name;
  }
  [[nodiscard]] std::string now_name(int table) const {
    return from_.sources->tables[static_cast<std::size_t>(table)].name;
  }
  bool grow();

  const RestoredFrom& from_;
  std::set<List> lists_;
  std::set<std::string> goes_, comes_;
};

bool Exchange::grow() {
  const std::size_t size = lists_.size() + goes_.size() + comes_.size();
  for (const SourceFile& file : from_.before->snapshot->files) {
    if (file.table < 0 || speaks_of_own_lists(file.path)) continue;
    const List list{before_name(file.table), file.collection_year};
    if (lists_.contains(list)) comes_.insert(file.on_disk);
    if (comes_.contains(file.on_disk)) lists_.insert(list);
  }
  for (const SourceFile& file : from_.now->files) {
    if (speaks_of_own_lists(file.path)) continue;
    const bool is_list = file.table >= 0;
    const List list{is_list ? now_name(file.table) : "", file.collection_year};
    if (comes_.contains(file.on_disk) || (is_list && lists_.contains(list))) {
      goes_.insert(file.on_disk);
    }
    if (is_list && goes_.contains(file.on_disk)) lists_.insert(list);
  }
  return lists_.size() + goes_.size() + comes_.size() > size;
}

}  // namespace

Result<std::unique_ptr<const Snapshot>> restored(const RestoredFrom& from,
                                                 const std::vector<LostSupply>& lost, int threads) {
  const Exchange exchange(from, lost);
  HeldFiles held;
  const RunRecord& before = from.before->record;
  const Status read = each_stored_file(
      *from.store, before.snapshot, "the snapshot of run " + std::to_string(before.number),
      [&](const std::string& path, const std::string& bytes) -> Status {
        return exchange.comes(path) ? held.add(path, bytes) : Status(Done{});
      });
  if (!read) return read.error();
  FoundFiles files = held.found(from.found->name);
  for (const FoundFile& file : from.found->files) {
    if (!exchange.goes(file.shown)) files.files.push_back(file);
  }
  std::sort(files.files.begin(), files.files.end(),
            [](const FoundFile& a, const FoundFile& b) { return a.shown < b.shown; });
  LoadOptions options;
  options.threads = threads;
  auto snapshot = load_snapshot(files, *from.sources, options);
  if (!snapshot) return snapshot.error();
  return std::unique_ptr<const Snapshot>(std::make_unique<Snapshot>(std::move(snapshot).value()));
}

}  // namespace tidemark
