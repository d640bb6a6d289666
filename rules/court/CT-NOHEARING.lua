local adoption = require "lib.adoption"
local case     = require "lib.case"
local court    = require "lib.court"

local hearing_past = any { this.next_hearing:before(as_at), this.listed:before(as_at) }
local is_ahead     = adoption.has_hearing_ahead(this)

local reserved = action:where(function(a)
  return all {
    a.action:contains("judgment reserved", "judgement reserved", "reserved judg"),
    a.done:missing(),
    a.on:on_or_after(this.on),
  }
end):within(last(setting { days(56), label = "Days for which a reserved judgment explains",
                           from = days(28), to = days(182) }))

return rule {
  title    = "Open application with no next hearing date",
  why      = "A case with nothing listed is a case nobody is moving.",
  source   = "Telford & Wrekin 2013, line 17 \"awaiting confirmation of a Hearing Date\"; Derby, " ..
             "Exit from Care, December 2021, line 99 \"2 cases awaiting Court hearings\"; " ..
             "Middlesbrough 2022, line 91 [S]. The limits are local [L]",
  standing = "local",
  severity = "medium",
  owner    = "legal team manager",

  -- Any application that the court has not answered, also for a child who is not looked after. An
  -- order or outcome ends the question, and the next date starts a new clock: never met late.
  -- Without a court list only looked-after children are asked about.
  each     = court_application,
  applies  = all {
    case.under_18,
    any { case.looked_after, court_application:supplied() },
    court.is_open(this),
  },
  -- With a hearing ahead the wait for the next date begins on that day. A hearing that has passed with
  -- no result on record may have been held on its day or put off: the wait began some day between
  -- issue and now. No list holds hearings held or the day on which one was listed.
  clock    = choose {
    { is_ahead, adoption.hearing_ahead(this) },
    { hearing_past, either_of(this.on, as_at) },
    otherwise = this.on,
  },
  limit    = choose {
    { this.kind:is "adoption",
      within(setting { days(56), label = "Days without a hearing, adoption",
                       from = days(28), to = days(91) }) },
    otherwise = within(setting { days(28), label = "Days without a hearing",
                                 from = days(14), to = days(56) }),
  },
  amber    = days(14),

  facts    = {
    application = this.kind,
    hearing     = adoption.hearing_ahead(this),
    reserved    = reserved:latest().on,
  },

  explained_by = {
    { "judgment reserved, recorded on {reserved}", when = reserved:any() },
  },

  says     = "Application ({application}) open since {clock} with no hearing ahead, {overdue} past " ..
             "{limit}.",

  examples = {
    { "28 days after issue", as_at = "2021-09-29",
      given  = { court_application = { { kind = "care", on = "2021-09-01" } } },
      expect = { "due_soon", due = "2021-09-29" } },
    { "the day after", as_at = "2021-09-30",
      given  = { court_application = { { kind = "care", on = "2021-09-01" } } },
      expect = { "breach", days_over = 1 } },
    { "fifteen days before is not amber yet", as_at = "2021-09-14",
      given  = { court_application = { { kind = "care", on = "2021-09-01" } } },
      expect = "on_track" },
    { "amber fourteen days before", as_at = "2021-09-15",
      given  = { court_application = { { kind = "care", on = "2021-09-01" } } },
      expect = "due_soon" },
    { "adoption: 56 days", as_at = "2021-10-27",
      given  = { court_application = { { kind = "adoption", on = "2021-09-01" } } },
      expect = { "due_soon", due = "2021-10-27" } },
    { "adoption: 57 days", as_at = "2021-10-28",
      given  = { court_application = { { kind = "adoption", on = "2021-09-01" } } },
      expect = "breach" },
    { "a hearing is ahead", as_at = "2021-12-31",
      given  = {
        court_application = { { kind = "discharge", on = "2021-09-01", next_hearing = "2022-01-10" } },
      },
      expect = { "on_track", clock = "2022-01-10", due = "2022-02-07" } },
    { "the final hearing is today", as_at = "2021-12-31",
      given  = { court_application = { { kind = "sgo", on = "2021-09-01", listed = "2021-12-31" } } },
      expect = "on_track" },
    { "the hearing has passed, no result recorded", as_at = "2021-12-31",
      given  = {
        court_application = { { kind = "care", on = "2021-09-01", next_hearing = "2021-12-20" } },
      },
      expect = "cannot_decide" },
    { "judgment reserved", as_at = "2021-12-31",
      given  = {
        court_application = { { kind = "care", on = "2021-09-01" } },
        action = { { action = "Judgment reserved", on = "2021-11-20" } },
      },
      expect = "explained" },
    { "judgment reserved too long ago", as_at = "2022-01-31",
      given  = {
        court_application = { { kind = "care", on = "2021-09-01" } },
        action = { { action = "Judgment reserved", on = "2021-11-20" } },
      },
      expect = "breach" },
    { "order made", as_at = "2021-12-31",
      given  = {
        court_application = {
          { kind = "care", on = "2021-09-01", order_made = "2021-12-01", outcome = "granted" },
        },
      },
      expect = "not_applicable" },
    { "withdrawn", as_at = "2021-12-31",
      given  = { court_application = { { kind = "care", on = "2021-09-01", outcome = "withdrawn" } } },
      expect = "not_applicable" },
    { "eighteen", as_at = "2021-12-31",
      given  = {
        child = { date_of_birth = "2003-12-31" },
        court_application = { { kind = "care", on = "2021-09-01" } },
      },
      expect = "not_applicable" },
    { "day of issue blank", as_at = "2021-12-31",
      given  = { court_application = { { kind = "care" } } },
      expect = "cannot_decide" },
    { "no court list came", as_at = "2021-12-31",
      given  = { legal_status = { { status = "C1", from = "2021-09-01" } } },
      not_supplied = { "court_application" },
      expect = "cannot_decide" },
  },
}
