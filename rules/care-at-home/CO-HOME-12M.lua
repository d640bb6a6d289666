local case = require "lib.case"

local limit_at_home = setting { months(12), label = "Months at home on a care order",
                                from = months(6), to = months(24) }
local holds_for     = setting { months(6), label = "Months for which a conclusion holds",
                                from = months(3), to = months(12) }

-- A conclusion holds up to the day that its months end. One that is dated but has no text is not
-- evidence, and neither is its absence: the reason stays "not evidenced".
local recent   = order_review:where(function(r)
  return all { r.on:known(), (r.on + holds_for):on_or_after(as_at) }
end)
local reasoned = order_review:where(function(r)
  return all { r.on:known(), r.conclusion:known() }
end)
local recent_reasoned = reasoned:where(function(r) return (r.on + holds_for):on_or_after(as_at) end)

return rule {
  title    = "Care order, living with parents, need for the order not reviewed",
  why      = "Children lived at home for years on a care order nobody questioned.",
  source   = "Middlesbrough 2022, line 17: \"Children subject to care orders have lived at home " ..
             "for several years, without timely and purposeful review of whether the Care Order " ..
             "is still required\"; Telford & Wrekin 2013, lines 21 to 24 and 33; Derby, December " ..
             "2021, lines 113 to 115; Middlesbrough line 116 [S]; Public Law Working Group: " ..
             "exceptional reasons needed for a final order at home (East Riding procedure) [V]. " ..
             "The limit is local [L]",
  standing = "local",
  severity = "high",
  owner    = "social work team manager",

  -- An interim order at home is not this rule. Discharge ends the care order and with it the
  -- population. A temporary placement in between does not end the time at home.
  applies  = all { case.looked_after_not_on_remand, case.status:is "C2", case.at_home },
  clock    = case.start_at_home_on_order,
  -- While a conclusion holds, the breach is explained and due stays at twelve months. Once it has
  -- run out, due is the later of twelve months and the day it ran out.
  due      = choose {
    { recent_reasoned:any(), case.start_at_home_on_order + limit_at_home },
    otherwise = latest_of(case.start_at_home_on_order + limit_at_home, reasoned:latest().on + holds_for),
  },
  breach_on_due = true,  -- twelve months or longer: the day itself
  amber    = months(3),

  facts    = {
    concluded   = recent:latest().on,
    conclusion  = recent:latest().conclusion,
    last_review = order_review:where(function(r) return r.on:known() end):latest().on,
    discharge   = case.open_applications("discharge"):latest().on,
  },

  explained_by = {
    { "application to discharge the order issued on {discharge}",
      when = case.open_applications("discharge"):any() },
    { "need for the order concluded on {concluded}: {conclusion}",
      when = recent:where(function(r) return r.conclusion:is_not "not concluded" end):any() },
  },

  says     = "At home on a care order since {clock}. Due {due}, {overdue} over. Need for the order " ..
             "last reviewed: {last_review}.",

  examples = {
    { "the day before twelve months", as_at = "2021-09-29",
      given  = {
        legal_status = { { status = "C2", from = "2019-05-01" } },
        at_home = { { kind = "P1", from = "2020-09-30" } },
      },
      expect = "due_soon" },
    { "twelve months to the day", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "C2", from = "2019-05-01" } },
        at_home = { { kind = "P1", from = "2020-09-30" } },
      },
      expect = { "breach", due = "2021-09-30", days_over = 0 } },
    { "not amber before nine months", as_at = "2021-06-29",
      given  = {
        legal_status = { { status = "C2", from = "2019-05-01" } },
        at_home = { { kind = "P1", from = "2020-09-30" } },
      },
      expect = "on_track" },
    { "amber from nine months", as_at = "2021-06-30",
      given  = {
        legal_status = { { status = "C2", from = "2019-05-01" } },
        at_home = { { kind = "P1", from = "2020-09-30" } },
      },
      expect = "due_soon" },
    { "at home first, the order later: from the order", as_at = "2021-09-30",
      given  = {
        legal_status = {
          { status = "C1", from = "2020-01-01", to = "2020-12-01" },
          { status = "C2", from = "2020-12-01" },
        },
        at_home = { { kind = "P1", from = "2020-02-01" } },
      },
      expect = { "due_soon", clock = "2020-12-01" } },
    { "discharge applied for", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2019-05-01" } },
        at_home = { { kind = "P1", from = "2020-09-30" } },
        court_application = { { kind = "discharge", on = "2021-11-01" } },
      },
      expect = "explained" },
    { "need concluded within six months", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2019-05-01" } },
        at_home = { { kind = "P1", from = "2020-09-30" } },
        order_review = { { on = "2021-07-01", conclusion = "order still needed" } },
      },
      expect = { "explained", due = "2021-09-30" } },
    { "the conclusion holds for the last time", as_at = "2022-01-01",
      given  = {
        legal_status = { { status = "C2", from = "2019-05-01" } },
        at_home = { { kind = "P1", from = "2020-09-30" } },
        order_review = { { on = "2021-07-01", conclusion = "order still needed" } },
      },
      expect = "explained" },
    { "the conclusion has run out", as_at = "2022-01-02",
      given  = {
        legal_status = { { status = "C2", from = "2019-05-01" } },
        at_home = { { kind = "P1", from = "2020-09-30" } },
        order_review = { { on = "2021-07-01", conclusion = "order still needed" } },
      },
      expect = { "breach", due = "2022-01-01", days_over = 1 } },
    { "dated but blank: reason not evidenced", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2019-05-01" } },
        at_home = { { kind = "P1", from = "2020-09-30" } },
        order_review = { { on = "2021-11-01" } },
      },
      expect = { "breach", due = "2021-09-30" } },
    { "an interim order at home", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C1", from = "2019-05-01" } },
        at_home = { { kind = "P1", from = "2020-09-30" } },
      },
      expect = "not_applicable" },
    { "placed elsewhere", as_at = "2021-12-31",
      given  = { legal_status = { { status = "C2", from = "2019-05-01" } } },
      expect = "not_applicable" },
    { "at home since before the extract", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "C2", from = "2019-05-01" } },
        at_home = { { kind = "P1", from = "..2021-01-10" } },
      },
      expect = "cannot_decide" },
    { "no list of placements with parents, twelve months passed", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2019-05-01" } },
        at_home = { { kind = "P1", from = "2020-09-30" } },
      },
      not_supplied = { "order_review" },
      expect = "cannot_decide" },
    { "no list of placements with parents, not due", as_at = "2021-03-31",
      given  = {
        legal_status = { { status = "C2", from = "2019-05-01" } },
        at_home = { { kind = "P1", from = "2020-09-30" } },
      },
      not_supplied = { "order_review" },
      expect = "on_track" },
    { "the placement type is blank", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2019-05-01" } },
        at_home = { { from = "2020-09-30" } },
      },
      expect = "cannot_decide" },
    { "a temporary placement came before home: not home yet", as_at = "2021-06-07",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        episode = {
          { status = "C2", kind = "T4", from = "2020-06-01", to = "2020-06-08" },
          { status = "C2", kind = "P1", from = "2020-06-08" },
        },
        placement = {
          { kind = "T4", from = "2020-06-01", to = "2020-06-08" }, { kind = "P1", from = "2020-06-08" },
        },
        at_home = { { kind = "P1", from = "2020-06-01" } },
      },
      expect = { "due_soon", clock = "2020-06-08", due = "2021-06-08" } },
  },
}
