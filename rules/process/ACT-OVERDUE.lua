local case = require "lib.case"

-- Given again: the same words, raised later, with an owner and a day that has not passed.
local given_again = action:where(function(a)
  return all {
    a.action:same_as(this.action),
    a.on:after(this.on),
    a.owner:known(),
    a.due:on_or_after(as_at),
    a.done:missing(),
  }
end)

return rule {
  title    = "Panel action overdue",
  why      = "Panels set actions; drift is actions not done.",
  source   = "Telford & Wrekin 2013, line 15 \"evidence of progress through actions\", line 19 " ..
             "\"targets set to ensure clarity of arrangements and to avoid drift\"; Middlesbrough " ..
             "2022, lines 35 and 120; Derby minutes 9 December 2021, line 138 [S]",
  standing = "local",
  severity = "medium",
  owner    = "panel administrator",

  -- One occasion for each action of the list, whether or not the child is in care. An action that
  -- was done stays while the child is in the period of care in which it was raised.
  each     = action,
  applies  = all {
    case.under_18,
    any { case.looked_after, action:supplied() },
    any { this.done:missing(), all { case.looked_after, this.on:on_or_after(case.start_of_care) } },
  },
  clock    = this.on,
  -- An action without a day is overdue from the day it was raised, for as long as it is not done.
  due      = first_known(this.due, this.done, this.on - days(1)),
  amber    = days(7),
  stops    = this.done,

  facts    = {
    action = this.action, owner = this.owner, done = this.done, recorded_due = this.due,
    given_again = given_again:latest_of "on", now_due = given_again:latest_of "due",
  },

  explained_by = {
    { "given again on {given_again}, now due {now_due}", when = given_again:any() },
  },

  says     = "Action raised {clock}: {action}. Owner: {owner}. Due: {recorded_due}, done: {done}. " ..
             "{overdue} over.",
  says_also = {
    { "An action without a date.", when = this.due:missing() },
    { "An action without an owner.", when = this.owner:missing() },
  },

  examples = {
    { "due today", as_at = "2021-09-30",
      given  = { action = { { action = "Refer to family finding", owner = "SW1", on = "2021-09-01",
                              due = "2021-09-30" } } },
      expect = { "due_soon", due = "2021-09-30" } },
    { "due yesterday", as_at = "2021-10-01",
      given  = { action = { { action = "Refer to family finding", owner = "SW1", on = "2021-09-01",
                              due = "2021-09-30" } } },
      expect = { "breach", days_over = 1 } },
    { "eight days before is not amber yet", as_at = "2021-09-22",
      given  = { action = { { action = "Refer to family finding", owner = "SW1", on = "2021-09-01",
                              due = "2021-09-30" } } },
      expect = "on_track" },
    { "amber seven days before", as_at = "2021-09-23",
      given  = { action = { { action = "Refer to family finding", owner = "SW1", on = "2021-09-01",
                              due = "2021-09-30" } } },
      expect = "due_soon" },
    { "done in time", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        action = { { action = "Refer to family finding", on = "2021-09-01", due = "2021-09-30",
                     done = "2021-09-30" } },
      },
      expect = "on_track" },
    { "done late", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        action = { { action = "Refer to family finding", on = "2021-09-01", due = "2021-09-30",
                     done = "2021-10-10" } },
      },
      expect = { "met_late", days_over = 10 } },
    { "done, and not in care: closed", as_at = "2021-12-31",
      given  = { action = { { action = "Refer to family finding", on = "2021-09-01",
                              due = "2021-09-30", done = "2021-10-10" } } },
      expect = "not_applicable" },
    { "without a date: from the day it was raised", as_at = "2021-09-01",
      given  = { action = { { action = "Refer to family finding", owner = "SW1", on = "2021-09-01" } } },
      expect = { "breach", due = "2021-08-31" } },
    { "without a date, done", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        action = { { action = "Refer to family finding", on = "2021-09-01", done = "2021-10-10" } },
      },
      expect = "on_track" },
    { "given again with a new owner and date", as_at = "2021-10-15",
      given  = {
        action = {
          { action = "Refer to family finding", owner = "SW1", on = "2021-09-01", due = "2021-09-30" },
          { action = "Refer to family finding", owner = "SW2", on = "2021-10-10", due = "2021-10-31" },
        },
      },
      expect = { "explained", clock = "2021-09-01" } },
    { "given again, and that day has passed too", as_at = "2021-11-01",
      given  = {
        action = {
          { action = "Refer to family finding", owner = "SW1", on = "2021-09-01", due = "2021-09-30" },
          { action = "Refer to family finding", owner = "SW2", on = "2021-10-10", due = "2021-10-31" },
        },
      },
      expect = "breach" },
    { "another action does not explain this one", as_at = "2021-10-15",
      given  = {
        action = {
          { action = "Refer to family finding", owner = "SW1", on = "2021-09-01", due = "2021-09-30" },
          { action = "Ask for legal advice", owner = "SW2", on = "2021-10-10", due = "2021-12-31" },
        },
      },
      expect = "breach" },
    { "eighteen", as_at = "2021-10-15",
      given  = {
        child = { date_of_birth = "2003-09-30" },
        action = { { action = "Refer to family finding", on = "2021-09-01", due = "2021-09-30" } },
      },
      expect = "not_applicable" },
    { "the day it was done cannot be read", as_at = "2021-10-15",
      given  = { action = { { action = "Refer to family finding", on = "2021-09-01",
                              due = "2021-09-30", done = ".." } } },
      expect = "cannot_decide" },
    { "no action list came", as_at = "2021-10-15",
      given  = { legal_status = { { status = "C2", from = "2019-01-10" } } },
      not_supplied = { "action" },
      expect = "cannot_decide" },
  },
}
