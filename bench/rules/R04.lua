local bench = require "lib.bench"

return rule {
  title    = "Review overdue",
  why      = "A looked-after child is reviewed at least every six months.",
  source   = "bench/rules.md, R04",
  standing = "local",
  severity = "medium",
  owner    = "benchmark",
  maturity = "trial",

  applies  = bench.in_care,
  clock    = latest_of(bench.care_start, review:latest().on),
  limit    = within(days(183)),

  says     = "Last reviewed or came into care on {clock}. {overdue} past {limit}.",

  examples = {
    { "the last good day", as_at = "2026-03-31",
      given  = {
        child = { date_of_birth = "2020-01-01" },
        episode = { { from = "2024-01-01", reason = "S", status = "C2", kind = "U6" } },
        review = { { on = "2025-09-29" } },
      },
      expect = "on_track" },
    { "the day after", as_at = "2026-04-01",
      given  = {
        child = { date_of_birth = "2020-01-01" },
        episode = { { from = "2024-01-01", reason = "S", status = "C2", kind = "U6" } },
        review = { { on = "2025-09-29" } },
      },
      expect = { "breach", due = "2026-03-31" } },
    { "a review before this time in care does not count", as_at = "2026-04-01",
      given  = {
        child = { date_of_birth = "2020-01-01" },
        episode = { { from = "2025-09-29", reason = "S", status = "C2", kind = "U6" } },
        review = { { on = "2023-09-29" } },
      },
      expect = { "breach", due = "2026-03-31" } },
  },
}
