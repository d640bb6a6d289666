local bench = require "lib.bench"

-- Adoptive placements of this time in care.
local placed = episode:where(function(e)
  return all { bench.adoptive(e), e.from:on_or_after(bench.care_start) }
end)

return rule {
  title    = "Entry to care to adoptive placement",
  why      = "A child whose plan is adoption should be placed within 426 days of coming into care.",
  source   = "bench/rules.md, R10",
  standing = "local",
  severity = "medium",
  owner    = "benchmark",
  maturity = "trial",

  applies  = all { bench.in_care, any { placed:any(), bench.active_decision:known() } },
  clock    = bench.care_start,
  limit    = within(days(426)),
  stops    = placed:earliest().from,

  says     = "Came into care on {clock}. {overdue} past {limit}.",

  examples = {
    { "placed in time", as_at = "2026-03-31",
      given  = {
        child = { date_of_birth = "2020-01-01" },
        episode = {
          { from = "2024-01-01", to = "2025-03-02", reason = "S", status = "E1", kind = "U6" },
          { from = "2025-03-02", reason = "P", status = "E1", kind = "A6" },
        },
      },
      expect = "on_track" },
    { "placed a day late", as_at = "2026-03-31",
      given  = {
        child = { date_of_birth = "2020-01-01" },
        episode = {
          { from = "2024-01-01", to = "2025-03-03", reason = "S", status = "E1", kind = "U6" },
          { from = "2025-03-03", reason = "P", status = "E1", kind = "A6" },
        },
      },
      expect = { "met_late", due = "2025-03-02", days_over = 1 } },
    { "decided, not placed", as_at = "2026-03-31",
      given  = {
        child = { date_of_birth = "2020-01-01" },
        episode = { { from = "2024-01-01", reason = "S", status = "E1", kind = "U6" } },
        decision = { { from = "2025-01-01" } },
      },
      expect = { "breach", due = "2025-03-02" } },
  },
}
