local case = require "lib.case"

return measure {
  title   = "Tracked, with planning for adoption and no placement order yet",
  source  = "Derby, Exit from Care, quarter 2 of 2021-22, line 187",
  unit    = "children",
  window  = "stock",
  counts  = all {
    case.looked_after, tracker_note:where { panel = "adoption tracking" }:any(),
    none { case.on_placement_order },
  },
}
