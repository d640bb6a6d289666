return measure {
  title  = "Special guardianship: open cases at an early stage",
  source = "Derby, Exit from Care, quarter 2 of 2021-22, line 155",
  unit   = "cases",
  window = "stock",
  counts = guardianship:where(function(g)
    return all {
      g.referred:known(), g.assessment_end:missing(), g.panel:missing(),
      g.granted:missing(), g.withdrawn:missing(),
    }
  end),
  assumes = { "every open case whose assessment is not done, also of children not in care" },
  note   = "A wider stock than the rows of table 1; it cannot be reconciled with them.",
}
