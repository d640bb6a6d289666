-- Words about schooling: who is of school age, and the weeks of the education list.
local case  = require "lib.case"
local lists = require "lib.lists"

local schooling = words "schooling"

-- The school year is counted from 1 September; the language has no word for it, so the days are
-- listed. A child's age on the day before it began decides.
local school_years = {}
for year = 2040, 2011, -1 do
  table.insert(school_years, {
    as_at:on_or_after(day(text.format("%d-09-01", year))), day(text.format("%d-08-31", year)),
  })
end
school_years.otherwise = day "2010-08-31"
schooling.day_before_school_year = choose(school_years)

-- From the reception year (four on 31 August) to the 31 August on or after the sixteenth birthday.
schooling.school_age = all {
  age_on(schooling.day_before_school_year):at_least(4),
  age_on(schooling.day_before_school_year):under(16),
}

schooling.looked_after_of_school_age = all { case.looked_after, schooling.school_age }

-- The latest week on record, while it is no older than the summer holidays are long.
schooling.recent_weeks = education:within(last(setting {
  days(56), label = "Days for which a week on record is good", from = days(7), to = days(91) }))
schooling.latest_week = schooling.recent_weeks:latest()

-- The term that holds the as-at day, or the last one begun.
schooling.first_day_of_term = term_start(as_at)
schooling.last_day_of_term  = term_end(as_at)
schooling.term_so_far = between(
  schooling.first_day_of_term, earliest_of(schooling.last_day_of_term, as_at)
)
schooling.weeks_of_term = education:within(schooling.term_so_far)

-- Sessions attended of those possible. No week, or no session possible: not known, neither 0 nor 100.
schooling.attendance = percent_of(
  schooling.weeks_of_term:sum "sessions_attended", schooling.weeks_of_term:sum "sessions_possible"
)

-- A blank exclusion is none: the list names those there were, in words or by the census codes (PERM,
-- FIXD, SUSP).
function schooling.excludes_for_good(e)
  return all {
    e.exclusion:known(),
    any { e.exclusion:contains "permanent", e.exclusion:is("PERM", "perm") },
  }
end
schooling.permanent_exclusions = schooling.weeks_of_term:where(schooling.excludes_for_good)
schooling.exclusions_without_day_six = schooling.weeks_of_term:where(function(e)
  return all {
    e.exclusion:known(),
    e.exclusion:contains("fixed", "fixd", "susp"),
    any {
      none { e.exclusion:contains("day 6", "day six", "sixth day") },
      e.exclusion:contains("no day 6", "no day six", "no sixth day", "not provided", "not recorded"),
    },
  }
end)

-- Looked after for long enough in this term for its attendance to be the child's life in care.
schooling.days_looked_after_this_term = legal_status
  :where(function(l) return l.status:is_not(lists.short_breaks) end)
  :days_within(schooling.term_so_far)

-- The first day of school age: the 1 September after the fourth birthday.
local starts = {}
for year = 4, 14 do
  table.insert(starts, {
    age_on(schooling.day_before_school_year):at_most(year),
    schooling.day_before_school_year - years(year - 4) + days(1),
  })
end
starts.otherwise = schooling.day_before_school_year - years(11) + days(1)
schooling.first_day_of_school_age = choose(starts)

-- Personal education plans. The first is due ten working days after coming into care, or after
-- turning school age in care: asked of a child for whom that was in this term, and of a child who
-- has none yet, however long that has been.
schooling.education_plans = pep:since(case.start_of_care)
schooling.start_of_first_education_plan =
  latest_of(case.start_of_care, schooling.first_day_of_school_age)
schooling.first_education_plan_is_asked = any {
  schooling.start_of_first_education_plan:after(schooling.first_day_of_term),
  none { schooling.education_plans:any() },
}
schooling.education_plans_this_term = pep:since(schooling.first_day_of_term)

return schooling
