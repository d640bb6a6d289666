return measure {
  title  = "Special guardianship: awaiting the court hearing",
  source = "Derby, Exit from Care, quarter 2 of 2021-22, table 1; line 153",
  unit   = "cases",
  window = "stock",
  counts = guardianship:where(function(g)
    return all {
      g.assessment_end:known(), g.granted:missing(), g.withdrawn:missing(),
      any { g.court:missing(), g.court:after(as_at) },
    }
  end),
  assumes = { "the assessment is done and the hearing has not been held" },
}
