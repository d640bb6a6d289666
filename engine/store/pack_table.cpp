#include "store/pack_table.hpp"

#include <algorithm>

#include "store/file_set.hpp"
#include "store/guarded.hpp"
#include "store/statement.hpp"
#include "store/store_seal.hpp"
#include "store/transaction.hpp"

namespace tidemark {

namespace {

std::string name_of(std::int64_t number) {
  return "pack " + std::to_string(number);
}

// How often a paper is made for a number that another may take before it.
constexpr int k_tries_without_lock = 3;

std::int64_t next_number(Database& database) {
  return database.number("SELECT coalesce(max(number), 0) + 1 FROM pack");
}

// Packed already, so that this too is done before the lock.
std::vector<KeptFile> kept_files(const std::vector<PackFile>& files, std::string& digest) {
  std::vector<KeptFile> kept;
  for (const PackFile& file : files) kept.push_back(kept_file(file.path, file.bytes));
  digest = digest_of(kept);
  return kept;
}

void add_row(Database& database, const PackRecord& pack) {
  Statement add(database,
                "INSERT INTO pack (number, kind, held_on, run, issued_at, issued_by, digest) "
                "VALUES (?,?,?,?,?,?,?)");
  add.bind(1, pack.number).bind(2, pack.kind).bind(3, pack.held_on).bind(4, pack.run);
  add.bind(5, pack.issued_at).bind(6, pack.issued_by).bind(7, pack.digest).run();
  if (!pack.identified) return;
  Statement mark(database, "INSERT INTO identified_pack (pack, certain) VALUES (?, 1)");
  mark.bind(1, pack.number).run();
}

void add_file(Database& database, std::int64_t pack, const KeptFile& file) {
  Statement add(database, "INSERT INTO pack_file (pack, path, content) VALUES (?,?,?)");
  add.bind(1, pack).bind(2, file.path).bind(3, keep_content(database, file)).run();
}

std::vector<PackFile> read_files(Database& database, const PackRecord& pack) {
  if (!pack.purged_at.empty()) {
    throw StoreFailure("the files of " + name_of(pack.number) + " were purged on " +
                       pack.purged_at.substr(0, 10) + " and cannot be given out again");
  }
  Statement list(database,
                 "SELECT f.path, c.digest, c.size FROM pack_file f JOIN content c "
                 "ON c.id = f.content WHERE f.pack = ? ORDER BY f.path");
  list.bind(1, pack.number);
  std::vector<KeptFile> kept;
  while (list.step()) {
    kept.push_back({std::string(list.text(0)), std::string(list.text(1)),
                    static_cast<std::uint64_t>(list.number(2)), ""});
  }
  if (digest_of(kept) != pack.digest) {
    throw StoreFailure("the files of " + name_of(pack.number) +
                       " in the store are not those that were issued");
  }
  std::vector<PackFile> files;
  for (const KeptFile& file : kept) {
    files.push_back({file.path, content_of(database, file.digest)});
  }
  return files;
}

}  // namespace

Result<std::vector<PackRecord>> PackTable::packs() const {
  return guarded([&] {
    Statement list(database_,
                   "SELECT k.number, k.kind, k.held_on, k.run, k.issued_at, k.issued_by, k.digest, "
                   "i.pack IS NOT NULL, coalesce(p.made_at, '') FROM pack k "
                   "LEFT JOIN identified_pack i ON i.pack = k.number "
                   "LEFT JOIN purged_pack g ON g.pack = k.number "
                   "LEFT JOIN purge p ON p.number = g.purge ORDER BY k.number");
    std::vector<PackRecord> packs;
    while (list.step()) {
      const auto text = [&](int column) { return std::string(list.text(column)); };
      packs.push_back({list.number(0), text(1), text(2), list.number(3), text(4), text(5), text(6),
                       list.number(7) != 0, text(8)});
    }
    return packs;
  });
}

Result<PackRecord> PackTable::pack(std::int64_t number) const {
  const auto all = packs();
  if (!all) return all.error();
  const auto found = std::find_if(all.value().begin(), all.value().end(),
                                  [&](const PackRecord& pack) { return pack.number == number; });
  if (found != all.value().end()) return *found;
  const std::string there = all.value().empty()
                                ? "it holds none yet"
                                : "the last is " + name_of(all.value().back().number);
  return Error{ErrorKind::store,
               "the store " + database_.path() + " holds no " + name_of(number) + "; " + there};
}

Result<std::vector<PackFile>> PackTable::files(std::int64_t number) const {
  const auto record = pack(number);
  if (!record) return record.error();
  return guarded([&] { return read_files(database_, record.value()); });
}

Result<PackRecord> PackTable::issue(PackRecord pack, const Make& make, const Before& before) {
  auto issued = guarded([&]() -> Result<PackRecord> {
    for (int tries = 0;; ++tries) {
      pack.number = next_number(database_);
      std::optional<Transaction> transaction;
      if (tries == k_tries_without_lock) {
        transaction.emplace(database_);
        pack.number = next_number(database_);
      }
      const auto made = make(pack.number);
      if (!made) return made.error();
      const std::vector<KeptFile> kept = kept_files(made.value(), pack.digest);
      if (!transaction) transaction.emplace(database_);
      if (next_number(database_) != pack.number) continue;
      if (before) {
        if (const Status done = before(pack.number); !done) return done.error();
      }
      add_row(database_, pack);
      for (const KeptFile& file : kept) add_file(database_, pack.number, file);
      add_seal(database_, Sealed::pack, pack.number);
      transaction->commit();
      return pack;
    }
  });
  if (!issued) return issued.error();
  return std::move(issued).value();
}

}  // namespace tidemark
