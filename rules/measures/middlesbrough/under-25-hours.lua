local case = require "lib.case"

return measure {
  title    = "Receiving less than 25 hours of education",
  source   = "Middlesbrough, Permanence Action Plan, January 2022, line 120",
  unit     = "children",
  counts   = all {
    case.looked_after,
    education:within(period):latest().hours:under(
      setting { 25, label = "Hours a week", from = 1, to = 40 }
    ),
  },
  of       = all { case.looked_after, education:within(period):any() },
  as       = "percent",
  rounding = { places = 1 },
  note     = "The report says \"of looked after children\"; 3.1 % needs the children of school age.",
}
