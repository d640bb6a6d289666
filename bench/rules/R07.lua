local bench = require "lib.bench"

return rule {
  title    = "Section 20 for more than six months",
  why      = "Accommodation by agreement is not a plan for permanence.",
  source   = "bench/rules.md, R07",
  standing = "local",
  severity = "medium",
  owner    = "benchmark",
  maturity = "trial",

  applies  = all { bench.in_care, bench.now.status:is "V2" },
  clock    = bench.since(function(e) return e.status:is "V2" end),
  limit    = within(months(6)),

  says     = "Under section 20 since {clock}. {overdue} past {limit}.",

  examples = {
    { "the day after", as_at = "2026-03-31",
      given  = {
        child = { date_of_birth = "2020-01-01" },
        episode = { { from = "2025-09-30", reason = "S", status = "V2", kind = "U6" } },
      },
      expect = { "breach", due = "2026-03-30" } },
    { "the last good day", as_at = "2026-03-30",
      given  = {
        child = { date_of_birth = "2020-01-01" },
        episode = { { from = "2025-09-30", reason = "S", status = "V2", kind = "U6" } },
      },
      expect = "on_track" },
  },
}
