return measure {
  title  = "Permanent exclusions from school",
  source = "Middlesbrough, Permanence Action Plan, January 2022, line 119",
  unit   = "exclusions",
  counts = education:where(function(e)
    return all { e.on:during(period), e.exclusion:is "permanent" }
  end),
}
