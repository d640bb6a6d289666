-- The words that the ten reference rules share (../../rules.md, "Definitions").
local bench = {}

bench.now      = episode:current()
bench.year_ago = as_at - months(12)

bench.in_care = all {
  bench.now:known(),
  as_at:before(child.date_of_birth + months(216)),
}

function bench.adoptive(e)         return e.kind:is("A3", "A4", "A5", "A6") end
function bench.under_care_order(e) return e.status:is("C1", "C2") end

-- The first day of the run of touching episodes, up to now, in which the condition never lapsed.
function bench.since(condition)
  return episode:unbroken(condition).from
end

bench.care_start = bench.since(function(e) return e.from:known() end)

bench.active_decision = decision:where(function(d) return d.to:missing() end):earliest()

return bench
