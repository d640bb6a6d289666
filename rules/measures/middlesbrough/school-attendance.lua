return measure {
  title    = "School attendance",
  source   = "Middlesbrough, Permanence Action Plan, January 2022, line 118",
  unit     = "sessions",
  each     = education:within(period),
  counts   = this.sessions_attended,
  of       = this.sessions_possible,
  as       = "percent",
  rounding = { places = 0 },
}
