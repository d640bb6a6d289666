local case = require "lib.case"
local sgo  = require "lib.guardianship"

-- The court's own date for the report. It replaces the limit, earlier or later. One that lies before
-- the assessment began was for another report.
local directed = sgo.applications:where(function(a)
  return a.extended_to:after(this.assessment_start)
end):latest_of "extended_to"
-- A phase of assessment and support that the court agreed, in proceedings of its own or in care
-- proceedings. While it runs it explains; when it has run out, that day is the due date.
local support_until = case.applications({ "sgo", "care", "supervision" }):where(function(a)
  return a.further_assessment_until:after(this.assessment_start)
end):latest_of "further_assessment_until"

local limit = setting { weeks(12), label = "Weeks from the start of the assessment to panel",
                        from = weeks(6), to = weeks(26) }

return rule {
  title    = "Special guardianship assessment not at panel in twelve weeks",
  why      = "Assessments that slip a quarter delay the child's order and the carer's certainty.",
  source   = "Derby, Exit from Care, December 2021, line 95 \"9 cases have had active SGO " ..
             "Assessments which should progress to permanence panel in Q3\", line 97 \"0 cases to " ..
             "permanence panel\"; Middlesbrough 2022, line 23 \"delays in securing special " ..
             "guardianship orders for connected carers\", line 92 [S]; Public Law Working Group " ..
             "best practice guidance, June 2020 and March 2021: the time depends on the child [V]. " ..
             "The limit is local [L]",
  standing = "local",
  severity = "medium",
  owner    = "special guardianship team manager",

  each     = guardianship:where(function(g) return g.assessment_start:known() end),
  applies  = sgo.open_or_of_this_care,
  clock    = this.assessment_start,
  -- Without a court list a direction might exist: past twelve weeks that cannot be decided.
  due      = choose {
    { all { court_application:supplied(), support_until:before(as_at) },
      latest_of(this.assessment_start + limit, directed, support_until) },
    { all { court_application:supplied(), directed:known() }, directed },
    otherwise = latest_of(this.assessment_start + limit, directed),
  },
  amber    = weeks(3),
  -- A report for the court is filed there and need not go to panel; any other is finished at panel.
  stops    = choose {
    { sgo.applications:any(), earliest_of(this.panel, this.assessment_end, this.withdrawn) },
    otherwise = earliest_of(this.panel, this.withdrawn),
  },

  facts    = {
    case         = this.case_id,
    panel        = this.panel,
    finished     = this.assessment_end,
    directed     = directed,
    support      = support_until,
    looked_after = this.looked_after,
    note         = sgo.last_note,
  },

  explained_by = {
    { "assessment and support agreed by the court until {support}",
      when = support_until:on_or_after(as_at) },
  },

  says     = "Assessment begun {clock}, panel: {panel}, report: {finished}. Due {due}, {overdue} " ..
             "over. Directed by the court: {directed}. Looked after: {looked_after}. Last panel " ..
             "note: {note}.",

  examples = {
    { "day 84", as_at = "2021-09-30",
      given  = { guardianship = { { case_id = "G1", assessment_start = "2021-07-08" } } },
      expect = { "due_soon", due = "2021-09-30" } },
    { "day 85, a child who is not looked after", as_at = "2021-10-01",
      given  = {
        guardianship = { { case_id = "G1", assessment_start = "2021-07-08", looked_after = "no" } },
      },
      expect = { "breach", days_over = 1 } },
    { "not amber before week nine is full", as_at = "2021-09-08",
      given  = { guardianship = { { case_id = "G1", assessment_start = "2021-07-08" } } },
      expect = "on_track" },
    { "amber from nine weeks", as_at = "2021-09-09",
      given  = { guardianship = { { case_id = "G1", assessment_start = "2021-07-08" } } },
      expect = "due_soon" },
    { "at panel on day 84", as_at = "2021-12-31",
      given  = {
        guardianship = { { case_id = "G1", assessment_start = "2021-07-08", panel = "2021-09-30" } },
      },
      expect = "on_track" },
    { "at panel late", as_at = "2021-12-31",
      given  = {
        guardianship = { { case_id = "G1", assessment_start = "2021-07-08", panel = "2021-10-10" } },
      },
      expect = { "met_late", days_over = 10 } },
    { "a panel that lies ahead is a booking", as_at = "2021-10-05",
      given  = {
        guardianship = { { case_id = "G1", assessment_start = "2021-07-08", panel = "2021-10-10" } },
      },
      expect = "breach" },
    { "finished, not at panel", as_at = "2021-12-31",
      given  = {
        guardianship = {
          { case_id = "G1", assessment_start = "2021-07-08", assessment_end = "2021-09-20" },
        },
      },
      expect = "breach" },
    { "finished and filed: the case is before the court", as_at = "2021-12-31",
      given  = {
        guardianship = {
          { case_id = "G1", assessment_start = "2021-07-08", assessment_end = "2021-09-20" },
        },
        court_application = { { kind = "sgo", on = "2021-07-01" } },
      },
      expect = "on_track" },
    { "the court directed a later date", as_at = "2021-10-20",
      given  = {
        guardianship = { { case_id = "G1", assessment_start = "2021-07-08" } },
        court_application = { { kind = "sgo", on = "2021-07-01", extended_to = "2021-11-30" } },
      },
      expect = { "on_track", due = "2021-11-30" } },
    { "the court directed an earlier date", as_at = "2021-09-09",
      given  = {
        guardianship = { { case_id = "G1", assessment_start = "2021-07-08" } },
        court_application = { { kind = "sgo", on = "2021-07-01", extended_to = "2021-09-08" } },
      },
      expect = { "breach", due = "2021-09-08" } },
    { "a direction in an application that was withdrawn", as_at = "2021-10-20",
      given  = {
        guardianship = { { case_id = "G1", assessment_start = "2021-07-08" } },
        court_application = {
          { kind = "sgo", on = "2021-07-01", extended_to = "2021-11-30", outcome = "withdrawn" },
        },
      },
      expect = "breach" },
    { "assessment and support agreed by the court", as_at = "2021-10-20",
      given  = {
        guardianship = { { case_id = "G1", assessment_start = "2021-07-08" } },
        court_application = {
          { kind = "sgo", on = "2021-07-01", further_assessment_until = "2021-12-31" },
        },
      },
      expect = { "explained", due = "2021-09-30" } },
    { "agreed in care proceedings", as_at = "2021-10-20",
      given  = {
        guardianship = { { case_id = "G1", assessment_start = "2021-07-08" } },
        court_application = {
          { kind = "care", on = "2021-05-01", further_assessment_until = "2021-12-31" },
        },
      },
      expect = "explained" },
    { "that phase has run out", as_at = "2022-01-01",
      given  = {
        guardianship = { { case_id = "G1", assessment_start = "2021-07-08" } },
        court_application = {
          { kind = "sgo", on = "2021-07-01", further_assessment_until = "2021-12-31" },
        },
      },
      expect = { "breach", due = "2021-12-31" } },
    { "withdrawn, not in care", as_at = "2021-12-31",
      given  = {
        guardianship = { { case_id = "G1", assessment_start = "2021-07-08", withdrawn = "2021-09-01" } },
      },
      expect = "not_applicable" },
    { "referred, assessment not begun", as_at = "2021-12-31",
      given  = { guardianship = { { case_id = "G1", referred = "2021-07-08" } } },
      expect = "not_applicable" },
    { "whether the order was made cannot be read", as_at = "2021-12-31",
      given  = {
        guardianship = { { case_id = "G1", assessment_start = "2021-07-08", granted = ".." } },
      },
      expect = "cannot_decide" },
    { "no court list, not due yet", as_at = "2021-09-30",
      given  = { guardianship = { { case_id = "G1", assessment_start = "2021-07-08" } } },
      not_supplied = { "court_application" },
      expect = "due_soon" },
    { "no court list, past twelve weeks", as_at = "2021-10-01",
      given  = { guardianship = { { case_id = "G1", assessment_start = "2021-07-08" } } },
      not_supplied = { "court_application" },
      expect = "cannot_decide" },
    { "no special guardianship list came", as_at = "2021-09-30",
      given  = { legal_status = { { status = "C2", from = "2020-01-10" } } },
      not_supplied = { "guardianship" },
      expect = "cannot_decide" },
  },
}
