local actions  = require "lib.actions"
local case     = require "lib.case"
local adoption = require "lib.adoption"
local court = require "lib.court"

local is_open = court.is_open(this)
local opposed  = actions.pending { "leave to oppose" }

-- A hearing that has passed and no outcome: the list does not say what came of it, nor whether another
-- day was asked for. The blank outcome then leaves the stop open.
local hearing_passed = any { this.listed:before(as_at), this.next_hearing:before(as_at) }

return rule {
  title    = "Adoption application waiting for a hearing date",
  why      = "The family is ready and the child still waits, because no day in court is set.",
  source   = "Telford & Wrekin 2013, line 17: \"awaiting confirmation of a Hearing Date for the " ..
             "Adoption Order to be made\" [S]. The limit is local [L]",
  standing = "local",
  severity = "medium",
  owner    = "legal team manager",

  -- One occasion for each application. With a hearing ahead the child is not waiting for a date: the
  -- court list does not say on which day the hearing was listed, so that cannot be timed. Granted in
  -- this period of care and the child still looked after: answered in time or late.
  each     = court_application:where { kind = "adoption" },
  applies  = all {
    case.looked_after_not_on_remand,
    any { case.with_adopters, case.placement_order:known(), court_application:supplied() },
    any { is_open, this.order_made:on_or_after(case.start_of_care) },
    none { all { is_open, adoption.has_hearing_ahead(this) } },
  },
  clock    = this.on,
  limit    = within(setting { days(56), label = "Days from issue to a hearing date",
                              from = days(28), to = days(182) }),
  amber    = days(28),
  stops    = choose {
    { all { is_open, hearing_passed, this.outcome:is("granted", "refused", "withdrawn") }, this.on },
    otherwise = this.order_made,
  },

  facts    = {
    placed  = case.start_with_adopters,
    hearing = adoption.hearing_ahead(this),
    opposed = opposed:latest().on,
  },

  -- An action that is done, or whose day has passed, excuses nothing any more.
  explained_by = {
    { "leave to oppose recorded on {opposed}", when = opposed:since(this.on):any() },
  },

  says     = "Adoption application issued {clock}, no hearing ahead. {overdue} past {limit}. With " ..
             "adopters since: {placed}.",

  examples = {
    { "fifty-six days", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "E1", from = "2020-12-30" } },
        court_application = { { kind = "adoption", on = "2021-08-05" } },
      },
      expect = { "due_soon", due = "2021-09-30" } },
    { "the day after", as_at = "2021-10-01",
      given  = {
        legal_status = { { status = "E1", from = "2020-12-30" } },
        court_application = { { kind = "adoption", on = "2021-08-05" } },
      },
      expect = { "breach", days_over = 1 } },
    { "not amber before day 28", as_at = "2021-09-01",
      given  = {
        legal_status = { { status = "E1", from = "2020-12-30" } },
        court_application = { { kind = "adoption", on = "2021-08-05" } },
      },
      expect = "on_track" },
    { "amber from day 28", as_at = "2021-09-02",
      given  = {
        legal_status = { { status = "E1", from = "2020-12-30" } },
        court_application = { { kind = "adoption", on = "2021-08-05" } },
      },
      expect = "due_soon" },
    { "a hearing today", as_at = "2021-10-15",
      given  = {
        legal_status = { { status = "E1", from = "2020-12-30" } },
        court_application = { { kind = "adoption", on = "2021-08-05", next_hearing = "2021-10-15" } },
      },
      expect = "not_applicable" },
    { "the hearing passed, no answer, past fifty-six days", as_at = "2021-10-16",
      given  = {
        legal_status = { { status = "E1", from = "2020-12-30" } },
        court_application = { { kind = "adoption", on = "2021-08-05", listed = "2021-10-15" } },
      },
      expect = "cannot_decide" },
    { "the hearing passed, no answer, inside fifty-six days", as_at = "2021-09-01",
      given  = {
        legal_status = { { status = "E1", from = "2020-12-30" } },
        court_application = { { kind = "adoption", on = "2021-08-05", next_hearing = "2021-08-20" } },
      },
      expect = "on_track" },
    { "leave to oppose", as_at = "2021-10-15",
      given  = {
        legal_status = { { status = "E1", from = "2020-12-30" } },
        court_application = { { kind = "adoption", on = "2021-08-05" } },
        action = { { action = "leave to oppose", on = "2021-09-10" } },
      },
      expect = "explained" },
    { "leave to oppose, answered", as_at = "2021-10-15",
      given  = {
        legal_status = { { status = "E1", from = "2020-12-30" } },
        court_application = { { kind = "adoption", on = "2021-08-05" } },
        action = { { action = "leave to oppose", on = "2021-09-10", done = "2021-10-01" } },
      },
      expect = "breach" },
    { "no action list: a plain breach", as_at = "2021-10-15",
      given  = {
        legal_status = { { status = "E1", from = "2020-12-30" } },
        court_application = { { kind = "adoption", on = "2021-08-05" } },
      },
      not_supplied = { "action" },
      expect = "breach" },
    { "order made late, the episode not closed yet", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2020-12-30" } },
        court_application = {
          { kind = "adoption", on = "2021-08-05", order_made = "2021-10-10", outcome = "granted" },
        },
      },
      expect = { "met_late", days_over = 10 } },
    { "order made in time", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2020-12-30" } },
        court_application = {
          { kind = "adoption", on = "2021-08-05", order_made = "2021-09-10", outcome = "granted" },
        },
      },
      expect = "on_track" },
    { "withdrawn", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2020-12-30" } },
        court_application = { { kind = "adoption", on = "2021-08-05", outcome = "withdrawn" } },
      },
      expect = "not_applicable" },
    { "the day of issue is blank", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2020-12-30" } },
        court_application = { { kind = "adoption" } },
      },
      expect = "cannot_decide" },
    { "no court list, with adopters", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2020-12-30" } },
        with_adopters = { { kind = "A6", from = "2021-05-01" } },
      },
      not_supplied = { "court_application" },
      expect = "cannot_decide" },
    { "no court list, nothing points to adoption", as_at = "2021-12-31",
      given  = { legal_status = { { status = "C2", from = "2020-12-30" } } },
      not_supplied = { "court_application" },
      expect = "not_applicable" },
    { "adopted and left care", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2020-12-30", to = "2021-11-01" } },
        court_application = {
          { kind = "adoption", on = "2021-08-05", order_made = "2021-11-01", outcome = "granted" },
        },
      },
      expect = "not_applicable" },
  },
}
