return measure {
  title    = "Exits, by Derby's own definition",
  source   = "Derby, Exit from Care, quarter 2 of 2021-22, line 149",
  unit     = "children",
  adds     = { "guardianship-exits", "placed-with-parents" },
  note     = "Children placed with parents under a care order are still looked after. Those who " ..
             "ceased to be looked after are the figure guardianship-exits.",
}
