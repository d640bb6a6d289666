local flows = require "lib.flows"

return measure {
  title   = "Adopted children of Black, Asian and other minority ethnic groups",
  source  = "Middlesbrough, Permanence Action Plan, January 2022, line 107",
  unit    = "children",
  counts  = all {
    flows.adopted_in_period,
    child.ethnicity:is(
      "MWBC", "MWBA", "MWAS", "MOTH", "AIND", "APKN", "ABAN", "AOTH", "BCRB", "BAFR", "BOTH", "CHNE",
      "OOTH"
    ),
  },
  assumes = { "every ethnic group but the White ones; refused and not obtained are not counted" },
}
