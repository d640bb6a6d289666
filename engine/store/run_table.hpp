// The run table: one row a run. Inside the caller's transaction; throws StoreFailure.
#pragma once

#include <vector>

#include "store/database.hpp"
#include "store/run_record.hpp"

namespace tidemark {

[[nodiscard]] std::vector<RunRecord> read_runs(Database& database);  // by number

// Gives the record its number, the previous seal and its own, and writes it.
void add_run(Database& database, RunRecord& record, std::int64_t snapshot, std::int64_t rule_set);

}  // namespace tidemark
