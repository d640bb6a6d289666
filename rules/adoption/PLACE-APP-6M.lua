local actions  = require "lib.actions"
local adoption = require "lib.adoption"
local case     = require "lib.case"

-- Foster carers who adopt (A3, A5) may have applied before the placement became adoptive; other
-- adopters cannot have. An application that an earlier placement left behind is another family's.
local with_them_since = choose {
  { case.adopters.kind:is("A3", "A5"), case.start_with_carer },
  otherwise = adoption.with_this_family_since,
}
local applied = case.applications("adoption"):since(with_them_since)

local not_ready = actions.called({ "adopters not ready" }):within(months(3))
local support   = actions.called({ "adoption support plan" }):within(months(3))

return rule {
  title    = "Placed for adoption, no adoption application",
  why      = "Until somebody applies to the court the child stays legally in care.",
  source   = "Telford & Wrekin 2013, line 17; Derby, Exit from Care, December 2021, line 187; " ..
             "Middlesbrough 2022, line 112 [S]. No application is possible before ten weeks with " ..
             "the adopters: Adoption and Children Act 2002 s.42(2) [K]. The limit is local [L]",
  standing = "local",
  severity = "medium",
  owner    = "adoption team manager",

  -- Adopted or returned: no longer with these adopters, and out of the rule.
  applies  = all { case.looked_after_not_on_remand, case.with_adopters },
  clock    = adoption.with_this_family_since,
  -- The range begins at five months so that amber can never come before day 70.
  limit    = reaches(setting { months(6), label = "Months with adopters before an application",
                               from = months(5), to = months(12) }),
  amber    = months(2),
  stops    = applied:earliest().on,

  facts    = {
    not_ready = not_ready:latest().on,
    support   = support:latest().on,
    reviewed  = adoption_review:latest().on,
  },

  -- The entry names no expiry: three months, then the reason has to be recorded again. It is read
  -- from the action list, because reviews carry no text.
  explained_by = {
    { "recorded on {not_ready} that the adopters are not ready", when = not_ready:any() },
    { "adoption support plan being agreed since {support}", when = support:any() },
  },

  says     = "With adopters since {clock}, no adoption application on record. {overdue} past " ..
             "{limit}. Last adoption review: {reviewed}.",

  examples = {
    { "the day before six months", as_at = "2021-09-29",
      given  = {
        legal_status = { { status = "E1", from = "2020-12-30" } },
        with_adopters = { { kind = "A6", from = "2021-03-30" } },
      },
      expect = { "due_soon", due = "2021-09-30" } },
    { "six months to the day", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "E1", from = "2020-12-30" } },
        with_adopters = { { kind = "A6", from = "2021-03-30" } },
      },
      expect = { "breach", due = "2021-09-30", days_over = 0 } },
    { "not amber before four months", as_at = "2021-07-29",
      given  = {
        legal_status = { { status = "E1", from = "2020-12-30" } },
        with_adopters = { { kind = "A6", from = "2021-03-30" } },
      },
      expect = "on_track" },
    { "amber from four months", as_at = "2021-07-30",
      given  = {
        legal_status = { { status = "E1", from = "2020-12-30" } },
        with_adopters = { { kind = "A6", from = "2021-03-30" } },
      },
      expect = "due_soon" },
    { "applied in time", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2020-12-30" } },
        with_adopters = { { kind = "A6", from = "2021-03-30" } },
        court_application = { { kind = "adoption", on = "2021-09-01" } },
      },
      expect = "on_track" },
    { "applied late", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2020-12-30" } },
        with_adopters = { { kind = "A6", from = "2021-03-30" } },
        court_application = { { kind = "adoption", on = "2021-10-10" } },
      },
      expect = { "met_late", days_over = 10 } },
    { "applied and withdrawn", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2020-12-30" } },
        with_adopters = { { kind = "A6", from = "2021-03-30" } },
        court_application = { { kind = "adoption", on = "2021-09-01", outcome = "withdrawn" } },
      },
      expect = "breach" },
    { "an application left behind by an earlier placement", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2019-12-30" } },
        with_adopters = {
          { kind = "A6", from = "2020-03-30", to = "2020-12-01" },
          { kind = "A6", from = "2021-03-30" },
        },
        court_application = { { kind = "adoption", on = "2020-09-01" } },
      },
      expect = "breach" },
    { "foster carers who applied before the placement was adoptive", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2020-12-30" } },
        carer = { { kind = "A5", from = "2020-06-01" } },
        with_adopters = { { kind = "A5", from = "2021-03-30" } },
        court_application = { { kind = "adoption", on = "2021-03-01" } },
      },
      expect = "on_track" },
    { "adopters not ready, recorded less than three months ago", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2020-12-30" } },
        with_adopters = { { kind = "A6", from = "2021-03-30" } },
        action = { { action = "adopters not ready", on = "2021-10-01" } },
      },
      expect = "explained" },
    { "adopters not ready, recorded three months ago to the day", as_at = "2022-01-01",
      given  = {
        legal_status = { { status = "E1", from = "2020-12-30" } },
        with_adopters = { { kind = "A6", from = "2021-03-30" } },
        action = { { action = "adopters not ready", on = "2021-10-01" } },
      },
      expect = "breach" },
    { "adoption support plan being agreed", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2020-12-30" } },
        with_adopters = { { kind = "A6", from = "2021-03-30" } },
        action = { { action = "adoption support plan", on = "2021-10-01" } },
      },
      expect = "explained" },
    { "no court list, six months passed", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2020-12-30" } },
        with_adopters = { { kind = "A6", from = "2021-03-30" } },
      },
      not_supplied = { "court_application" },
      expect = "cannot_decide" },
    { "no court list, not six months yet", as_at = "2021-06-30",
      given  = {
        legal_status = { { status = "E1", from = "2020-12-30" } },
        with_adopters = { { kind = "A6", from = "2021-03-30" } },
      },
      not_supplied = { "court_application" },
      expect = "on_track" },
    { "with adopters since before the extract", as_at = "2021-06-30",
      given  = {
        legal_status = { { status = "E1", from = "2020-12-30" } },
        with_adopters = { { kind = "A6", from = "..2021-04-01" } },
      },
      expect = "cannot_decide" },
    { "with adopters since before the extract, six months since its first day", as_at = "2021-10-01",
      given  = {
        legal_status = { { status = "E1", from = "2020-12-30" } },
        with_adopters = { { kind = "A6", from = "..2021-04-01" } },
      },
      expect = "breach" },
    { "not with adopters", as_at = "2021-12-31",
      given  = { legal_status = { { status = "E1", from = "2020-12-30" } } },
      expect = "not_applicable" },
    { "returned from the adopters", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2020-12-30" } },
        with_adopters = { { kind = "A6", from = "2021-03-30", to = "2021-11-01" } },
      },
      expect = "not_applicable" },
    { "straight from one family of adopters to another: six months with this one", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "E1", from = "2020-06-01" } },
        with_adopters = { { kind = "A6", from = "2020-09-01" } },
        carer = {
          { kind = "A6", from = "2020-09-01", to = "2021-05-20" },
          { kind = "A6", from = "2021-05-20" },
        },
        court_application = { { kind = "adoption", on = "2021-01-10" } },
      },
      expect = { "due_soon", due = "2021-11-20" } },
  },
}
