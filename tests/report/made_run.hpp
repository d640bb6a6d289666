// A small audit run made by hand: two rules that found something, one on trial, one that failed,
// a missing table, notes, a run before. What the report's tests print.
#pragma once

#include "audit/run.hpp"

namespace tidemark::made {

[[nodiscard]] AuditRun run();
// The same run with every name, sentence and cell full of markup and broken text.
[[nodiscard]] AuditRun hostile_run();
// A run whose first rule found `breaches` breaches.
[[nodiscard]] AuditRun long_run(std::size_t breaches);
// A run that found nothing at all, the first in its store.
[[nodiscard]] AuditRun quiet_run();

}  // namespace tidemark::made
