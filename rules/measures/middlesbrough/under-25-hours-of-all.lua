local case = require "lib.case"

return measure {
  title    = "Receiving less than 25 hours of education, of all looked after",
  source   = "Middlesbrough, Permanence Action Plan, January 2022, line 120",
  unit     = "children",
  counts   = all {
    case.looked_after,
    education:within(period):latest().hours:under(
      setting { 25, label = "Hours a week", from = 1, to = 40 }
    ),
  },
  of       = case.looked_after,
  as       = "percent",
  rounding = { places = 1 },
  note     = "The share that the report's words name; it is not the one printed.",
}
