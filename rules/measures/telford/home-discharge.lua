local case = require "lib.case"

return measure {
  title  = "At home on a care order",
  source = "Telford & Wrekin, Securing Permanence Group, September 2013, line 33",
  unit   = "children",
  window = "stock",
  counts = all { case.looked_after, case.status:is "C2", case.at_home },
  split  = {
    { "discharge applied for", case.open_applications("discharge"):any() },
    otherwise = "not applied for",
  },
}
