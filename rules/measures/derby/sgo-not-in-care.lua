return measure {
  title  = "Special guardianship: assessed for children who were not in care",
  source = "Derby, Exit from Care, quarter 2 of 2021-22, line 101",
  unit   = "cases",
  window = "during",
  counts = guardianship:where(function(g)
    return all {
      g.looked_after:is "no",
      g.assessment_start:on_or_before(period_end),
      any { g.assessment_end:missing(), g.assessment_end:on_or_after(period_start) },
    }
  end),
}
