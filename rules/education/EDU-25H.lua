local case      = require "lib.case"
local schooling = require "lib.schooling"

local week = schooling.latest_week
local full = setting { 25, label = "Hours of education a week", from = 15, to = 30 }

-- A full week on a plan that is about to run out.
local plan_ends = action:where(function(a)
  return all {
    a.action:contains "education plan",
    a.done:missing(),
    a.due:during(between(as_at, as_at + days(28))),
  }
end)

return rule {
  title    = "Less than 25 hours' education, or a setting that is not registered",
  why      = "Lost education is drift in another coat.",
  source   = "Middlesbrough 2022, line 67 \"children accessing less than 25 hours of education and " ..
             "in unregistered educational provisions\", line 120 \"Only 3.1% ... (11 children). Of " ..
             "which there is an action plan and oversight from Virtual School of each\", line 99 " ..
             "\"weekly reviews of children absent\" [S]. How long a plan explains is local [L]",
  standing = "local",
  severity = "high",
  owner    = "virtual school head",

  -- Under and over school age are out, so that a percentage has school-age children below the line.
  -- No week on record lately is not full attendance: it cannot be decided.
  applies     = schooling.looked_after_of_school_age,
  breach_when = any {
    week.hours:under(full),
    week.registered:is "no",
    all { none { schooling.recent_weeks:any() }, case.cannot_be_told },
  },
  amber_when  = plan_ends:any(),
  -- One occasion for each period of care, though the weeks move on.
  clock       = case.start_of_care,
  due         = week.on,

  facts    = {
    hours      = week.hours,
    registered = week.registered,
    planned    = week.action_plan,
    plan_ends  = plan_ends:earliest_of "due",
  },

  explained_by = {
    { "action plan with Virtual School oversight of {planned}",
      when = week.action_plan:during(last(setting {
        months(6), label = "Months for which an action plan explains",
        from = months(1), to = months(12) })) },
  },

  says     = "{hours} hours of education in the week of {due}, registered setting: {registered}.",

  examples = {
    { "24.99 hours", as_at = "2021-11-12",
      given  = {
        child = { date_of_birth = "2010-05-05" },
        legal_status = { { status = "C2", from = "2020-07-01" } },
        education = { { on = "2021-11-08", hours = 24.99, registered = "yes" } },
      },
      expect = "breach" },
    { "25 hours", as_at = "2021-11-12",
      given  = {
        child = { date_of_birth = "2010-05-05" },
        legal_status = { { status = "C2", from = "2020-07-01" } },
        education = { { on = "2021-11-01", hours = 10, registered = "yes" },
                      { on = "2021-11-08", hours = 25, registered = "yes" } },
      },
      expect = "on_track" },
    { "a setting that is not registered", as_at = "2021-11-12",
      given  = {
        child = { date_of_birth = "2010-05-05" },
        legal_status = { { status = "C2", from = "2020-07-01" } },
        education = { { on = "2021-11-08", hours = 27.5, registered = "no" } },
      },
      expect = "breach" },
    { "25 hours on a plan that ends in 28 days", as_at = "2021-11-12",
      given  = {
        child = { date_of_birth = "2010-05-05" },
        legal_status = { { status = "C2", from = "2020-07-01" } },
        education = { { on = "2021-11-08", hours = 25, registered = "yes" } },
        action = { { action = "Time-limited education plan", on = "2021-09-10", due = "2021-12-10" } },
      },
      expect = "due_soon" },
    { "the plan ends later", as_at = "2021-11-12",
      given  = {
        child = { date_of_birth = "2010-05-05" },
        legal_status = { { status = "C2", from = "2020-07-01" } },
        education = { { on = "2021-11-08", hours = 25, registered = "yes" } },
        action = { { action = "Time-limited education plan", on = "2021-09-10", due = "2021-12-11" } },
      },
      expect = "on_track" },
    { "action plan with the Virtual School", as_at = "2021-11-12",
      given  = {
        child = { date_of_birth = "2010-05-05" },
        legal_status = { { status = "C2", from = "2020-07-01" } },
        education = { { on = "2021-11-08", hours = 15, registered = "yes", action_plan = "2021-10-04" } },
      },
      expect = "explained" },
    { "an action plan of last spring", as_at = "2021-11-12",
      given  = {
        child = { date_of_birth = "2010-05-05" },
        legal_status = { { status = "C2", from = "2020-07-01" } },
        education = { { on = "2021-11-08", hours = 15, registered = "yes", action_plan = "2021-05-04" } },
      },
      expect = "breach" },
    { "hours blank", as_at = "2021-11-12",
      given  = {
        child = { date_of_birth = "2010-05-05" },
        legal_status = { { status = "C2", from = "2020-07-01" } },
        education = { { on = "2021-11-08", registered = "yes" } },
      },
      expect = "cannot_decide" },
    { "whether the setting is registered is blank", as_at = "2021-11-12",
      given  = {
        child = { date_of_birth = "2010-05-05" },
        legal_status = { { status = "C2", from = "2020-07-01" } },
        education = { { on = "2021-11-08", hours = 25 } },
      },
      expect = "cannot_decide" },
    { "no week on record lately", as_at = "2021-11-12",
      given  = {
        child = { date_of_birth = "2010-05-05" },
        legal_status = { { status = "C2", from = "2020-07-01" } },
        education = { { on = "2021-07-12", hours = 25, registered = "yes" } },
      },
      expect = "cannot_decide" },
    { "no education list came", as_at = "2021-11-12",
      given  = {
        child = { date_of_birth = "2010-05-05" },
        legal_status = { { status = "C2", from = "2020-07-01" } },
      },
      not_supplied = { "education" },
      expect = "cannot_decide" },
    { "three on 31 August: not at school yet", as_at = "2021-11-12",
      given  = {
        child = { date_of_birth = "2017-09-01" },
        legal_status = { { status = "C2", from = "2020-07-01" } },
        education = { { on = "2021-11-08", hours = 15, registered = "yes" } },
      },
      expect = "not_applicable" },
    { "four on 31 August", as_at = "2021-11-12",
      given  = {
        child = { date_of_birth = "2017-08-31" },
        legal_status = { { status = "C2", from = "2020-07-01" } },
        education = { { on = "2021-11-08", hours = 15, registered = "yes" } },
      },
      expect = "breach" },
    { "sixteen on 31 August: school is over", as_at = "2021-11-12",
      given  = {
        child = { date_of_birth = "2005-08-31" },
        legal_status = { { status = "C2", from = "2020-07-01" } },
        education = { { on = "2021-11-08", hours = 15, registered = "yes" } },
      },
      expect = "not_applicable" },
    { "sixteen the day after", as_at = "2021-11-12",
      given  = {
        child = { date_of_birth = "2005-09-01" },
        legal_status = { { status = "C2", from = "2020-07-01" } },
        education = { { on = "2021-11-08", hours = 15, registered = "yes" } },
      },
      expect = "breach" },
    { "birth date blank", as_at = "2021-11-12",
      given  = {
        legal_status = { { status = "C2", from = "2020-07-01" } },
        education = { { on = "2021-11-08", hours = 15, registered = "yes" } },
      },
      expect = "cannot_decide" },
  },
}
