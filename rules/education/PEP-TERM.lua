local schooling = require "lib.schooling"

return rule {
  title    = "Personal education plan not reviewed this term",
  why      = "The plan for a child's education must be kept live each term.",
  source   = "Care Planning, Placement and Case Review Regulations 2010 reg 5(b)(ii) and Schedule 1 " ..
             "para 2: the plan is part of the care plan [V]; each term, and the first in ten " ..
             "working days: statutory guidance, February 2018 [K]; Middlesbrough 2022, line 97 " ..
             "\"effective use of Personal Education Plans\" [S]",
  to_be_confirmed = true,
  standing = "guidance",
  severity = "medium",
  owner    = "virtual school head",

  -- Not on a school roll excuses nothing: it is a finding of its own (EDU-25H). Without the council's
  -- terms it cannot be decided.
  applies  = schooling.looked_after_of_school_age,
  clock    = choose {
    { schooling.first_education_plan_is_asked, schooling.start_of_first_education_plan },
    otherwise = schooling.first_day_of_term,
  },
  -- Looked after since before the term: by its last day. In the holidays it is the term just ended.
  due      = choose {
    { schooling.first_education_plan_is_asked,
      schooling.start_of_first_education_plan + working_days(10) },
    otherwise = schooling.last_day_of_term,
  },
  amber    = school_days(10),
  stops    = choose {
    { schooling.first_education_plan_is_asked, schooling.education_plans:earliest().on },
    otherwise = schooling.education_plans_this_term:earliest().on,
  },

  facts    = { last = pep:latest().on },

  says     = "Personal education plan due {due}, counted from {clock}. Last reviewed: {last}. " ..
             "{overdue} over.",

  examples = {
    { "the last day of term", as_at = "2021-12-17", terms = { "2021-09-06..2021-12-17" },
      given  = {
        child = { date_of_birth = "2010-05-05" },
        legal_status = { { status = "C2", from = "2020-07-01" } },
        pep = { { on = "2021-07-10" } },
      },
      expect = { "due_soon", due = "2021-12-17", clock = "2021-09-06" } },
    { "in the holidays after it", as_at = "2021-12-18",
      terms = { "2021-09-06..2021-12-17", "2022-01-04..2022-04-08" },
      given  = {
        child = { date_of_birth = "2010-05-05" },
        legal_status = { { status = "C2", from = "2020-07-01" } },
        pep = { { on = "2021-07-10" } },
      },
      expect = { "breach", due = "2021-12-17", days_over = 1 } },
    { "eleven school days before is not amber yet", as_at = "2021-12-02",
      terms = { "2021-09-06..2021-12-17" },
      given  = {
        child = { date_of_birth = "2010-05-05" },
        legal_status = { { status = "C2", from = "2020-07-01" } },
        pep = { { on = "2021-07-10" } },
      },
      expect = "on_track" },
    { "amber ten school days before", as_at = "2021-12-03", terms = { "2021-09-06..2021-12-17" },
      given  = {
        child = { date_of_birth = "2010-05-05" },
        legal_status = { { status = "C2", from = "2020-07-01" } },
        pep = { { on = "2021-07-10" } },
      },
      expect = "due_soon" },
    { "reviewed this term", as_at = "2021-12-17", terms = { "2021-09-06..2021-12-17" },
      given  = {
        child = { date_of_birth = "2010-05-05" },
        legal_status = { { status = "C2", from = "2020-07-01" } },
        pep = { { on = "2021-10-10" } },
      },
      expect = "on_track" },
    { "reviewed after the end of term", as_at = "2021-12-31",
      terms = { "2021-09-06..2021-12-17", "2022-01-04..2022-04-08" },
      given  = {
        child = { date_of_birth = "2010-05-05" },
        legal_status = { { status = "C2", from = "2020-07-01" } },
        pep = { { on = "2021-12-20" } },
      },
      expect = { "met_late", days_over = 3 } },
    { "came in this term: ten working days", as_at = "2021-10-16",
      terms = { "2021-09-06..2021-12-17" },
      given  = {
        child = { date_of_birth = "2010-05-05" },
        legal_status = { { status = "C2", from = "2021-10-01" } },
      },
      expect = { "breach", due = "2021-10-15", days_over = 1 } },
    { "the first plan in time", as_at = "2021-10-31", terms = { "2021-09-06..2021-12-17" },
      given  = {
        child = { date_of_birth = "2010-05-05" },
        legal_status = { { status = "C2", from = "2021-10-01" } },
        pep = { { on = "2021-10-15" } },
      },
      expect = "on_track" },
    { "came in last term and none yet", as_at = "2022-01-10",
      terms = { "2021-09-06..2021-12-17", "2022-01-04..2022-04-08" },
      given  = {
        child = { date_of_birth = "2010-05-05" },
        legal_status = { { status = "C2", from = "2021-12-01" } },
      },
      expect = { "breach", due = "2021-12-15" } },
    { "not at school yet", as_at = "2021-12-18",
      terms = { "2021-09-06..2021-12-17", "2022-01-04..2022-04-08" },
      given  = {
        child = { date_of_birth = "2018-05-05" },
        legal_status = { { status = "C2", from = "2020-07-01" } },
      },
      expect = "not_applicable" },
    { "no terms", as_at = "2021-12-18",
      given  = {
        child = { date_of_birth = "2010-05-05" },
        legal_status = { { status = "C2", from = "2020-07-01" } },
        pep = { { on = "2021-10-10" } },
      },
      expect = "cannot_decide" },
    { "no list of plans", as_at = "2021-12-18",
      terms = { "2021-09-06..2021-12-17", "2022-01-04..2022-04-08" },
      given  = {
        child = { date_of_birth = "2010-05-05" },
        legal_status = { { status = "C2", from = "2020-07-01" } },
      },
      not_supplied = { "pep" },
      expect = "cannot_decide" },
    { "birth date blank", as_at = "2021-12-18",
      terms = { "2021-09-06..2021-12-17", "2022-01-04..2022-04-08" },
      given  = { legal_status = { { status = "C2", from = "2020-07-01" } } },
      expect = "cannot_decide" },
    { "in care since long ago, no plan ever", as_at = "2021-10-16",
      terms = { "2021-09-06..2021-12-17" },
      given  = {
        child = { date_of_birth = "2010-05-05" },
        legal_status = { { status = "C2", from = "2021-02-01" } },
      },
      expect = { "breach", due = "2021-02-15" } },
    { "came in before school age, reception began this term", as_at = "2021-09-10",
      terms = { "2021-09-06..2021-12-17" },
      given  = {
        child = { date_of_birth = "2017-08-01" },
        legal_status = { { status = "C2", from = "2021-06-01" } },
      },
      expect = "due_soon" },
  },
}
