#include "store/store_contents.hpp"

#include "store/guarded.hpp"
#include "store/statement.hpp"

namespace tidemark {

namespace {

std::string listed(Statement& files, std::int64_t of) {
  std::vector<KeptFile> listing;
  files.bind(1, of);
  while (files.step()) {
    listing.push_back({std::string(files.text(0)), std::string(files.text(1)), 0, ""});
  }
  files.reset();
  return digest_of(listing);
}

}  // namespace

Result<std::vector<std::string>> content_digests(const Store& store) {
  return guarded([&] {
    std::vector<std::string> digests;
    Statement list(store.database(), "SELECT digest FROM content ORDER BY digest");
    while (list.step()) digests.emplace_back(list.text(0));
    return digests;
  });
}

Result<std::vector<std::string>> uses_of_content(const Store& store, std::string_view digest) {
  return guarded([&] {
    std::vector<std::string> uses;
    Statement runs(
        store.database(),
        "SELECT DISTINCT f.path, r.number FROM content c JOIN file f ON f.content = c.id "
        "JOIN run r ON f.file_set IN (r.snapshot, r.rule_set) WHERE c.digest = ? "
        "ORDER BY r.number, f.path");
    runs.bind(1, digest);
    while (runs.step()) {
      uses.push_back(std::string(runs.text(0)) + " of run " + std::to_string(runs.number(1)));
    }
    Statement packs(store.database(),
                    "SELECT f.path, f.pack FROM content c JOIN pack_file f ON f.content = c.id "
                    "WHERE c.digest = ? ORDER BY f.pack, f.path");
    packs.bind(1, digest);
    while (packs.step()) {
      uses.push_back(std::string(packs.text(0)) + " of pack " + std::to_string(packs.number(1)));
    }
    return uses;
  });
}

Result<std::vector<std::int64_t>> runs_named_and_missing(const Store& store) {
  return guarded([&] {
    std::vector<std::int64_t> missing;
    Statement list(store.database(),
                   "SELECT run FROM (SELECT DISTINCT run FROM finding UNION SELECT run FROM "
                   "run_total UNION SELECT run FROM run_label UNION SELECT run FROM event UNION "
                   "SELECT run FROM pack UNION SELECT run FROM outcome UNION SELECT run FROM "
                   "purged_run) WHERE run IS NOT NULL AND run <> 0 AND run NOT IN "
                   "(SELECT number FROM run) ORDER BY run");
    while (list.step()) missing.push_back(list.number(0));
    return missing;
  });
}

Result<std::vector<PackListing>> pack_listings(const Store& store) {
  return guarded([&] {
    std::vector<PackListing> packs;
    Statement list(store.database(),
                   "SELECT k.number, k.digest, coalesce(p.made_at, ''), (SELECT count(*) FROM "
                   "pack_file f WHERE f.pack = k.number) FROM pack k LEFT JOIN purged_pack g ON "
                   "g.pack = k.number LEFT JOIN purge p ON p.number = g.purge ORDER BY k.number");
    while (list.step()) {
      packs.push_back({list.number(0), std::string(list.text(1)), "", std::string(list.text(2)),
                       static_cast<std::uint64_t>(list.number(3))});
    }
    Statement files(store.database(),
                    "SELECT f.path, c.digest FROM pack_file f JOIN content c ON c.id = f.content "
                    "WHERE f.pack = ? ORDER BY f.path");
    for (PackListing& pack : packs) pack.listed = listed(files, pack.number);
    return packs;
  });
}

Result<std::vector<SetListing>> set_listings(const Store& store) {
  return guarded([&] {
    std::vector<SetListing> sets;
    std::vector<std::int64_t> ids;
    Statement list(store.database(),
                   "SELECT s.id, s.digest, min(u.run), u.is_rules FROM file_set s JOIN "
                   "(SELECT rule_set AS id, number AS run, 1 AS is_rules FROM run UNION ALL "
                   "SELECT snapshot, number, 0 FROM run WHERE number NOT IN "
                   "(SELECT run FROM purged_run)) u ON u.id = s.id GROUP BY s.id ORDER BY s.id");
    while (list.step()) {
      ids.push_back(list.number(0));
      sets.push_back({list.number(2), list.number(3) != 0, std::string(list.text(1)), ""});
    }
    Statement files(store.database(),
                    "SELECT f.path, c.digest FROM file f JOIN content c ON c.id = f.content "
                    "WHERE f.file_set = ? ORDER BY f.path");
    for (std::size_t i = 0; i < ids.size(); ++i) sets[i].listed = listed(files, ids[i]);
    return sets;
  });
}

Result<bool> findings_are_numbered(const Store& store, std::int64_t run) {
  return guarded([&] {
    Statement ask(store.database(),
                  "SELECT count(*) = coalesce(max(number), 0) AND coalesce(min(number), 1) = 1 "
                  "FROM finding WHERE run = ?");
    ask.bind(1, run).step();
    return ask.number(0) != 0;
  });
}

Result<std::vector<StoredTotal>> totals_of_run(const Store& store, std::int64_t run) {
  return guarded([&] {
    std::vector<StoredTotal> totals;
    Statement list(store.database(),
                   "SELECT rule, population, on_track, due_soon, breach, explained, met_late, "
                   "cannot_decide, error, population_undecided FROM run_total WHERE run = ? "
                   "ORDER BY rule");
    list.bind(1, run);
    while (list.step()) {
      const auto n = [&](int column) { return list.number(column); };
      totals.push_back(
          {std::string(list.text(0)), n(1), n(2), n(3), n(4), n(5), n(6), n(7), n(8), n(9)});
    }
    return totals;
  });
}

}  // namespace tidemark
