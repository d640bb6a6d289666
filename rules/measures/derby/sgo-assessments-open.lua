return measure {
  title  = "Special guardianship: assessments open on any day of the period",
  source = "Derby, Exit from Care, quarter 2 of 2021-22, table 1",
  unit   = "cases",
  window = "during",
  counts = guardianship:where(function(g)
    return all {
      g.assessment_start:on_or_before(period_end),
      any { g.assessment_end:missing(), g.assessment_end:on_or_after(period_start) },
      g.withdrawn:missing(),
    }
  end),
  assumes = { "active on any day of the period; the report may mean its last day" },
}
