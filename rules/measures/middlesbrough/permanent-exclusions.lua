local schooling = require "lib.schooling"

return measure {
  title  = "Permanent exclusions from school",
  source = "Middlesbrough, Permanence Action Plan, January 2022, line 119",
  unit   = "exclusions",
  counts = education:where(function(e)
    return all { e.on:during(period), schooling.excludes_for_good(e) }
  end),
  assumes = { "A blank exclusion is none: the list names those there were." },
}
