-- Beginnings of a period of care, not children: who comes twice in the period is counted twice.
return measure {
  title    = "Started to be looked after",
  source   = "SSDA903: periods of care that began in the period",
  unit     = "children",
  counts   = care:starting_within(period),
  note     = "a child who came into care twice in the period is counted twice",
}
