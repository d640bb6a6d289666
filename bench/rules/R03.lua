local bench = require "lib.bench"

return rule {
  title    = "Life story work not completed",
  why      = "Every child should have an account of how they came into care.",
  source   = "bench/rules.md, R03",
  standing = "local",
  severity = "medium",
  owner    = "benchmark",
  maturity = "trial",

  applies  = all {
    bench.in_care,
    none { life_story:where(function(l) return l.completed:known() end):any() },
  },
  clock    = bench.care_start,
  limit    = reaches(months(6)),

  says     = "In care since {clock}, no completed life story work. {overdue} past {limit}.",

  examples = {
    { "the day before six months", as_at = "2026-02-27",
      given  = {
        child = { date_of_birth = "2020-01-01" },
        episode = { { from = "2025-08-31", reason = "S", status = "C2", kind = "U6" } },
      },
      expect = "on_track" },
    { "six months, clamped to the end of February", as_at = "2026-02-28",
      given  = {
        child = { date_of_birth = "2020-01-01" },
        episode = { { from = "2025-08-31", reason = "S", status = "C2", kind = "U6" } },
      },
      expect = { "breach", due = "2026-02-28" } },
    { "completed", as_at = "2026-02-28",
      given  = {
        child = { date_of_birth = "2020-01-01" },
        episode = { { from = "2025-08-31", reason = "S", status = "C2", kind = "U6" } },
        life_story = { { completed = "2026-02-28" } },
      },
      expect = "not_applicable" },
  },
}
