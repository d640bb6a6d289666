local bench = require "lib.bench"

return rule {
  title    = "Placement order, not placed for adoption",
  why      = "Nine months after the order a child should be with adopters.",
  source   = "bench/rules.md, R01",
  standing = "local",
  severity = "medium",
  owner    = "benchmark",
  maturity = "trial",

  applies  = all {
    bench.in_care,
    bench.now.status:is "E1",
    none { bench.adoptive(bench.now) },
  },
  clock    = bench.since(function(e) return e.status:is "E1" end),
  limit    = reaches(months(9)),

  says     = "Placement order since {clock}. {overdue} past {limit}.",

  examples = {
    { "the day before nine months", as_at = "2026-03-29",
      given  = {
        child = { date_of_birth = "2020-01-01" },
        episode = { { from = "2025-06-30", reason = "S", status = "E1", kind = "U6" } },
      },
      expect = "on_track" },
    { "nine months to the day", as_at = "2026-03-30",
      given  = {
        child = { date_of_birth = "2020-01-01" },
        episode = { { from = "2025-06-30", reason = "S", status = "E1", kind = "U6" } },
      },
      expect = { "breach", due = "2026-03-30" } },
    { "the order runs on through a change of placement", as_at = "2026-03-31",
      given  = {
        child = { date_of_birth = "2020-01-01" },
        episode = {
          { from = "2025-01-31", to = "2025-12-01", reason = "S", status = "E1", kind = "U6" },
          { from = "2025-12-01", reason = "P", status = "E1", kind = "U4" },
        },
      },
      expect = { "breach", due = "2025-10-31" } },
  },
}
