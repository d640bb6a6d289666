local case     = require "lib.case"
local adoption = require "lib.adoption"

local placed = adoption.with_this_family_since
local since_placed = between(placed, as_at)

return rule {
  title    = "Adoption review after placement overdue",
  why      = "A new family is reviewed at four weeks, at three months and every six months, so that " ..
             "trouble is seen before it breaks the placement.",
  source   = "Adoption Agencies Regulations 2005 reg 36(3) [V]",
  standing = "statutory",
  severity = "high",
  owner    = "independent reviewing officer",

  -- Adopted or returned: no longer with these adopters, and out of the rule.
  applies  = all { case.looked_after_not_on_remand, case.with_adopters },
  clock    = placed,
  -- From the latest review held, so nothing stops this clock: the next review starts a new one. An
  -- earlier one that was late does not show once a later one is held.
  due      = adoption.review_due(since_placed, placed + weeks(4), function(reviews)
    return choose {
      { reviews:count():at_least(2), reviews:latest().on + months(6) },
      otherwise = reviews:latest().on + months(3),
    }
  end),
  amber    = days(7),

  facts    = {
    previous = adoption_review:starting_within(since_placed):latest().on,
    any_kind = review:starting_within(since_placed):latest().on,
  },

  says     = "With adopters since {clock}. Last adoption review: {previous}; the next was due {due}. " ..
             "{overdue} over. Last looked-after review: {any_kind}.",

  examples = {
    { "four weeks to the day", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "E1", from = "2021-01-10" } },
        with_adopters = { { kind = "A6", from = "2021-09-02" } },
      },
      expect = { "due_soon", due = "2021-09-30" } },
    { "the day after", as_at = "2021-10-01",
      given  = {
        legal_status = { { status = "E1", from = "2021-01-10" } },
        with_adopters = { { kind = "A6", from = "2021-09-02" } },
      },
      expect = { "breach", days_over = 1 } },
    { "eight days before is not amber yet", as_at = "2021-09-22",
      given  = {
        legal_status = { { status = "E1", from = "2021-01-10" } },
        with_adopters = { { kind = "A6", from = "2021-09-02" } },
      },
      expect = "on_track" },
    { "amber seven days before", as_at = "2021-09-23",
      given  = {
        legal_status = { { status = "E1", from = "2021-01-10" } },
        with_adopters = { { kind = "A6", from = "2021-09-02" } },
      },
      expect = "due_soon" },
    { "the second: three months after the first", as_at = "2021-12-29",
      given  = {
        legal_status = { { status = "E1", from = "2021-01-10" } },
        with_adopters = { { kind = "A6", from = "2021-09-02" } },
        adoption_review = { { on = "2021-09-28" } },
      },
      expect = { "breach", due = "2021-12-28", days_over = 1 } },
    { "the third: six months after the second", as_at = "2022-06-28",
      given  = {
        legal_status = { { status = "E1", from = "2021-01-10" } },
        with_adopters = { { kind = "A6", from = "2021-09-02" } },
        adoption_review = { { on = "2021-09-28" }, { on = "2021-12-28" } },
      },
      expect = { "due_soon", due = "2022-06-28" } },
    { "the day after that", as_at = "2022-06-29",
      given  = {
        legal_status = { { status = "E1", from = "2021-01-10" } },
        with_adopters = { { kind = "A6", from = "2021-09-02" } },
        adoption_review = { { on = "2021-09-28" }, { on = "2021-12-28" } },
      },
      expect = "breach" },
    { "a review from before the placement does not count", as_at = "2021-10-01",
      given  = {
        legal_status = { { status = "E1", from = "2021-01-10" } },
        with_adopters = { { kind = "A6", from = "2021-09-02" } },
        adoption_review = { { on = "2021-08-20" } },
      },
      expect = "breach" },
    { "placed with consent, without an order", as_at = "2021-10-01",
      given  = {
        legal_status = { { status = "V2", from = "2021-01-10" } },
        with_adopters = { { kind = "A4", from = "2021-09-02" } },
      },
      expect = "breach" },
    { "no list of adoption reviews, no review of any kind", as_at = "2021-10-01",
      given  = {
        legal_status = { { status = "E1", from = "2021-01-10" } },
        with_adopters = { { kind = "A6", from = "2021-09-02" } },
      },
      not_supplied = { "adoption_review" },
      expect = "breach" },
    { "no list of adoption reviews, a review in the window", as_at = "2021-10-01",
      given  = {
        legal_status = { { status = "E1", from = "2021-01-10" } },
        with_adopters = { { kind = "A6", from = "2021-09-02" } },
        review = { { on = "2021-09-28" } },
      },
      not_supplied = { "adoption_review" },
      expect = "cannot_decide" },
    { "no list of adoption reviews, two reviews, the last too long ago to help", as_at = "2022-07-01",
      given  = {
        legal_status = { { status = "E1", from = "2021-01-10" } },
        with_adopters = { { kind = "A6", from = "2021-09-02" } },
        review = { { on = "2021-09-28" }, { on = "2021-12-28" } },
      },
      not_supplied = { "adoption_review" },
      expect = "breach" },
    { "with adopters since before the extract", as_at = "2021-04-20",
      given  = {
        legal_status = { { status = "E1", from = "2021-01-10" } },
        with_adopters = { { kind = "A6", from = "..2021-04-01" } },
      },
      expect = "cannot_decide" },
    { "not with adopters", as_at = "2021-12-31",
      given  = { legal_status = { { status = "E1", from = "2021-01-10" } } },
      expect = "not_applicable" },
    { "returned from the adopters", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2021-01-10" } },
        with_adopters = { { kind = "A6", from = "2021-09-02", to = "2021-11-01" } },
      },
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
      expect = { "breach", due = "2021-09-17" } },
  },
}
