local case = require "lib.case"
local court = require "lib.court"

local is_open = court.is_open(this)

return rule {
  title    = "Revocation application not concluded",
  why      = "While the court has not answered, the child has one plan in law and another in life.",
  source   = "Telford & Wrekin 2013, line 18: \"The application to revoke the Placement Order in " ..
             "these cases is more variable in terms of timeliness of approach\", line 30 " ..
             "\"agreeing timescales and identifying a pathway\" [S]. Section 32 sets no limit for " ..
             "this application: the limit is local [L]",
  standing = "local",
  severity = "medium",
  owner    = "legal team manager",

  -- One occasion for each application, open or answered in this period of care. Withdrawn or refused
  -- with no day: nothing is open and nothing can be timed. Without a court list it cannot be known
  -- whether there is one, but only a child with a placement order in this period of care can have it.
  each     = court_application:where { kind = "revocation" },
  applies  = all {
    case.looked_after_not_on_remand,
    any { case.placement_order:known(), court_application:supplied() },
    any { is_open, this.order_made:on_or_after(case.start_of_care) },
  },
  clock    = this.on,
  -- "26 weeks or longer": weeks are counted after the day of issue, as for every local limit.
  limit    = reaches(setting { weeks(26), label = "Weeks from issue to the court's answer",
                               from = weeks(12), to = weeks(52) }),
  amber    = weeks(6),
  stops    = this.order_made,

  facts    = { hearing = this.listed, next_hearing = this.next_hearing, plan = case.plan },

  explained_by = {
    { "final hearing listed for {hearing}", when = this.listed:on_or_after(as_at) },
  },

  says     = "Application to revoke the placement order issued {clock}, no answer on record by {due}. " ..
             "{overdue} past {limit}. Next hearing: {next_hearing}. Plan: {plan}.",

  examples = {
    { "the day before twenty-six weeks", as_at = "2021-09-29",
      given  = {
        legal_status = { { status = "E1", from = "2020-01-10" } },
        court_application = { { kind = "revocation", on = "2021-04-01" } },
      },
      expect = { "due_soon", due = "2021-09-30" } },
    { "twenty-six weeks to the day", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "E1", from = "2020-01-10" } },
        court_application = { { kind = "revocation", on = "2021-04-01" } },
      },
      expect = { "breach", due = "2021-09-30", days_over = 0 } },
    { "not amber before twenty weeks", as_at = "2021-08-18",
      given  = {
        legal_status = { { status = "E1", from = "2020-01-10" } },
        court_application = { { kind = "revocation", on = "2021-04-01" } },
      },
      expect = "on_track" },
    { "amber from twenty weeks", as_at = "2021-08-19",
      given  = {
        legal_status = { { status = "E1", from = "2020-01-10" } },
        court_application = { { kind = "revocation", on = "2021-04-01" } },
      },
      expect = "due_soon" },
    { "final hearing listed", as_at = "2021-10-15",
      given  = {
        legal_status = { { status = "E1", from = "2020-01-10" } },
        court_application = { { kind = "revocation", on = "2021-04-01", listed = "2021-10-15" } },
      },
      expect = { "explained", reason = "Final hearing listed for 15 Oct 2021" } },
    { "the final hearing has passed without an answer", as_at = "2021-10-16",
      given  = {
        legal_status = { { status = "E1", from = "2020-01-10" } },
        court_application = { { kind = "revocation", on = "2021-04-01", listed = "2021-10-15" } },
      },
      expect = "breach" },
    { "a next hearing that is not final explains nothing", as_at = "2021-10-01",
      given  = {
        legal_status = { { status = "E1", from = "2020-01-10" } },
        court_application = { { kind = "revocation", on = "2021-04-01", next_hearing = "2021-10-15" } },
      },
      expect = "breach" },
    { "revoked in time, still in care", as_at = "2021-12-31",
      given  = {
        legal_status = {
          { status = "E1", from = "2020-01-10", to = "2021-08-01" },
          { status = "C2", from = "2021-08-01" },
        },
        court_application = {
          { kind = "revocation", on = "2021-04-01", order_made = "2021-08-01", outcome = "granted" },
        },
      },
      expect = "on_track" },
    { "refused late", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2020-01-10" } },
        court_application = {
          { kind = "revocation", on = "2021-04-01", order_made = "2021-10-10", outcome = "refused" },
        },
      },
      expect = { "met_late", days_over = 10 } },
    { "withdrawn, no day given", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2020-01-10" } },
        court_application = { { kind = "revocation", on = "2021-04-01", outcome = "withdrawn" } },
      },
      expect = "not_applicable" },
    { "the day of issue is blank", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2020-01-10" } },
        court_application = { { kind = "revocation" } },
      },
      expect = "cannot_decide" },
    { "no court list", as_at = "2021-12-31",
      given  = { legal_status = { { status = "E1", from = "2020-01-10" } } },
      not_supplied = { "court_application" },
      expect = "cannot_decide" },
    { "no court list, and never a placement order", as_at = "2021-12-31",
      given  = { legal_status = { { status = "C2", from = "2020-01-10" } } },
      not_supplied = { "court_application" },
      expect = "not_applicable" },
    { "eighteen", as_at = "2021-12-31",
      given  = {
        child = { date_of_birth = "2003-12-31" },
        legal_status = { { status = "E1", from = "2020-01-10" } },
        court_application = { { kind = "revocation", on = "2021-04-01" } },
      },
      expect = "not_applicable" },
    { "left care", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2020-01-10", to = "2021-11-01" } },
        court_application = { { kind = "revocation", on = "2021-04-01" } },
      },
      expect = "not_applicable" },
  },
}
