local case  = require "lib.case"
local court = require "lib.court"

local stopped = court.pre_proceedings_ended(this)
local began   = court.pre_proceedings_began(this)
local is_open = all { stopped:missing(), this.outcome:missing() }
local limit   = setting { weeks(16), label = "Weeks in pre-proceedings",
                          from = weeks(8), to = weeks(26) }

return rule {
  title    = "Pre-proceedings drifting",
  why      = "Pre-proceedings that run on leave a child at risk without a plan.",
  source   = "Middlesbrough 2022, lines 54 and 55 \"Legal Gateway Panel is embedded\", \"Legal " ..
             "Gateway Tracker\"; Durham 2018, line 52 \"pre-birth intervention team\"; Derby, Exit " ..
             "from Care, December 2021, line 189 \"Pre-Birth Protocol\" [S]. The limit is local [L]",
  standing = "local",
  severity = "medium",
  owner    = "legal team manager",

  -- One occasion for each pre-proceedings; most of these children are not in care. Ended ones stay
  -- only if they ended in this period of care, as with CT-26W. An outcome without a day: not open,
  -- and nothing can be timed. A row without letter and decision cannot be timed either. Without the
  -- list only looked-after children are asked about: the others are not on any list that came.
  each     = pre_proceedings,
  applies  = all {
    case.under_18,
    any { case.looked_after, pre_proceedings:supplied() },
    any { is_open, all { case.looked_after, stopped:on_or_after(case.start_of_care) } },
  },
  clock    = began,
  -- As with the court's extensions: while it runs the breach is explained; afterwards, or where the
  -- end came under it, the extended day is the due date.
  due      = choose {
    { all {
        began:known(),
        any {
          this.extended_to:before(as_at),
          all { this.extended_to:known(), stopped:known() },
        },
      },
      latest_of(began + limit, this.extended_to) },
    otherwise = began + limit,
  },
  amber    = weeks(4),
  stops    = stopped,

  facts    = { letter = this.letter, decided = this.decided, extended_to = this.extended_to },

  explained_by = {
    { "legal gateway agreed an extension to {extended_to}",
      when = this.extended_to:on_or_after(as_at) },
  },

  says     = "In pre-proceedings since {clock}, decided {decided}. Due to be stepped down or issued " ..
             "by {due}, {overdue} over. Extended to: {extended_to}.",

  examples = {
    { "sixteen weeks after the letter", as_at = "2021-07-22",
      given  = { pre_proceedings = { { decided = "2021-03-20", letter = "2021-04-01" } } },
      expect = { "due_soon", due = "2021-07-22", clock = "2021-04-01" } },
    { "the day after", as_at = "2021-07-23",
      given  = { pre_proceedings = { { decided = "2021-03-20", letter = "2021-04-01" } } },
      expect = { "breach", days_over = 1 } },
    { "no letter: from the decision", as_at = "2021-07-23",
      given  = { pre_proceedings = { { decided = "2021-04-01" } } },
      expect = { "breach", clock = "2021-04-01" } },
    { "not amber before twelve weeks", as_at = "2021-06-23",
      given  = { pre_proceedings = { { letter = "2021-04-01" } } },
      expect = "on_track" },
    { "amber from twelve weeks", as_at = "2021-06-24",
      given  = { pre_proceedings = { { letter = "2021-04-01" } } },
      expect = "due_soon" },
    { "extended, the day not yet passed", as_at = "2021-09-01",
      given  = { pre_proceedings = { { letter = "2021-04-01", extended_to = "2021-09-01" } } },
      expect = { "explained", due = "2021-07-22" } },
    { "the extension has run out", as_at = "2021-09-02",
      given  = { pre_proceedings = { { letter = "2021-04-01", extended_to = "2021-09-01" } } },
      expect = { "breach", due = "2021-09-01", days_over = 1 } },
    { "stepped down, not in care", as_at = "2021-12-31",
      given  = { pre_proceedings = { { letter = "2021-04-01", ended = "2021-08-01" } } },
      expect = "not_applicable" },
    { "already in care, issued late", as_at = "2021-12-31",
      given  = {
        legal_status = {
          { status = "V2", from = "2021-04-20", to = "2021-08-12" },
          { status = "C1", from = "2021-08-12" },
        },
        pre_proceedings = { { letter = "2021-04-01", issued = "2021-08-01" } },
      },
      expect = { "met_late", days_over = 10 } },
    { "already in care, issued in time", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "V2", from = "2021-04-20" } },
        pre_proceedings = { { letter = "2021-04-01", issued = "2021-07-01" } },
      },
      expect = "on_track" },
    { "an outcome without a day", as_at = "2021-12-31",
      given  = { pre_proceedings = { { letter = "2021-04-01", outcome = "stepped down" } } },
      expect = "not_applicable" },
    { "neither letter nor decision", as_at = "2021-12-31",
      given  = { pre_proceedings = { { extended_to = "2021-09-01" } } },
      expect = "cannot_decide" },
    { "no list of pre-proceedings", as_at = "2021-12-31",
      given  = { legal_status = { { status = "V2", from = "2021-04-20" } } },
      not_supplied = { "pre_proceedings" },
      expect = "cannot_decide" },
    { "eighteen", as_at = "2021-12-31",
      given  = {
        child = { date_of_birth = "2003-12-31" },
        pre_proceedings = { { letter = "2021-04-01" } },
      },
      expect = "not_applicable" },
  },
}
