local bench = require "lib.bench"

return rule {
  title    = "Care order, no matched long-term placement",
  why      = "A year into a care order a child should be matched.",
  source   = "bench/rules.md, R06",
  standing = "local",
  severity = "medium",
  owner    = "benchmark",
  maturity = "trial",

  applies  = all {
    bench.in_care,
    bench.under_care_order(bench.now),
    none { bench.now.kind:is("U1", "U4"), bench.adoptive(bench.now) },
  },
  clock    = bench.since(bench.under_care_order),
  limit    = reaches(months(12)),

  says     = "Under a care order since {clock}, not matched. {overdue} past {limit}.",

  examples = {
    { "the day before twelve months", as_at = "2026-03-30",
      given  = {
        child = { date_of_birth = "2020-01-01" },
        episode = { { from = "2025-03-31", reason = "S", status = "C1", kind = "U6" } },
      },
      expect = "on_track" },
    { "an interim order counts", as_at = "2026-03-31",
      given  = {
        child = { date_of_birth = "2020-01-01" },
        episode = {
          { from = "2025-03-31", to = "2025-10-01", reason = "S", status = "C1", kind = "U6" },
          { from = "2025-10-01", reason = "L", status = "C2", kind = "U6" },
        },
      },
      expect = { "breach", due = "2026-03-31" } },
  },
}
