local case      = require "lib.case"
local lists     = require "lib.lists"
local long_term = require "lib.long_term"

-- A placement order takes the care order's place on the record, so both together are the order.
local order = legal_status:unbroken(function(l) return l.status:is("C2", "E1") end).from

-- Any panel or tracking meeting counts. A note from an earlier period of care does not.
local notes    = tracker_note:since(case.start_of_care)
local adopting = any { case.plan_is_adoption, case.on_placement_order }

-- Matched with the carer of today, or in the long-term placement that a match led to: a check each
-- year is enough. A match of more than six months before was with another carer.
local match_in_care = case.matches:where { kind = "LTF" }
  :since(latest_of(case.start_of_care, case.start_with_carer - months(6)))
local settled = any {
  long_term.matches:any(),
  all { case.placement_type:is(lists.long_term), match_in_care:any() },
}
local checked = notes:within(last(setting {
  months(12), label = "Months for which a check of a settled child holds",
  from = months(6), to = months(12) }))

return rule {
  title    = "On a care order and on no tracker, or not reviewed by it",
  why      = "Children fall out of sight when the list is kept by hand.",
  source   = "Middlesbrough 2022, line 73 \"successfully tracking all children from Care Order to " ..
             "permanence\"; Telford & Wrekin 2013, line 11 \"almost monthly\", line 19 \"scheduled " ..
             "to be reviewed on a regular basis and targets set\"; Derby, Exit from Care, December " ..
             "2021, line 190 \"Monthly tracking meetings\", line 51 \"every 3 months\"; Durham " ..
             "2018, line 71 \"effective senior management oversight of all cases\" [S]. The " ..
             "limits are local [L]",
  standing = "local",
  severity = "high",
  owner    = "panel administrator",

  applies  = all { case.looked_after_not_on_remand, case.status:is("C2", "E1") },
  -- The next meeting that discusses the child starts a new clock: never met late.
  clock    = latest_of(order, notes:latest().on),
  limit    = choose {
    { none { notes:any() },
      within(setting { days(28), label = "Days from the order to the first meeting",
                       from = days(14), to = days(91) }) },
    { adopting,
      within(setting { months(1), label = "Months between meetings, plan of adoption",
                       from = months(1), to = months(3) }, { amber = days(7) }) },
    otherwise = within(setting { months(3), label = "Months between meetings",
                                 from = months(1), to = months(6) }),
  },
  amber    = days(14),

  facts    = {
    seen    = notes:latest().on,
    panel   = notes:latest().panel,
    next    = notes:latest().next,
    plan    = case.plan,
    matched = match_in_care:latest().on,
  },

  explained_by = {
    { "matched long term on {matched}, looked at in the last year, on {seen}",
      when = all { settled, checked:any() } },
  },

  says     = "Order made, or last discussed, {clock}. Last discussed: {seen}, by {panel}. Due {due}, " ..
             "{overdue} past {limit}. Next: {next}.",

  examples = {
    { "never discussed, 28 days after the order", as_at = "2021-09-29",
      given  = { legal_status = { { status = "C2", from = "2021-09-01" } } },
      expect = { "due_soon", due = "2021-09-29" } },
    { "never discussed, the day after", as_at = "2021-09-30",
      given  = { legal_status = { { status = "C2", from = "2021-09-01" } } },
      expect = { "breach", due = "2021-09-29", days_over = 1 } },
    { "discussed three months ago to the day", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "C2", from = "2020-09-01" } },
        tracker_note = { { panel = "permanence", on = "2021-06-30" } },
      },
      expect = { "due_soon", due = "2021-09-30" } },
    { "three months and a day", as_at = "2021-10-01",
      given  = {
        legal_status = { { status = "C2", from = "2020-09-01" } },
        tracker_note = { { panel = "permanence", on = "2021-03-30" },
                         { panel = "permanence", on = "2021-06-30" } },
      },
      expect = { "breach", days_over = 1 } },
    { "fifteen days before is not amber yet", as_at = "2021-09-15",
      given  = {
        legal_status = { { status = "C2", from = "2020-09-01" } },
        tracker_note = { { panel = "permanence", on = "2021-06-30" } },
      },
      expect = "on_track" },
    { "amber fourteen days before", as_at = "2021-09-16",
      given  = {
        legal_status = { { status = "C2", from = "2020-09-01" } },
        tracker_note = { { panel = "permanence", on = "2021-06-30" } },
      },
      expect = "due_soon" },
    { "plan of adoption: a month", as_at = "2021-07-31",
      given  = {
        legal_status = { { status = "C2", from = "2020-09-01" } },
        tracker_note = { { panel = "adoption tracking", on = "2021-06-30" } },
        care_plan = { { plan = "ADOPTION", from = "2021-01-01" } },
      },
      expect = { "breach", due = "2021-07-30" } },
    { "plan of adoption: eight days before is not amber yet", as_at = "2021-07-22",
      given  = {
        legal_status = { { status = "C2", from = "2020-09-01" } },
        tracker_note = { { panel = "adoption tracking", on = "2021-06-30" } },
        care_plan = { { plan = "ADOPTION", from = "2021-01-01" } },
      },
      expect = "on_track" },
    { "the placement order does not start the wait again", as_at = "2021-07-31",
      given  = {
        legal_status = {
          { status = "C2", from = "2020-09-01", to = "2021-07-15" },
          { status = "E1", from = "2021-07-15" },
        },
      },
      expect = { "breach", clock = "2020-09-01" } },
    { "discussed only before the order", as_at = "2021-09-30",
      given  = {
        legal_status = {
          { status = "C1", from = "2021-01-01", to = "2021-07-01" },
          { status = "C2", from = "2021-07-01" },
        },
        tracker_note = { { panel = "permanence", on = "2021-06-01" } },
      },
      expect = { "due_soon", clock = "2021-07-01", due = "2021-10-01" } },
    { "settled, a check this year", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "C2", from = "2018-09-01" } },
        tracker_note = { { panel = "permanence", on = "2020-11-30" } },
        placement = { { kind = "U4", from = "2019-11-20" } },
        carer = { { kind = "U4", from = "2019-11-20" } },
        match = { { kind = "LTF", on = "2019-11-04" } },
      },
      expect = "explained" },
    { "matched with a carer whom the child has left", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "C2", from = "2018-09-01" } },
        tracker_note = { { panel = "permanence", on = "2020-11-30" } },
        placement = { { kind = "U6", from = "2021-02-20" } },
        carer = { { kind = "U6", from = "2021-02-20" } },
        match = { { kind = "LTF", on = "2019-11-04" } },
      },
      expect = "breach" },
    { "settled, the check is over a year old", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "C2", from = "2018-09-01" } },
        tracker_note = { { panel = "permanence", on = "2020-09-30" } },
        placement = { { kind = "U4", from = "2019-11-20" } },
        carer = { { kind = "U4", from = "2019-11-20" } },
        match = { { kind = "LTF", on = "2019-11-04" } },
      },
      expect = "breach" },
    { "interim order", as_at = "2021-09-30",
      given  = { legal_status = { { status = "C1", from = "2020-09-01" } } },
      expect = "not_applicable" },
    { "left care", as_at = "2021-09-30",
      given  = { legal_status = { { status = "C2", from = "2020-09-01", to = "2021-09-01" } } },
      expect = "not_applicable" },
    { "no tracker list came", as_at = "2021-09-30",
      given  = { legal_status = { { status = "C2", from = "2020-09-01" } } },
      not_supplied = { "tracker_note" },
      expect = "cannot_decide" },
    { "the day of the order is not known", as_at = "2021-09-30",
      given  = { legal_status = { { status = "C2", from = "..2021-09-10" } } },
      expect = "cannot_decide" },
    { "which plan is the latest is not known: one month or three", as_at = "2021-07-31",
      given  = {
        legal_status = { { status = "C2", from = "2020-09-01" } },
        tracker_note = { { panel = "permanence", on = "2021-06-30" } },
        care_plan = { { plan = "LTFOST18", from = "2021-03-01" }, { plan = "ADOPTION" } },
      },
      expect = "cannot_decide" },
    { "no care plan list: one month or three", as_at = "2021-07-31",
      given  = {
        legal_status = { { status = "C2", from = "2020-09-01" } },
        tracker_note = { { panel = "permanence", on = "2021-06-30" } },
      },
      not_supplied = { "care_plan" },
      expect = "cannot_decide" },
    { "matched, then moved to another long-term carer without a match", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "C2", from = "2018-09-01" } },
        tracker_note = { { panel = "permanence", on = "2021-01-30" } },
        placement = { { kind = "U4", from = "2019-11-20", to = "2021-03-01" }, { kind = "U4", from = "2021-03-01" } },
        carer = { { kind = "U4", from = "2019-11-20", to = "2021-03-01" }, { kind = "U4", from = "2021-03-01" } },
        match = { { kind = "LTF", on = "2019-11-04" } },
      },
      expect = "breach" },
  },
}
