local bench = require "lib.bench"

-- The placement in which the year began, and those begun since.
local held = episode:where(function(e)
  return all {
    e.from:on_or_before(bench.year_ago),
    any { e.to:missing(), e.to:after(bench.year_ago) },
  }
end)
local begun = episode:where(function(e)
  return all { e.from:after(bench.year_ago), e.reason:is("S", "P", "B") }
end)

return rule {
  title    = "Three placements in twelve months",
  why      = "A child who moves this often is not settled.",
  source   = "bench/rules.md, R05",
  standing = "local",
  severity = "medium",
  owner    = "benchmark",
  maturity = "trial",

  applies     = bench.in_care,
  clock       = bench.year_ago,
  due         = choose {
    { held:any(), begun:nth(2).from },
    otherwise = begun:nth(3).from,
  },
  breach_when = (held:count() + begun:count()):at_least(3),

  says     = "Third placement since {clock} began on {due}.",

  examples = {
    { "two", as_at = "2026-03-31",
      given  = {
        child = { date_of_birth = "2020-01-01" },
        episode = {
          { from = "2024-01-01", to = "2025-06-01", reason = "S", status = "C2", kind = "U6" },
          { from = "2025-06-01", reason = "P", status = "C2", kind = "U6" },
        },
      },
      expect = "on_track" },
    { "three, one of them held when the year began", as_at = "2026-03-31",
      given  = {
        child = { date_of_birth = "2020-01-01" },
        episode = {
          { from = "2024-01-01", to = "2025-06-01", reason = "S", status = "C2", kind = "U6" },
          { from = "2025-06-01", to = "2025-07-01", reason = "P", status = "C2", kind = "U6" },
          { from = "2025-07-01", reason = "B", status = "C2", kind = "U4" },
        },
      },
      expect = { "breach", due = "2025-07-01" } },
    { "a move with the same carer does not count", as_at = "2026-03-31",
      given  = {
        child = { date_of_birth = "2020-01-01" },
        episode = {
          { from = "2024-01-01", to = "2025-06-01", reason = "S", status = "C2", kind = "U6" },
          { from = "2025-06-01", to = "2025-07-01", reason = "T", status = "C2", kind = "U6" },
          { from = "2025-07-01", reason = "B", status = "C2", kind = "U4" },
        },
      },
      expect = "on_track" },
  },
}
