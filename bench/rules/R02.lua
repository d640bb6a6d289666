local bench = require "lib.bench"

return rule {
  title    = "Care order, placed with own parents",
  why      = "After a year at home under a care order the order should be looked at again.",
  source   = "bench/rules.md, R02",
  standing = "local",
  severity = "medium",
  owner    = "benchmark",
  maturity = "trial",

  applies  = all { bench.in_care, bench.under_care_order(bench.now), bench.now.kind:is "P1" },
  clock    = bench.since(function(e)
    return all { bench.under_care_order(e), e.kind:is "P1" }
  end),
  limit    = reaches(months(12)),

  says     = "Placed with own parents under a care order since {clock}. {overdue} past {limit}.",

  examples = {
    { "the day before twelve months", as_at = "2026-03-30",
      given  = {
        child = { date_of_birth = "2020-01-01" },
        episode = { { from = "2025-03-31", reason = "S", status = "C2", kind = "P1" } },
      },
      expect = "on_track" },
    { "twelve months to the day", as_at = "2026-03-31",
      given  = {
        child = { date_of_birth = "2020-01-01" },
        episode = { { from = "2025-03-31", reason = "S", status = "C2", kind = "P1" } },
      },
      expect = { "breach", due = "2026-03-31" } },
  },
}
