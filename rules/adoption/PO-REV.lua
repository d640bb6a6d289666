local case     = require "lib.case"
local adoption = require "lib.adoption"

local order  = adoption.day_of_order
local placed = case.start_with_adopters

-- Since the order, up to the day before the child moved in: from then on APR-PLACED counts.
local while_waiting = between(order, first_known(placed - days(1), as_at))

return rule {
  title    = "Adoption review overdue while waiting to be placed",
  why      = "Somebody independent must keep asking why the child is not with a family yet.",
  source   = "Adoption Agencies Regulations 2005 reg 36(1)(a), (b) [V]; Telford & Wrekin 2013, line " ..
             "19: \"scheduled to be reviewed on a regular basis\" [S]",
  standing = "statutory",
  severity = "high",
  owner    = "independent reviewing officer",

  -- Authority to place is the placement order. Consent gives it too, but no list records consent
  -- before the child is placed. A child placed since stays while with adopters: placed while a review
  -- was overdue is late.
  applies  = all { case.looked_after_not_on_remand, case.on_placement_order },
  clock    = order,
  -- The first within three months of the authority, then within six months of the previous one. Looked-
  -- after reviews do not count unless the list of adoption reviews holds them too.
  due      = adoption.review_due(while_waiting, order + months(3), function(reviews)
    return reviews:latest().on + months(6)
  end),
  amber    = days(21),
  -- The next review held starts a new clock, so only placement stops this one.
  stops    = placed,

  facts    = {
    previous = adoption_review:starting_within(while_waiting):latest().on,
    any_kind = review:starting_within(while_waiting):latest().on,
    placed   = placed,
  },

  says     = "Placement order made {clock}, placed for adoption: {placed}. Last adoption review: " ..
             "{previous}; an adoption review was due {due}. {overdue} over. Last looked-after review: " ..
             "{any_kind}.",

  examples = {
    { "three months to the day", as_at = "2021-09-30",
      given  = { legal_status = { { status = "E1", from = "2021-06-30" } } },
      expect = { "due_soon", due = "2021-09-30" } },
    { "the day after", as_at = "2021-10-01",
      given  = { legal_status = { { status = "E1", from = "2021-06-30" } } },
      expect = { "breach", days_over = 1 } },
    { "twenty-two days before is not amber yet", as_at = "2021-09-08",
      given  = { legal_status = { { status = "E1", from = "2021-06-30" } } }, expect = "on_track" },
    { "amber twenty-one days before", as_at = "2021-09-09",
      given  = { legal_status = { { status = "E1", from = "2021-06-30" } } }, expect = "due_soon" },
    { "six months after the previous", as_at = "2022-03-15",
      given  = {
        legal_status = { { status = "E1", from = "2021-06-30" } },
        adoption_review = { { on = "2021-09-15" } },
      },
      expect = { "due_soon", due = "2022-03-15" } },
    { "the day after that", as_at = "2022-03-16",
      given  = {
        legal_status = { { status = "E1", from = "2021-06-30" } },
        adoption_review = { { on = "2021-09-15" } },
      },
      expect = { "breach", days_over = 1 } },
    { "a review from before the order does not count", as_at = "2021-10-01",
      given  = {
        legal_status = { { status = "E1", from = "2021-06-30" } },
        adoption_review = { { on = "2021-06-20" } },
      },
      expect = "breach" },
    { "a looked-after review does not count", as_at = "2021-10-01",
      given  = {
        legal_status = { { status = "E1", from = "2021-06-30" } },
        review = { { on = "2021-08-20" } },
      },
      expect = "breach" },
    { "placed in time", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2021-06-30" } },
        with_adopters = { { kind = "A6", from = "2021-09-20" } },
      },
      expect = "on_track" },
    { "placed while the first review was overdue", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2021-06-30" } },
        with_adopters = { { kind = "A6", from = "2021-10-10" } },
        adoption_review = { { on = "2021-11-01" } },
      },
      expect = { "met_late", days_over = 10 } },
    { "left the adopters: waiting again, six months from the last adoption review", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2021-01-10" } },
        with_adopters = { { kind = "A6", from = "2021-03-01", to = "2021-09-01" } },
        adoption_review = { { on = "2021-03-29" }, { on = "2021-06-29" } },
      },
      expect = { "breach", due = "2021-12-29" } },
    { "no list of adoption reviews, no review of any kind", as_at = "2021-10-01",
      given  = { legal_status = { { status = "E1", from = "2021-06-30" } } },
      not_supplied = { "adoption_review" },
      expect = "breach" },
    { "no list of adoption reviews, a review in the window", as_at = "2021-10-01",
      given  = {
        legal_status = { { status = "E1", from = "2021-06-30" } },
        review = { { on = "2021-08-20" } },
      },
      not_supplied = { "adoption_review" },
      expect = "cannot_decide" },
    { "no list of adoption reviews, a review too long ago to help", as_at = "2022-03-01",
      given  = {
        legal_status = { { status = "E1", from = "2021-06-30" } },
        review = { { on = "2021-08-20" } },
      },
      not_supplied = { "adoption_review" },
      expect = "breach" },
    { "no list of adoption reviews, not due yet", as_at = "2021-08-31",
      given  = {
        legal_status = { { status = "E1", from = "2021-06-30" } },
        review = { { on = "2021-08-20" } },
      },
      not_supplied = { "adoption_review" },
      expect = "on_track" },
    { "no list of reviews at all", as_at = "2021-10-01",
      given  = { legal_status = { { status = "E1", from = "2021-06-30" } } },
      not_supplied = { "adoption_review", "review" },
      expect = "cannot_decide" },
    { "the order began before the extract", as_at = "2021-06-15",
      given  = { legal_status = { { status = "E1", from = "..2021-04-01" } } },
      expect = "cannot_decide" },
    { "no placement order", as_at = "2021-12-31",
      given  = { legal_status = { { status = "C2", from = "2021-01-10" } } },
      expect = "not_applicable" },
    { "eighteen", as_at = "2021-12-31",
      given  = {
        child = { date_of_birth = "2003-12-31" },
        legal_status = { { status = "E1", from = "2021-06-30" } },
      },
      expect = "not_applicable" },
  },
}
