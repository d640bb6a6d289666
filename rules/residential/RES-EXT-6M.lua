local actions = require "lib.actions"
local case    = require "lib.case"

-- A review that looked at stepping down, done while the child was in this home. Each starts the
-- clock again, so nothing else stops it.
local reviews = actions.done { "step-down", "step down", "stepdown" }:where(function(a)
  return a.done:on_or_after(placement:current().from)
end)

-- Residential care is the plan, agreed or looked at again within the year.
local check  = setting { months(12), label = "Months for which a residential plan holds",
                         from = months(6), to = months(24) }
local agreed = choose {
  { care_plan:current().reviewed:known(), care_plan:current().reviewed },
  otherwise = care_plan:current().from,
}

return rule {
  title    = "External residential placement with no step-down review",
  why      = "Residential care far from family, without a plan to step down, becomes the plan by default.",
  source   = "Middlesbrough 2022, line 117 \"reduction in the number of children in external " ..
             "residential placements from 74 ... to 47\", line 131 \"ongoing reduction and " ..
             "tracking\"; Derby minutes 9 December 2021, line 89 \"who live in residential care to " ..
             "move back to foster care\"; Durham 2018, lines 33 and 36; Derby, December 2021, line " ..
             "43 \"within a family environment unless there are significant needs\" [S]. The limit " ..
             "is local [L]",
  standing = "local",
  severity = "medium",
  owner    = "placements manager",

  -- External: a private or voluntary provider; another authority's home is left out. A residential
  -- school counts: a stay without a break over the limit takes in the holidays. A move ends the
  -- placement and with it the rule.
  applies  = all {
    case.looked_after_not_on_remand,
    case.placement_type:is("K2", "R1", "S1"),
    placement:current().provider:is("PR4", "PR5"),
  },
  clock    = latest_of(placement:current().from, reviews:latest_of "done"),
  limit    = reaches(setting { months(6), label = "Months since the start or the last step-down review",
                               from = months(3), to = months(12) }),
  amber    = months(1),

  facts    = {
    placed    = placement:current().from,
    placement = case.placement_type,
    provider  = placement:current().provider,
    review    = reviews:latest_of "done",
    agreed    = agreed,
    plan      = case.plan,
  },

  explained_by = {
    { "residential care is the agreed plan since {agreed}",
      when = all { case.plan:includes "RESPLMT", (agreed + check):after(as_at) } },
  },

  says     = "In an external residential placement since {placed}, last step-down review: {review}. " ..
             "Due {due}, {overdue} over. Plan: {plan}.",

  examples = {
    { "the day before six months", as_at = "2021-09-29",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = { { kind = "K2", provider = "PR4", from = "2021-03-30" } },
      },
      expect = { "due_soon", due = "2021-09-30" } },
    { "six months to the day", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = { { kind = "K2", provider = "PR4", from = "2021-03-30" } },
      },
      expect = { "breach", days_over = 0 } },
    { "not amber before five months", as_at = "2021-08-29",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = { { kind = "R1", provider = "PR5", from = "2021-03-30" } },
      },
      expect = "on_track" },
    { "amber from five months", as_at = "2021-08-30",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = { { kind = "R1", provider = "PR5", from = "2021-03-30" } },
      },
      expect = "due_soon" },
    { "a step-down review starts the clock again", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = { { kind = "K2", provider = "PR4", from = "2021-03-30" } },
        action = { { action = "Step-down review: stay until summer", on = "2021-09-01", done = "2021-09-15" } },
      },
      expect = { "on_track", due = "2022-03-15" } },
    { "planned, not held", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = { { kind = "K2", provider = "PR4", from = "2021-03-30" } },
        action = { { action = "Step-down review", on = "2021-09-01", due = "2022-01-15" } },
      },
      expect = "breach" },
    { "held for an earlier placement", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = { { kind = "K2", provider = "PR4", from = "2021-03-30" } },
        action = { { action = "Step-down review", on = "2021-01-01", done = "2021-01-15" } },
      },
      expect = "breach" },
    { "residential care is the agreed plan", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = { { kind = "K2", provider = "PR4", from = "2021-03-30" } },
        care_plan = { { plan = "RESPLMT", from = "2020-01-10", reviewed = "2021-02-01" } },
      },
      expect = "explained" },
    { "that plan was agreed a year ago", as_at = "2022-02-01",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = { { kind = "K2", provider = "PR4", from = "2021-03-30" } },
        care_plan = { { plan = "RESPLMT", from = "2020-01-10", reviewed = "2021-02-01" } },
      },
      expect = "breach" },
    { "a residential school", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = { { kind = "S1", provider = "PR4", from = "2021-03-30" } },
      },
      expect = "breach" },
    { "the council's own home", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = { { kind = "K2", provider = "PR1", from = "2021-03-30" } },
      },
      expect = "not_applicable" },
    { "moved to foster care", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = {
          { kind = "K2", provider = "PR4", from = "2021-03-30", to = "2021-12-01" },
          { kind = "U6", provider = "PR4", from = "2021-12-01" },
        },
      },
      expect = "not_applicable" },
    { "on remand", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "J1", from = "2021-03-30" } },
        placement = { { kind = "K2", provider = "PR4", from = "2021-03-30" } },
      },
      expect = "not_applicable" },
    { "the provider is blank", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = { { kind = "K2", from = "2021-03-30" } },
      },
      expect = "cannot_decide" },
    { "no action list, six months passed", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = { { kind = "K2", provider = "PR4", from = "2021-03-30" } },
      },
      not_supplied = { "action" },
      expect = "cannot_decide" },
    { "no action list, not due yet", as_at = "2021-06-30",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = { { kind = "K2", provider = "PR4", from = "2021-03-30" } },
      },
      not_supplied = { "action" },
      expect = "on_track" },
    { "no care plan list: a plain breach", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = { { kind = "K2", provider = "PR4", from = "2021-03-30" } },
      },
      not_supplied = { "care_plan" },
      expect = "breach" },
    { "there since before the extract, late at least", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = { { kind = "K2", provider = "PR4", from = "..2021-04-01" } },
      },
      expect = "breach" },
  },
}
