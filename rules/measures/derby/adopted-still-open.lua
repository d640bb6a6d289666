local flows = require "lib.flows"

return measure {
  title  = "Adopted, with tasks to do before the case is closed",
  source = "Derby, Exit from Care, quarter 2 of 2021-22, line 187",
  unit   = "children",
  window = "stock",
  counts = all { flows.ever_adopted, flows.open_with "Adoption Team" },
}
