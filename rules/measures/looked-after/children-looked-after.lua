-- Everybody in care at the end of a day. Short breaks are not counted, as in the return.
local case = require "lib.case"

return measure {
  title    = "Children looked after",
  source   = "SSDA903: children with an open episode, short breaks left out",
  unit     = "children",
  window   = "stock",
  counts   = case.looked_after,
  excludes = "short breaks (V1, V3, V4)",
}
