local flows = require "lib.flows"

return measure {
  title  = "Children with a decision for whom no home is sought",
  source = "Derby, Exit from Care, quarter 2 of 2021-22, line 216",
  unit   = "children",
  window = "stock",
  counts = all {
    flows.open_decision,
    family_finding:where(function(f)
      return all { f.started:missing(), f.reason_not_searching:known() }
    end):any(),
  },
  split  = {
    { "in a sibling group of two", flows.to_be_placed_as(2) },
    otherwise = "other children",
  },
}
