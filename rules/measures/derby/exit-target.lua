return measure {
  title    = "Exits from care against the year's target",
  source   = "Derby, Exit from Care, quarter 2 of 2021-22, lines 47, 149 and 153",
  unit     = "children",
  forecast = {
    achieved   = "exits-local",
    expected   = { "sgo-awaiting-court" },
    target     = setting { 28, label = "Exits in the year", from = 0, to = 500 },
    target_for = "year",
  },
  assumes  = {
    "an exit is a special guardianship order, or a placement with parents under a care order",
    "a quarter is a quarter of the year's target: 7",
    "every case that awaits its court hearing ends in an order this year",
  },
}
