// What the fuzz programs of the reader share: a folder in memory, and what must hold of every
// snapshot that was loaded.
#pragma once

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include "../snapshot/small_sources.hpp"
#include "snapshot/load.hpp"

namespace tidemark::fuzz {

inline const std::filesystem::path& folder() {
  // Kept in memory: a disk would be what is measured.
  static const std::filesystem::path path =
      "/dev/shm/tidemark-fuzz-" + std::to_string(::getpid()) + "-2018";
  static const bool made = std::filesystem::create_directories(path);
  (void)made;
  return path;
}

inline void write(const std::string& name, std::string_view text) {
  std::ofstream(folder() / name, std::ios::binary) << text;
}

inline void hold(bool truth) {
  if (!truth) std::abort();
}

inline void check(const Snapshot& snapshot, const Sources& sources) {
  hold(snapshot.children.size() > 0);
  for (std::size_t t = 0; t < sources.tables.size(); ++t) {
    const RecordTable& table = snapshot.tables[t];
    hold(table.first_row.size() == snapshot.children.size() + 1);
    hold(table.first_row.back() == table.rows() && table.file.size() == table.rows());
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      const FieldKind kind = sources.tables[t].columns[i].kind;
      hold(table.columns[i].empty() || table.columns[i].size() == table.rows());
      for (const Cell cell : table.columns[i]) {
        if (!is_side(cell)) continue;
        const auto at = static_cast<std::size_t>(cell - k_cell_side);
        hold(at < (is_date(kind) ? snapshot.pools.dates.size() : snapshot.pools.either.size()));
      }
    }
  }
}

// Loads the folder with one thread and with two: both must say the same, and say something.
inline void load_twice(const Sources& sources) {
  LoadOptions two_threads;
  two_threads.threads = 2;
  const Result<Snapshot> one = load_snapshot(folder().string(), sources, {});
  const Result<Snapshot> two = load_snapshot(folder().string(), sources, two_threads);
  hold(one.ok() == two.ok());
  if (!one.ok()) return hold(!one.error().message.empty());
  check(one.value(), sources);
  hold(one.value().notes.size() == two.value().notes.size());
  for (std::size_t t = 0; t < sources.tables.size(); ++t) {
    hold(one.value().tables[t].line == two.value().tables[t].line);
  }
}

}  // namespace tidemark::fuzz
