return measure {
  title  = "Special guardianship: referrals of the period that reached stage 1",
  source = "Derby, Exit from Care, quarter 2 of 2021-22, table 1",
  unit   = "cases",
  counts = guardianship:where(function(g)
    return all { g.referred:during(period), g.stage_1:known() }
  end),
  note   = "A part of the referrals of the same period. The other rows of the table are other cohorts.",
}
