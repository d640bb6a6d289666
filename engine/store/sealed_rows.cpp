#include "store/sealed_rows.hpp"

#include <algorithm>
#include <array>

#include "base/digest.hpp"
#include "store/statement.hpp"

namespace tidemark {

namespace {

struct Part {
  Sealed of;
  const char* table;
  const char* sql;  // ?1 is the record's number
};

// The first part of each is the record itself. What is here has been sealed over: a column that is
// added later needs a new name for the whole.
constexpr std::array k_parts = {
    Part{Sealed::run, "run", "SELECT number, seal FROM run WHERE number = ?1"},
    Part{Sealed::run, "run_label", "SELECT run, source, children FROM run_label WHERE run = ?1"},
    Part{Sealed::run, "run_total",
         "SELECT run, rule, title, severity, maturity, population, on_track, due_soon, breach, "
         "explained, met_late, cannot_decide, error, population_undecided FROM run_total "
         "WHERE run = ?1 ORDER BY rule"},
    Part{Sealed::deed, "event", "SELECT number, seal FROM event WHERE number = ?1"},
    Part{Sealed::pack, "pack",
         "SELECT number, kind, held_on, run, issued_at, issued_by, digest FROM pack "
         "WHERE number = ?1"},
    // What an older Tidemark issued was sealed without it.
    Part{Sealed::pack, "identified_pack",
         "SELECT pack, certain FROM identified_pack WHERE pack = ?1 AND certain <> 0"},
    Part{Sealed::outcome, "outcome",
         "SELECT number, job, due_at, began_at, ended_at, exit_code, run, sentence FROM outcome "
         "WHERE number = ?1"},
    Part{Sealed::outcome, "outcome_snapshot",
         "SELECT outcome, content FROM outcome_snapshot WHERE outcome = ?1"},
    Part{Sealed::purge, "purge",
         "SELECT number, made_at, made_by, policy, before_day, runs, findings, contents, "
         "exceptions FROM purge WHERE number = ?1"},
    Part{Sealed::purge, "purged_run",
         "SELECT run, purge FROM purged_run WHERE purge = ?1 ORDER BY run"},
    Part{Sealed::purge, "purged_pack",
         "SELECT pack, purge FROM purged_pack WHERE purge = ?1 ORDER BY pack"},
    Part{Sealed::purge, "purged_evidence",
         "SELECT exception, run, purge FROM purged_evidence WHERE purge = ?1 ORDER BY exception"},
    Part{Sealed::purge, "exception",
         "SELECT number, rule, child, occasion, purge FROM exception WHERE purge = ?1 "
         "ORDER BY number"},
    Part{Sealed::purge, "event",
         "SELECT v.number, v.exception, v.kind, v.day, v.recorded_at, v.run, v.by, v.role, v.code, "
         "v.why, v.until, v.\"to\", v.meeting, v.evidence, v.about, v.verdict, v.clock, v.due, "
         "v.reason, v.seal FROM event v JOIN exception e ON e.number = v.exception "
         "WHERE e.purge = ?1 ORDER BY v.number"}};

constexpr std::array k_names = {"run", "deed", "pack", "outcome", "purge"};

void add_row(const Statement& row, const char* table, Sha256& digest) {
  digest.add(table).add("\n");
  for (int i = 0; i < row.columns(); ++i) {
    if (row.is_null(i)) {
      digest.add("-\n");
      continue;
    }
    const std::string_view text = row.text(i);
    digest.add(std::to_string(text.size())).add(":").add(text).add("\n");
  }
}

}  // namespace

const char* name_of(Sealed what) {
  return k_names.at(static_cast<std::size_t>(what));
}

std::optional<Sealed> sealed_named(std::string_view name) {
  const auto* found = std::find(k_names.begin(), k_names.end(), name);
  if (found == k_names.end()) return std::nullopt;
  return static_cast<Sealed>(found - k_names.begin());
}

std::optional<std::string> digest_of_rows(Database& database, Sealed what, std::int64_t record) {
  Sha256 digest;
  digest.add("tidemark ").add(name_of(what)).add(" 1\n");
  bool is_there = false;
  for (const Part& part : k_parts) {
    if (part.of != what) continue;
    Statement rows(database, part.sql);
    rows.bind(1, record);
    bool any = false;
    while (rows.step()) {
      add_row(rows, part.table, digest);
      any = true;
    }
    if (!is_there && !any) return std::nullopt;
    is_there = true;
  }
  return digest.hex();
}

}  // namespace tidemark
