local bench = require "lib.bench"

return rule {
  title    = "Interim care order for more than 26 weeks",
  why      = "Care proceedings should be concluded within 26 weeks.",
  source   = "bench/rules.md, R09",
  standing = "local",
  severity = "medium",
  owner    = "benchmark",
  maturity = "trial",

  applies  = all { bench.in_care, bench.now.status:is "C1" },
  clock    = bench.since(function(e) return e.status:is "C1" end),
  limit    = within(weeks(26)),

  says     = "Under an interim care order since {clock}. {overdue} past {limit}.",

  examples = {
    { "the last good day", as_at = "2026-03-31",
      given  = {
        child = { date_of_birth = "2020-01-01" },
        episode = { { from = "2025-09-30", reason = "S", status = "C1", kind = "U6" } },
      },
      expect = "on_track" },
    { "the day after", as_at = "2026-04-01",
      given  = {
        child = { date_of_birth = "2020-01-01" },
        episode = { { from = "2025-09-30", reason = "S", status = "C1", kind = "U6" } },
      },
      expect = { "breach", due = "2026-03-31" } },
  },
}
