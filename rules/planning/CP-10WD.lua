local case = require "lib.case"

-- A plan prepared before the child came in counts, unless it belongs to an earlier period of care:
-- one that had begun when that period was still running. Nothing ticked is still a plan: what it
-- says is PERM-2R's question.
local plans = case.in_this_care(care_plan:where(function(p)
  return case.belongs_to_this_care(p.from)
end))

return rule {
  title    = "Care plan not prepared within ten working days",
  why      = "Every later step hangs on a plan; none in ten working days is the first drift.",
  source   = "Care Planning, Placement and Case Review Regulations 2010 reg 4: before the " ..
             "placement, or within ten working days of the first one [K]; Derby, Exit from Care, " ..
             "December 2021, line 43 \"All children must have a permanency plan\" [S]",
  to_be_confirmed = true,
  standing = "statutory",
  severity = "high",
  owner    = "social work team manager",

  -- Regulations 47A to 47F change the duty for children who are only remanded. A child who left
  -- care before the plan was due is not looked after.
  applies  = all { case.looked_after_not_on_remand, none { case.with_adopters } },
  clock    = case.start_of_care,
  limit    = within(working_days(10)),
  amber    = working_days(3),
  stops    = plans:earliest().from,

  facts    = { prepared = plans:earliest().from },

  says     = "Came into care {clock}. Care plan due {due}, prepared: {prepared}. {overdue} past " ..
             "{limit}.",

  examples = {
    { "the tenth working day, none yet", as_at = "2021-04-16",
      given  = { legal_status = { { status = "C1", from = "2021-03-31" } } },
      expect = { "due_soon", due = "2021-04-16" } },
    { "the day after", as_at = "2021-04-17",
      given  = { legal_status = { { status = "C1", from = "2021-03-31" } } },
      expect = { "breach", due = "2021-04-16", days_over = 1 } },
    { "four working days before is not amber yet", as_at = "2021-04-12",
      given  = { legal_status = { { status = "C1", from = "2021-03-31" } } }, expect = "on_track" },
    { "amber three working days before", as_at = "2021-04-13",
      given  = { legal_status = { { status = "C1", from = "2021-03-31" } } }, expect = "due_soon" },
    { "prepared on the last day", as_at = "2021-06-30",
      given  = {
        legal_status = { { status = "C1", from = "2021-03-31" } },
        care_plan = { { plan = "RETURN6M", from = "2021-04-16" } },
      },
      expect = "on_track" },
    { "prepared a day late", as_at = "2021-06-30",
      given  = {
        legal_status = { { status = "C1", from = "2021-03-31" } },
        care_plan = { { plan = "RETURN6M", from = "2021-04-17" } },
      },
      expect = { "met_late", days_over = 1 } },
    { "prepared before the placement", as_at = "2021-06-30",
      given  = {
        legal_status = { { status = "C1", from = "2021-03-31" } },
        care_plan = { { plan = "RETURN6M", from = "2021-03-24" } },
      },
      expect = "on_track" },
    { "nothing ticked is still a plan", as_at = "2021-06-30",
      given  = {
        legal_status = { { status = "C1", from = "2021-03-31" } },
        care_plan = { { plan = "", from = "2021-04-08" } },
      },
      expect = "on_track" },
    { "the plan of an earlier period of care, left open", as_at = "2021-06-30",
      given  = {
        legal_status = {
          { status = "V2", from = "2020-01-10", to = "2020-06-01" },
          { status = "C1", from = "2021-03-31" },
        },
        care = {
          { from = "2020-01-10", to = "2020-06-01", ceased = "E4A" }, { from = "2021-03-31" },
        },
        care_plan = { { plan = "RETURN6M", from = "2020-01-20" } },
      },
      expect = "breach" },
    { "placed for adoption", as_at = "2021-06-30",
      given  = {
        legal_status = { { status = "E1", from = "2021-03-31" } },
        with_adopters = { { kind = "A6", from = "2021-04-30" } },
      },
      expect = "not_applicable" },
    { "remanded", as_at = "2021-06-30",
      given  = { legal_status = { { status = "J1", from = "2021-03-31" } } },
      expect = "not_applicable" },
    { "short break", as_at = "2021-06-30",
      given  = { legal_status = { { status = "V4", from = "2021-03-31" } } },
      expect = "not_applicable" },
    { "went home before it was due", as_at = "2021-04-12",
      given  = { legal_status = { { status = "C1", from = "2021-03-31", to = "2021-04-09" } } },
      expect = "not_applicable" },
    { "eighteen", as_at = "2021-06-30",
      given  = {
        child = { date_of_birth = "2003-06-01" },
        legal_status = { { status = "C1", from = "2021-03-31" } },
      },
      expect = "not_applicable" },
    { "no care plan list came", as_at = "2021-06-30",
      given  = { legal_status = { { status = "C1", from = "2021-03-31" } } },
      not_supplied = { "care_plan" },
      expect = "cannot_decide" },
    { "a plan whose day is blank", as_at = "2021-06-30",
      given  = {
        legal_status = { { status = "C1", from = "2021-03-31" } },
        care_plan = { { plan = "RETURN6M" } },
      },
      expect = "cannot_decide" },
    { "came into care before the extract", as_at = "2021-04-15",
      given  = {
        legal_status = { { status = "C2", from = "2021-04-01" } },
        care = { { from = "..2021-04-01" } },
      },
      expect = "cannot_decide" },
    { "a plan from years before, the care it was for not in the extract", as_at = "2021-06-30",
      given  = {
        legal_status = { { status = "C1", from = "2021-03-31" } },
        care = { { from = "2021-03-31" } },
        care_plan = { { plan = "RETURN6M", from = "2017-01-20" } },
      },
      expect = "breach" },
  },
}
