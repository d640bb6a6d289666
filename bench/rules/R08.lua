local bench = require "lib.bench"

local placed_since = episode:where(function(e)
  return all { bench.adoptive(e), e.from:on_or_after(bench.active_decision.from) }
end)

return rule {
  title    = "Decision for adoption, not placed",
  why      = "A year after the decision a child should be with adopters.",
  source   = "bench/rules.md, R08",
  standing = "local",
  severity = "medium",
  owner    = "benchmark",
  maturity = "trial",

  applies  = all {
    bench.in_care,
    bench.active_decision:known(),
    none { placed_since:any() },
  },
  clock    = bench.active_decision.from,
  limit    = reaches(months(12)),

  says     = "Decision for adoption on {clock}, not placed. {overdue} past {limit}.",

  examples = {
    { "the day before twelve months", as_at = "2026-03-30",
      given  = {
        child = { date_of_birth = "2020-01-01" },
        episode = { { from = "2024-01-01", reason = "S", status = "E1", kind = "U6" } },
        decision = { { from = "2025-03-31" } },
      },
      expect = "on_track" },
    { "the earliest decision still in force", as_at = "2026-03-31",
      given  = {
        child = { date_of_birth = "2020-01-01" },
        episode = { { from = "2024-01-01", reason = "S", status = "E1", kind = "U6" } },
        decision = { { from = "2024-02-01", to = "2024-06-01" }, { from = "2025-03-31" } },
      },
      expect = { "breach", due = "2026-03-31" } },
  },
}
