return measure {
  title   = "Exit Team: cases co-worked on any day of the period",
  source  = "Derby, Exit from Care, quarter 2 of 2021-22, line 79; minutes of 9 December 2021, line 205",
  unit    = "cases",
  window  = "during",
  counts  = involvement:where { team = "Exit Team", role = "co-working assessor" }:touching(period),
  at_most = setting { 14, label = "Cases co-worked, at most", from = 1, to = 200 },
  assumes = {
    "\"during quarter 2\" is neither a stock nor a flow: a case co-worked on any day counts",
  },
}
