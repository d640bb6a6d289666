local case = require "lib.case"

return measure {
  title    = "Children looked after per 10,000",
  source   = "Middlesbrough, Permanence Action Plan, January 2022, line 104",
  unit     = "children",
  window   = "stock",
  counts   = case.looked_after,
  of       = assumption {
    33127,
    label  = "Children under 18 in the area",
    source = "not in the report: any number from 33,123 to 33,133 gives both published rates",
  },
  as       = "per 10,000",
  rounding = { places = 1 },
}
