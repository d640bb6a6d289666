return measure {
  title   = "Connected persons: in an unregulated placement on any day of the period",
  source  = "Derby, Exit from Care, quarter 2 of 2021-22, table 3 and line 145",
  unit    = "children",
  window  = "during",
  counts  = placement:where { kind = { "Z1", "Z11", "Z12", "Z13", "Z14" } }:touching(period):any(),
  note    = "A stock in a table of flows: the child was not placed in the period.",
}
