-- A list may keep the plans that were replaced: the young person has one clock, from the last day
-- that any of them was looked at. Some systems hold the start of the plan and its latest review in
-- one day.
local plans = pathway:where { eligibility = { "ELIGIBLE", "RELEVANT", "FORMER" } }
local last_looked_at = latest_of(plans:latest_of "reviewed", plans:latest_of "started")
local lost_touch     = plans:latest_of "lost_touch"

-- Out of touch, and somebody has tried since.
local attempts = action:where(function(a)
  return all { a.action:contains("contact attempt", "attempted contact"), a.on:on_or_after(lost_touch) }
end):within(last(setting { months(3), label = "Months for which an attempt at contact explains",
                           from = months(1), to = months(6) }))

return rule {
  title    = "Pathway plan review overdue",
  why      = "A plan that nobody has looked at for six months is not a plan.",
  source   = "Care Leavers (England) Regulations 2010 reg 7 [K]; six months also in the 2001 " ..
             "regulations for Wales [V]; Derby minutes 9 December 2021, line 175; Middlesbrough " ..
             "2022, line 125 [S]",
  to_be_confirmed = true,
  standing = "statutory",
  severity = "medium",
  owner    = "leaving care team manager",

  -- Also young people who have left care; nobody under sixteen has a pathway plan. No plan yet is
  -- PATH-3M. The next review starts a new clock: never met late.
  applies  = all {
    any { child.date_of_birth:missing(), age:at_least(16) },
    plans:any(),
    last_looked_at:known(),
  },
  clock    = last_looked_at,
  limit    = within(months(6)),
  amber    = days(21),

  facts    = {
    standing   = plans:latest().eligibility,
    lost_touch = lost_touch,
    attempt    = attempts:latest().on,
  },

  explained_by = {
    { "not in touch since {lost_touch}, contact last tried on {attempt}",
      when = all { lost_touch:known(), attempts:any() } },
  },

  says     = "Pathway plan last looked at {clock} ({standing}). Review due {due}, {overdue} past {limit}.",

  examples = {
    { "six months to the day", as_at = "2021-09-30",
      given  = {
        pathway = { { eligibility = "ELIGIBLE", started = "2020-09-30", reviewed = "2021-03-30" } },
      },
      expect = { "due_soon", due = "2021-09-30" } },
    { "the day after", as_at = "2021-10-01",
      given  = {
        pathway = { { eligibility = "FORMER", started = "2020-09-30", reviewed = "2021-03-30" } },
      },
      expect = { "breach", days_over = 1 } },
    { "never reviewed: from the start of the plan", as_at = "2021-10-01",
      given  = { pathway = { { eligibility = "RELEVANT", started = "2021-03-30" } } },
      expect = { "breach", clock = "2021-03-30" } },
    { "twenty-two days before is not amber yet", as_at = "2021-09-08",
      given  = { pathway = { { eligibility = "ELIGIBLE", started = "2021-03-30" } } },
      expect = "on_track" },
    { "amber twenty-one days before", as_at = "2021-09-09",
      given  = { pathway = { { eligibility = "ELIGIBLE", started = "2021-03-30" } } },
      expect = "due_soon" },
    { "not in touch, contact tried", as_at = "2021-10-31",
      given  = {
        pathway = { { eligibility = "FORMER", started = "2021-03-30", lost_touch = "2021-06-01" } },
        action = { { action = "Contact attempt by letter", on = "2021-09-15" } },
      },
      expect = "explained" },
    { "not in touch, nobody tried lately", as_at = "2021-12-31",
      given  = {
        pathway = { { eligibility = "FORMER", started = "2021-03-30", lost_touch = "2021-06-01" } },
        action = { { action = "Contact attempt by letter", on = "2021-09-15" } },
      },
      expect = "breach" },
    { "no plan yet", as_at = "2021-10-31",
      given  = { pathway = { { eligibility = "ELIGIBLE", needs_assessed = "2021-03-30" } } },
      expect = "not_applicable" },
    { "qualifying only", as_at = "2021-10-31",
      given  = { pathway = { { eligibility = "QUALIFYING", started = "2021-03-30" } } },
      expect = "not_applicable" },
    { "standing blank", as_at = "2021-10-31",
      given  = { pathway = { { started = "2021-03-30" } } },
      expect = "cannot_decide" },
    { "the day of the plan is not readable", as_at = "2021-10-31",
      given  = { pathway = { { eligibility = "ELIGIBLE", started = ".." } } },
      expect = "cannot_decide" },
    { "no list of pathway plans, fifteen", as_at = "2021-10-31",
      given  = {
        child = { date_of_birth = "2005-11-01" },
        legal_status = { { status = "C2", from = "2018-07-01" } },
      },
      not_supplied = { "pathway" },
      expect = "not_applicable" },
    { "no list of pathway plans", as_at = "2021-10-31",
      given  = { legal_status = { { status = "C2", from = "2018-07-01" } } },
      not_supplied = { "pathway" },
      expect = "cannot_decide" },
    { "an earlier plan, since replaced", as_at = "2021-09-30",
      given  = {
        pathway = {
          { eligibility = "ELIGIBLE", started = "2019-09-30", reviewed = "2020-03-30" },
          { eligibility = "FORMER", started = "2020-09-30", reviewed = "2021-09-01" },
        },
      },
      expect = "on_track" },
  },
}
