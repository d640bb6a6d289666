-- Ends of a period of care. A transfer to another order or placement is not an end.
return measure {
  title    = "Ceased to be looked after",
  source   = "SSDA903: periods of care that ended in the period",
  unit     = "children",
  counts   = care:where(function(c) return c.to:during(period) end),
  note     = "a child who left care twice in the period is counted twice",
}
