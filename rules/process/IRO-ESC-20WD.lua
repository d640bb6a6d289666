local actions = require "lib.actions"
local case    = require "lib.case"

-- That somebody is to refer is not yet a referral: the action must be done.
local to_cafcass = actions.done { "cafcass" }:where(function(a)
  return a.done:on_or_after(this.from)
end):earliest_of "done"

return rule {
  title    = "Reviewing officer's escalation not resolved",
  why      = "The reviewing officer's challenge is the child's safeguard against drift; it must not " ..
             "itself drift.",
  source   = "IRO Handbook: dispute resolution within 20 working days; Care Planning, Placement and " ..
             "Case Review Regulations 2010 reg 45 [K]; Middlesbrough 2022, line 25 \"insufficient " ..
             "scrutiny\" [S]",
  to_be_confirmed = true,
  standing = "guidance",
  severity = "high",
  owner    = "head of service",

  -- One occasion for each escalation in this period of care. Remands count. A referral to Cafcass is
  -- looked for where an action list came; closing it is on the escalation list itself.
  each     = case.in_this_care(iro_escalation),
  applies  = case.looked_after,
  clock    = this.from,
  limit    = within(working_days(20)),
  amber    = working_days(5),
  stops    = choose {
    { action:supplied(), earliest_of(this.to, to_cafcass) },
    otherwise = this.to,
  },

  facts    = { closed = this.to, cafcass = to_cafcass },

  says     = "Reviewing officer escalated {clock}, closed: {closed}, referred to Cafcass: {cafcass}. " ..
             "{overdue} past {limit}.",

  examples = {
    { "twenty working days, open", as_at = "2021-07-29",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        iro_escalation = { { from = "2021-07-01" } },
      },
      expect = { "due_soon", due = "2021-07-29" } },
    { "the day after", as_at = "2021-07-30",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        iro_escalation = { { from = "2021-07-01" } },
      },
      expect = { "breach", days_over = 1 } },
    { "a bank holiday moves the day", as_at = "2021-09-06",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        iro_escalation = { { from = "2021-08-06" } },
      },
      expect = { "due_soon", due = "2021-09-06" } },
    { "six working days before is not amber yet", as_at = "2021-07-21",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        iro_escalation = { { from = "2021-07-01" } },
      },
      expect = "on_track" },
    { "amber five working days before", as_at = "2021-07-22",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        iro_escalation = { { from = "2021-07-01" } },
      },
      expect = "due_soon" },
    { "closed in time", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        iro_escalation = { { from = "2021-07-01", to = "2021-07-29" } },
      },
      expect = "on_track" },
    { "closed late", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        iro_escalation = { { from = "2021-07-01", to = "2021-08-08" } },
      },
      expect = { "met_late", days_over = 10 } },
    { "referred to Cafcass in time", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        iro_escalation = { { from = "2021-07-01" } },
        action = { { action = "Refer to CAFCASS", on = "2021-07-02", done = "2021-07-20" } },
      },
      expect = "on_track" },
    { "referred to Cafcass over an earlier matter", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        iro_escalation = { { from = "2021-07-01" } },
        action = { { action = "Refer to CAFCASS", on = "2021-06-02", done = "2021-06-20" } },
      },
      expect = "breach" },
    { "no action list: still a breach", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        iro_escalation = { { from = "2021-07-01" } },
      },
      not_supplied = { "action" },
      expect = "breach" },
    { "left care", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10", to = "2021-08-01" } },
        iro_escalation = { { from = "2021-07-01" } },
      },
      expect = "not_applicable" },
    { "the day it was raised is blank", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        iro_escalation = { {} },
      },
      expect = "cannot_decide" },
    { "no escalation list came", as_at = "2021-09-30",
      given  = { legal_status = { { status = "C2", from = "2019-01-10" } } },
      not_supplied = { "iro_escalation" },
      expect = "cannot_decide" },
    { "an action to refer to Cafcass that is not done", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        iro_escalation = { { from = "2021-07-01" } },
        action = { { action = "Refer to Cafcass if not resolved", on = "2021-07-02" } },
      },
      expect = "breach" },
  },
}
