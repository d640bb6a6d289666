local case     = require "lib.case"
local adoption = require "lib.adoption"

local placed = adoption.with_this_family_since

-- Visits at which the child was seen. Blank is not "seen": where such a visit would make the child in
-- time, it cannot be decided.
local visits     = visit:where { seen = "yes" }:since(placed)
local last_visit = first_known(visits:latest().on, placed)

-- The adopters' own worker may visit in turn with the child's, and no list holds that worker's
-- visits. A council that shares them sets this to 1: then a week without a visit cannot be decided.
local shared = setting { 0, label = "Visits are shared with the adopters' worker (1: yes)",
                         from = 0, to = 1 }

return rule {
  title    = "Weekly visit to a new adoptive placement missed",
  why      = "Early placements are fragile: somebody sees the child every week until the first review.",
  source   = "Adoption Agencies Regulations 2005 reg 36(4)(a) [V]",
  standing = "statutory",
  severity = "high",
  owner    = "social work team manager",

  -- From the day the child moved in until the first adoption review is held, late or not.
  applies  = all {
    case.looked_after_not_on_remand,
    case.with_adopters,
    none { adoption.is_reviewed_in(between(placed, as_at)) },
  },
  clock    = last_visit,
  -- A visit starts a new week, so nothing stops this clock: a week missed earlier does not show once
  -- the child has been seen again.
  due      = choose {
    { all { shared:is(1), case.cannot_be_told }, as_at + days(7) },
    otherwise = last_visit + days(7),
  },
  amber    = days(1),

  facts    = { placed = placed, seen = visits:latest().on, last_on_list = visit:since(placed):latest().on },

  says     = "With adopters since {placed}, child last seen: {seen}, due {due}. {overdue} over. Last " ..
             "visit of any kind: {last_on_list}.",

  examples = {
    { "seven days after moving in", as_at = "2021-09-09",
      given  = {
        legal_status = { { status = "E1", from = "2021-01-10" } },
        with_adopters = { { kind = "A6", from = "2021-09-02" } },
      },
      expect = { "due_soon", due = "2021-09-09" } },
    { "the day after", as_at = "2021-09-10",
      given  = {
        legal_status = { { status = "E1", from = "2021-01-10" } },
        with_adopters = { { kind = "A6", from = "2021-09-02" } },
      },
      expect = { "breach", days_over = 1 } },
    { "five days: not amber yet", as_at = "2021-09-07",
      given  = {
        legal_status = { { status = "E1", from = "2021-01-10" } },
        with_adopters = { { kind = "A6", from = "2021-09-02" } },
      },
      expect = "on_track" },
    { "amber from the sixth day", as_at = "2021-09-08",
      given  = {
        legal_status = { { status = "E1", from = "2021-01-10" } },
        with_adopters = { { kind = "A6", from = "2021-09-02" } },
      },
      expect = "due_soon" },
    { "seen again: a week from that day", as_at = "2021-09-14",
      given  = {
        legal_status = { { status = "E1", from = "2021-01-10" } },
        with_adopters = { { kind = "A6", from = "2021-09-02" } },
        visit = { { on = "2021-09-07", seen = "yes" } },
      },
      expect = { "due_soon", due = "2021-09-14" } },
    { "eight days after the last visit", as_at = "2021-09-15",
      given  = {
        legal_status = { { status = "E1", from = "2021-01-10" } },
        with_adopters = { { kind = "A6", from = "2021-09-02" } },
        visit = { { on = "2021-09-07", seen = "yes" } },
      },
      expect = { "breach", days_over = 1 } },
    { "a visit at which the child was not seen", as_at = "2021-09-10",
      given  = {
        legal_status = { { status = "E1", from = "2021-01-10" } },
        with_adopters = { { kind = "A6", from = "2021-09-02" } },
        visit = { { on = "2021-09-08", seen = "no" } },
      },
      expect = "breach" },
    { "a visit, whether the child was seen is blank", as_at = "2021-09-10",
      given  = {
        legal_status = { { status = "E1", from = "2021-01-10" } },
        with_adopters = { { kind = "A6", from = "2021-09-02" } },
        visit = { { on = "2021-09-08" } },
      },
      expect = "cannot_decide" },
    { "a visit from before the placement does not count", as_at = "2021-09-10",
      given  = {
        legal_status = { { status = "E1", from = "2021-01-10" } },
        with_adopters = { { kind = "A6", from = "2021-09-02" } },
        visit = { { on = "2021-09-01", seen = "yes" } },
      },
      expect = "breach" },
    { "the first adoption review was held", as_at = "2021-10-15",
      given  = {
        legal_status = { { status = "E1", from = "2021-01-10" } },
        with_adopters = { { kind = "A6", from = "2021-09-02" } },
        adoption_review = { { on = "2021-09-28" } },
      },
      expect = "not_applicable" },
    { "the first adoption review is overdue: still every week", as_at = "2021-10-15",
      given  = {
        legal_status = { { status = "E1", from = "2021-01-10" } },
        with_adopters = { { kind = "A6", from = "2021-09-02" } },
        visit = { { on = "2021-10-01", seen = "yes" } },
      },
      expect = "breach" },
    { "no list of adoption reviews, no review of any kind", as_at = "2021-10-15",
      given  = {
        legal_status = { { status = "E1", from = "2021-01-10" } },
        with_adopters = { { kind = "A6", from = "2021-09-02" } },
        visit = { { on = "2021-10-01", seen = "yes" } },
      },
      not_supplied = { "adoption_review" },
      expect = "breach" },
    { "no list of adoption reviews, a review since", as_at = "2021-10-15",
      given  = {
        legal_status = { { status = "E1", from = "2021-01-10" } },
        with_adopters = { { kind = "A6", from = "2021-09-02" } },
        review = { { on = "2021-09-28" } },
      },
      not_supplied = { "adoption_review" },
      expect = "cannot_decide" },
    { "no visit list, a week passed", as_at = "2021-09-10",
      given  = {
        legal_status = { { status = "E1", from = "2021-01-10" } },
        with_adopters = { { kind = "A6", from = "2021-09-02" } },
      },
      not_supplied = { "visit" },
      expect = "cannot_decide" },
    { "with adopters since before the extract, first visible a week ago", as_at = "2021-04-09",
      given  = {
        legal_status = { { status = "E1", from = "2021-01-10" } },
        with_adopters = { { kind = "A6", from = "..2021-04-01" } },
      },
      expect = "breach" },
    { "not with adopters", as_at = "2021-12-31",
      given  = { legal_status = { { status = "E1", from = "2021-01-10" } } },
      expect = "not_applicable" },
    { "adopted and left care", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2021-01-10", to = "2021-12-01" } },
        with_adopters = { { kind = "A6", from = "2021-09-02", to = "2021-12-01" } },
      },
      expect = "not_applicable" },
    { "straight from one family of adopters to another: anew for this family", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "E1", from = "2020-06-01" } },
        with_adopters = { { kind = "A6", from = "2020-09-01" } },
        carer = {
          { kind = "A6", from = "2020-09-01", to = "2021-08-20" },
          { kind = "A6", from = "2021-08-20" },
        },
        adoption_review = { { on = "2020-09-25" }, { on = "2020-12-20" }, { on = "2021-06-18" } },
      },
      expect = { "breach", due = "2021-08-27" } },
  },
}
