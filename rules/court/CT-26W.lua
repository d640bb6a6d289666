local case = require "lib.case"
local court = require "lib.court"

local is_open = court.is_open(this)

-- Without a day of issue the first interim care order bounds it: an interim order follows issue.
local issued = choose {
  { this.on:known(), this.on },
  otherwise = earliest_of(
    this.on,
    case.in_this_care(legal_status:where { status = "C1" }):earliest().from
  ),
}

-- "Within twenty-six weeks beginning with the day": the day of issue is day 1, the last good day is
-- issue + 181.
local statutory_day = issued + counting_the_day(weeks(26))

return rule {
  title    = "Care proceedings past 26 weeks",
  why      = "The statutory timetable ends at 26 weeks unless the court extends it.",
  source   = "Children Act 1989 s.32(1)(a)(ii), (5) to (8) as amended 2014 [V]; Middlesbrough " ..
             "2022, line 55 \"Legal Gateway Tracker is in place to progress and track care " ..
             "proceedings\", line 91 \"track progression of all court cases\", line 25 [S]",
  standing = "statutory",
  severity = "high",
  owner    = "legal team manager",

  -- One occasion for each application. With no court list only interim care orders tell of one: a
  -- child with none may still have an open application, so whether the rule is about them cannot be
  -- decided. Children who are not looked after are asked about only from a court list.
  each     = care_proceedings:where(function(p)
    return any { p.kind:is("care", "supervision"), p.status:is "C1" }
  end),
  -- Concluded proceedings stay for as long as the child is in the period of care in which the order
  -- was made. Withdrawn or refused with no day: nothing is open and nothing can be timed.
  applies  = all {
    case.under_18,
    any { case.looked_after, care_proceedings:supplied() },
    any { is_open, all { case.looked_after, this.order_made:on_or_after(case.start_of_care) } },
  },
  clock    = issued,
  -- While an extension runs the breach is explained and due stays at 26 weeks. When it has run
  -- out, or the order was made under it, due is the extended day. Without a court list nobody saw
  -- an extension: due stays at 26 weeks and the reason is not evidenced.
  due      = choose {
    { all {
        care_proceedings:supplied(),
        any {
          this.extended_to:before(as_at),
          all { this.extended_to:known(), this.order_made:known() },
        },
      },
      latest_of(statutory_day, this.extended_to) },
    otherwise = statutory_day,
  },
  amber    = days(41),
  stops    = this.order_made,

  facts    = { extended_to = this.extended_to, next_hearing = this.next_hearing },

  explained_by = {
    { "extended by the court to {extended_to}", when = this.extended_to:on_or_after(as_at) },
  },

  says     = "Proceedings issued {clock}, 26 weeks end {due}. {overdue} over. Next hearing: " ..
             "{next_hearing}. Extended to: {extended_to}.",

  says_also = {
    { "Issued before 22 April 2014, the day from which 26 weeks are in the Act: whether they apply is " ..
      "to be confirmed.", when = issued:before "2014-04-22" },
  },

  examples = {
    { "the last good day is issue + 181", as_at = "2021-09-29",
      given  = {
        legal_status = { { status = "C1", from = "2021-04-08" } },
        care_proceedings = { { kind = "care", on = "2021-04-01" } },
      },
      expect = { "due_soon", due = "2021-09-29" } },
    { "the day after", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "C1", from = "2021-04-08" } },
        care_proceedings = { { kind = "care", on = "2021-04-01" } },
      },
      expect = { "breach", days_over = 1 } },
    { "not amber before twenty weeks", as_at = "2021-08-18",
      given  = {
        legal_status = { { status = "C1", from = "2021-04-08" } },
        care_proceedings = { { kind = "care", on = "2021-04-01" } },
      },
      expect = "on_track" },
    { "amber from issue + 140", as_at = "2021-08-19",
      given  = {
        legal_status = { { status = "C1", from = "2021-04-08" } },
        care_proceedings = { { kind = "care", on = "2021-04-01" } },
      },
      expect = "due_soon" },
    { "extended, the day not yet passed", as_at = "2021-11-10",
      given  = {
        legal_status = { { status = "C1", from = "2021-04-08" } },
        care_proceedings = { { kind = "care", on = "2021-04-01", extended_to = "2021-11-10" } },
      },
      expect = { "explained", due = "2021-09-29" } },
    { "the extension has run out", as_at = "2021-11-11",
      given  = {
        legal_status = { { status = "C1", from = "2021-04-08" } },
        care_proceedings = { { kind = "care", on = "2021-04-01", extended_to = "2021-11-10" } },
      },
      expect = { "breach", due = "2021-11-10", days_over = 1 } },
    { "order made in time, still in care", as_at = "2021-12-31",
      given  = {
        legal_status = {
          { status = "C1", from = "2021-04-08", to = "2021-09-20" },
          { status = "C2", from = "2021-09-20" },
        },
        care_proceedings = {
          { kind = "care", on = "2021-04-01", order_made = "2021-09-20", outcome = "granted" },
        },
      },
      expect = "on_track" },
    { "order made late, still in care", as_at = "2021-12-31",
      given  = {
        legal_status = {
          { status = "C1", from = "2021-04-08", to = "2021-11-01" },
          { status = "C2", from = "2021-11-01" },
        },
        care_proceedings = {
          { kind = "care", on = "2021-04-01", order_made = "2021-11-01", outcome = "granted" },
        },
      },
      expect = { "met_late", days_over = 33 } },
    { "order made while extended", as_at = "2021-12-31",
      given  = {
        legal_status = {
          { status = "C1", from = "2021-04-08", to = "2021-11-01" },
          { status = "C2", from = "2021-11-01" },
        },
        care_proceedings = { { kind = "care", on = "2021-04-01", extended_to = "2021-11-10",
                               order_made = "2021-11-01", outcome = "granted" } },
      },
      expect = "on_track" },
    { "a supervision order sought for a child at home", as_at = "2021-10-31",
      given  = { care_proceedings = { { kind = "supervision", on = "2021-04-01" } } },
      expect = "breach" },
    { "withdrawn", as_at = "2021-10-31",
      given  = {
        legal_status = { { status = "V2", from = "2021-04-08" } },
        care_proceedings = { { kind = "care", on = "2021-04-01", outcome = "withdrawn" } },
      },
      expect = "not_applicable" },
    { "no application", as_at = "2021-10-31",
      given  = { legal_status = { { status = "V2", from = "2021-04-08" } } },
      expect = "not_applicable" },
    { "no day of issue: the first interim order bounds it", as_at = "2021-10-08",
      given  = {
        legal_status = { { status = "C1", from = "2021-04-08" } },
        care_proceedings = { { kind = "care" } },
      },
      expect = "breach" },
    { "no day of issue, 26 weeks not certain", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "C1", from = "2021-04-08" } },
        care_proceedings = { { kind = "care" } },
      },
      expect = "cannot_decide" },
    { "no court list, interim order long enough", as_at = "2021-10-08",
      given  = {
        legal_status = { { status = "C1", from = "2021-04-08" } },
        care_proceedings = { { status = "C1", on = "..2021-04-08" } },
      },
      expect = "breach" },
    { "no court list, no interim order", as_at = "2021-10-08",
      given  = { legal_status = { { status = "V2", from = "2021-04-08" } } },
      not_supplied = { "care_proceedings" },
      expect = "cannot_decide" },
  },
}
