local case = require "lib.case"

local confirmed = section_20_confirmation:within(months(6)):where { parents_agree = "yes" }

-- A residential plan holds for a year from the review that agreed it, else from its first day.
local residential = care_plan:current()
local agreed = choose {
  { residential.reviewed:known(), residential.reviewed },
  otherwise = residential.from,
}
local check  = setting { months(12), label = "Months for which a residential plan explains",
                         from = months(6), to = months(24) }

return rule {
  title    = "Section 20 accommodation drifting",
  why      = "Voluntary accommodation with no order and no plan can run on for years unnoticed.",
  source   = "Case law and Public Law Working Group guidance on section 20 [K]; local procedures " ..
             "revised after a High Court judgment on drift under section 20 (Merton, Brighton) " ..
             "[V]; Derby, Exit from Care, December 2021, line 43 [S]. The limit is local [L]",
  to_be_confirmed = true,
  standing = "local",
  severity = "high",
  owner    = "social work team manager",

  -- Under 16 turns on the birth date: blank, it cannot be decided.
  applies  = all {
    case.looked_after_not_on_remand,
    case.section_20:known(),
    age:under(16),
    none { all {
      uasc:where(function(u) return any { u.ends:missing(), u.ends:after(as_at) } end):any(),
      case.plan_agreed,
    } },
  },
  clock    = case.section_20.from,
  -- Every six months again, but the due date stays the first six months.
  limit    = reaches(setting { months(6), label = "Months under section 20",
                               from = months(3), to = months(12) }),
  amber    = months(2),
  -- The end of section 20: an order was made. A child who went home has left care.
  stops    = case.section_20.to,

  facts    = { plan = case.plan, confirmed = confirmed:latest().on, agreed = agreed },

  explained_by = {
    { "section 20 confirmed on {confirmed} with the parents' agreement", when = confirmed:any() },
    { "long residential plan agreed on {agreed}",
      when = all { case.plan:includes "RESPLMT", (agreed + check):after(as_at) } },
  },

  says     = "Under section 20 since {clock}. {overdue} past {limit}. Plan: {plan}. " ..
             "Last confirmed: {confirmed}.",

  examples = {
    { "the day before six months", as_at = "2021-09-29",
      given  = {
        child = { date_of_birth = "2015-05-05" },
        legal_status = { { status = "V2", from = "2021-03-30" } },
      },
      expect = "due_soon" },
    { "six months to the day", as_at = "2021-09-30",
      given  = {
        child = { date_of_birth = "2015-05-05" },
        legal_status = { { status = "V2", from = "2021-03-30" } },
      },
      expect = { "breach", due = "2021-09-30" } },
    { "not amber before four months", as_at = "2021-07-29",
      given  = {
        child = { date_of_birth = "2015-05-05" },
        legal_status = { { status = "V2", from = "2021-03-30" } },
      },
      expect = "on_track" },
    { "amber from four months", as_at = "2021-07-30",
      given  = {
        child = { date_of_birth = "2015-05-05" },
        legal_status = { { status = "V2", from = "2021-03-30" } },
      },
      expect = "due_soon" },
    { "an interim order in time", as_at = "2021-12-31",
      given  = {
        child = { date_of_birth = "2015-05-05" },
        legal_status = {
          { status = "V2", from = "2021-03-30", to = "2021-08-01" },
          { status = "C1", from = "2021-08-01" },
        },
      },
      expect = "on_track" },
    { "an interim order after ten months", as_at = "2022-03-31",
      given  = {
        child = { date_of_birth = "2015-05-05" },
        legal_status = {
          { status = "V2", from = "2021-03-30", to = "2022-01-30" },
          { status = "C1", from = "2022-01-30" },
        },
      },
      expect = { "met_late", days_over = 122 } },
    { "an order in September or October, perhaps in time", as_at = "2021-12-31",
      given  = {
        child = { date_of_birth = "2015-05-05" },
        care = { { from = "2021-03-30" } },
        legal_status = {
          { status = "V2", from = "2021-03-30", to = "2021-09-01..2021-10-31" },
          { status = "C1", from = "2021-10-31" },
        },
      },
      expect = "cannot_decide" },
    { "confirmed with the parents' agreement", as_at = "2021-12-31",
      given  = {
        child = { date_of_birth = "2015-05-05" },
        legal_status = { { status = "V2", from = "2021-03-30" } },
        section_20_confirmation = { { on = "2021-07-01", parents_agree = "yes" } },
      },
      expect = "explained" },
    { "confirmed, but six months ago to the day", as_at = "2022-01-01",
      given  = {
        child = { date_of_birth = "2015-05-05" },
        legal_status = { { status = "V2", from = "2021-03-30" } },
        section_20_confirmation = { { on = "2021-07-01", parents_agree = "yes" } },
      },
      expect = "breach" },
    { "confirmed, agreement left blank", as_at = "2021-12-31",
      given  = {
        child = { date_of_birth = "2015-05-05" },
        legal_status = { { status = "V2", from = "2021-03-30" } },
        section_20_confirmation = { { on = "2021-07-01" } },
      },
      expect = "breach" },
    { "long residential plan", as_at = "2021-12-31",
      given  = {
        child = { date_of_birth = "2015-05-05" },
        legal_status = { { status = "V2", from = "2021-03-30" } },
        care_plan = { { plan = "RESPLMT", from = "2021-05-01" } },
      },
      expect = "explained" },
    { "sixteen", as_at = "2021-12-31",
      given  = {
        child = { date_of_birth = "2005-12-31" },
        legal_status = { { status = "V2", from = "2021-03-30" } },
      },
      expect = "not_applicable" },
    { "unaccompanied, with an agreed plan", as_at = "2021-12-31",
      given  = {
        child = { date_of_birth = "2007-12-31" },
        legal_status = { { status = "V2", from = "2021-03-30" } },
        uasc = { { ends = "2025-12-31" } },
        care_plan = { { plan = "LTFOST18", from = "2021-05-01" } },
      },
      expect = "not_applicable" },
    { "unaccompanied, no plan", as_at = "2021-12-31",
      given  = {
        child = { date_of_birth = "2007-12-31" },
        legal_status = { { status = "V2", from = "2021-03-30" } },
        uasc = { { ends = "2025-12-31" } },
      },
      expect = "breach" },
    { "the birth date is blank", as_at = "2021-12-31",
      given  = { legal_status = { { status = "V2", from = "2021-03-30" } } },
      expect = "cannot_decide" },
    { "began before the extract, less than six months ago for certain", as_at = "2021-08-31",
      given  = {
        child = { date_of_birth = "2015-05-05" },
        legal_status = { { status = "V2", from = "..2021-04-01" } },
      },
      expect = "cannot_decide" },
    { "began before the extract, six months since its first visible day", as_at = "2021-10-01",
      given  = {
        child = { date_of_birth = "2015-05-05" },
        legal_status = { { status = "V2", from = "..2021-04-01" } },
      },
      expect = "breach" },
    { "a residential plan agreed two years ago", as_at = "2021-12-31",
      given  = {
        child = { date_of_birth = "2012-06-01" },
        legal_status = { { status = "V2", from = "2019-07-01" } },
        care_plan = { { plan = "RESPLMT", from = "2019-08-01" } },
      },
      expect = "breach" },
  },
}
