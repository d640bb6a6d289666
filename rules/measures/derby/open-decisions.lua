local flows = require "lib.flows"

return measure {
  title   = "Cases open with a decision for adoption",
  source  = "Derby, Exit from Care, quarter 2 of 2021-22, line 236",
  unit    = "children",
  window  = "stock",
  counts  = flows.open_decision,
  assumes = {
    "the report's \"not reversed or not adopted\" is read as not reversed and not adopted",
  },
}
