local case  = require "lib.case"
local flows = require "lib.flows"

return measure {
  title  = "Linked or matched with adopters and not yet placed",
  source = "Derby, Exit from Care, quarter 2 of 2021-22, lines 212 and 240",
  unit   = "children",
  window = "stock",
  counts = all {
    flows.open_decision, any { flows.linked, flows.matched }, none { case.with_adopters },
  },
}
