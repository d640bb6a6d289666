return measure {
  title   = "Exit Team: cases held on any day of the period",
  source  = "Derby, Exit from Care, quarter 2 of 2021-22, line 78; minutes of 9 December 2021, line 205",
  unit    = "cases",
  window  = "during",
  counts  = involvement:where { team = "Exit Team", role = "responsible social worker" }:touching(period),
  at_most = setting { 17, label = "Cases held, at most", from = 1, to = 200 },
  assumes = {
    "\"during quarter 2\" is neither a stock nor a flow: a case held on any day counts",
  },
}
