local case = require "lib.case"

return measure {
  title  = "On a care order and in care for twelve months or longer",
  source = "Telford & Wrekin, Securing Permanence Group, September 2013, line 32: no number is given",
  unit   = "children",
  window = "stock",
  counts = all {
    case.looked_after, case.status:is "C2", (case.start_of_care + months(12)):on_or_before(as_at),
  },
  note   = "By time in care, not by time on the order; the first cohort of the group is the other way.",
}
