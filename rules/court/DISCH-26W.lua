local adoption = require "lib.adoption"
local case     = require "lib.case"
local court    = require "lib.court"

return rule {
  title    = "Application to discharge a care order not concluded",
  why      = "An agreed discharge that still waits is care the child could do without.",
  source   = "Telford & Wrekin 2013, line 33 \"applications being made to discontinue with the Care " ..
             "Order in 2 of the cases\"; Derby, Exit from Care, December 2021, line 115 " ..
             "\"Revocation of Care Order\" [S]. The law's word is discharge (Children Act 1989 " ..
             "s.39). The limit is local [L]",
  standing = "local",
  severity = "medium",
  owner    = "legal team manager",

  -- One occasion for each application, open or answered in this period of care: the child whose order
  -- was discharged has left care. Withdrawn or refused without a day: nothing is open and nothing can
  -- be timed. Without a court list only a child on a care order can have one.
  each     = court_application:where { kind = "discharge" },
  applies  = all {
    case.under_18,
    any { court_application:supplied(), all { case.looked_after, case.status:is "C2" } },
    any {
      court.is_open(this),
      all { case.looked_after, this.order_made:on_or_after(case.start_of_care) },
    },
  },
  clock    = this.on,
  limit    = reaches(setting { weeks(26), label = "Weeks from issue to the court's answer",
                               from = weeks(12), to = weeks(52) }),
  amber    = weeks(6),
  stops    = this.order_made,

  facts    = { hearing = adoption.hearing_ahead(this) },

  explained_by = {
    { "listed for {hearing}", when = adoption.has_hearing_ahead(this) },
  },

  says     = "Application to discharge the care order issued {clock}, no answer on record by {due}. " ..
             "{overdue} past {limit}. Next hearing: {hearing}.",

  examples = {
    { "the day before twenty-six weeks", as_at = "2021-09-29",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        court_application = { { kind = "discharge", on = "2021-04-01" } },
      },
      expect = { "due_soon", due = "2021-09-30" } },
    { "twenty-six weeks to the day", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        court_application = { { kind = "discharge", on = "2021-04-01" } },
      },
      expect = { "breach", due = "2021-09-30", days_over = 0 } },
    { "not amber before twenty weeks", as_at = "2021-08-18",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        court_application = { { kind = "discharge", on = "2021-04-01" } },
      },
      expect = "on_track" },
    { "amber from twenty weeks", as_at = "2021-08-19",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        court_application = { { kind = "discharge", on = "2021-04-01" } },
      },
      expect = "due_soon" },
    { "listed", as_at = "2021-10-31",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        court_application = { { kind = "discharge", on = "2021-04-01", listed = "2021-10-31" } },
      },
      expect = "explained" },
    { "the listed day has passed", as_at = "2021-11-01",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        court_application = { { kind = "discharge", on = "2021-04-01", listed = "2021-10-31" } },
      },
      expect = "breach" },
    { "answered late, still in care", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        court_application = {
          { kind = "discharge", on = "2021-04-01", order_made = "2021-10-10", outcome = "refused" },
        },
      },
      expect = { "met_late", days_over = 10 } },
    { "answered in time, still in care", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        court_application = {
          { kind = "discharge", on = "2021-04-01", order_made = "2021-09-29", outcome = "refused" },
        },
      },
      expect = "on_track" },
    { "discharged, home for good", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10", to = "2021-10-10" } },
        court_application = {
          { kind = "discharge", on = "2021-04-01", order_made = "2021-10-10", outcome = "granted" },
        },
      },
      expect = "not_applicable" },
    { "withdrawn", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        court_application = { { kind = "discharge", on = "2021-04-01", outcome = "withdrawn" } },
      },
      expect = "not_applicable" },
    { "an application for something else", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        court_application = { { kind = "sgo", on = "2021-04-01" } },
      },
      expect = "not_applicable" },
    { "day of issue blank", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        court_application = { { kind = "discharge" } },
      },
      expect = "cannot_decide" },
    { "no court list came, not on a care order", as_at = "2021-12-31",
      given  = { legal_status = { { status = "V2", from = "2019-01-10" } } },
      not_supplied = { "court_application" },
      expect = "not_applicable" },
    { "no court list came", as_at = "2021-12-31",
      given  = { legal_status = { { status = "C2", from = "2019-01-10" } } },
      not_supplied = { "court_application" },
      expect = "cannot_decide" },
  },
}
