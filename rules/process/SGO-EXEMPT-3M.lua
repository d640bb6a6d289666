local actions    = require "lib.actions"
local exemptions = require "lib.exemptions"

local invalid = any { this.decision_maker:missing(), this.until_day:missing() }

-- Reported to panel since it was decided: the three months begin again.
local reports   = actions.done { "exemption report" }:where(function(a)
  return a.done:on_or_after(this.on)
end)
local last_seen = choose {
  { action:supplied(), latest_of(this.on, reports:latest_of "done") },
  otherwise = this.on,
}

return rule {
  title    = "Exemption report not back to panel in three months",
  why      = "An exemption nobody renews is drift approved.",
  source   = "Derby, Exit from Care, December 2021, lines 49 to 51: \"Exemption reports to come to " ..
             "Permanence Panel meetings every 3 months\" [S]. The report speaks of special " ..
             "guardianship; that every exemption returns is local [L]",
  standing = "local",
  severity = "high",
  owner    = "panel administrator",

  -- One occasion for each exemption that runs or was renewed; one that ran out is EX-EXPIRED's.
  each     = exemption,
  applies  = all {
    exemptions.to_be_judged,
    any {
      this.until_day:missing(), this.until_day:on_or_after(as_at), exemptions.renewed_on:known(),
    },
  },
  clock    = last_seen,
  -- Without a decision maker or an end it is no exemption: a breach from the day it was given.
  due      = choose {
    { invalid, this.on - days(1) },
    otherwise = last_seen + setting { months(3), label = "Months between exemption reports",
                                      from = months(1), to = months(6) },
  },
  amber    = days(28),
  stops    = exemptions.renewed_on,

  facts    = {
    rule = this.rule, reason = this.reason, decided = this.on, until_day = this.until_day,
    decision_maker = this.decision_maker, meeting = this.meeting, reported = last_seen,
    renewed = exemptions.renewed_on,
  },

  says     = "Exempt from {rule} since {decided} until {until_day}: {reason}. Decided by " ..
             "{decision_maker}, last before panel {reported}, renewed: {renewed}. Due {due}, " ..
             "{overdue} over.",
  says_also = {
    { "No decision maker or no end: not a valid exemption.", when = invalid },
  },

  examples = {
    { "three months to the day", as_at = "2021-09-30",
      given  = { exemption = { { rule = "PO-9M", reason = "siblings", on = "2021-06-30",
                                 until_day = "2021-12-31", decision_maker = "M1" } } },
      expect = { "due_soon", due = "2021-09-30" } },
    { "the day after", as_at = "2021-10-01",
      given  = { exemption = { { rule = "PO-9M", reason = "siblings", on = "2021-06-30",
                                 until_day = "2021-12-31", decision_maker = "M1" } } },
      expect = { "breach", days_over = 1 } },
    { "29 days before is not amber yet", as_at = "2021-09-01",
      given  = { exemption = { { rule = "PO-9M", reason = "siblings", on = "2021-06-30",
                                 until_day = "2021-12-31", decision_maker = "M1" } } },
      expect = "on_track" },
    { "amber 28 days before", as_at = "2021-09-02",
      given  = { exemption = { { rule = "PO-9M", reason = "siblings", on = "2021-06-30",
                                 until_day = "2021-12-31", decision_maker = "M1" } } },
      expect = "due_soon" },
    { "a report to panel starts the three months again", as_at = "2021-10-15",
      given  = {
        exemption = { { rule = "PO-9M", reason = "siblings", on = "2021-06-30",
                        until_day = "2021-12-31", decision_maker = "M1" } },
        action = { { action = "Exemption report to panel", on = "2021-09-01", done = "2021-09-20" } },
      },
      expect = { "on_track", due = "2021-12-20" } },
    { "renewed late", as_at = "2021-10-15",
      given  = {
        exemption = {
          { rule = "PO-9M", reason = "siblings", on = "2021-06-30", until_day = "2021-12-31",
            decision_maker = "M1" },
          { rule = "PO-9M", reason = "siblings", on = "2021-10-10", until_day = "2022-01-10",
            decision_maker = "M1" },
        },
      },
      expect = { "met_late", days_over = 10, clock = "2021-06-30" } },
    { "another rule's exemption renews nothing", as_at = "2021-10-15",
      given  = {
        exemption = {
          { rule = "PO-9M", reason = "siblings", on = "2021-06-30", until_day = "2021-12-31",
            decision_maker = "M1" },
          { rule = "STAB-3", reason = "siblings", on = "2021-09-10", until_day = "2021-12-10",
            decision_maker = "M1" },
        },
      },
      expect = "breach" },
    { "no end", as_at = "2021-07-01",
      given  = { exemption = { { rule = "PO-9M", reason = "siblings", on = "2021-06-30",
                                 decision_maker = "M1" } } },
      expect = "breach" },
    { "no decision maker", as_at = "2021-07-01",
      given  = { exemption = { { rule = "PO-9M", reason = "siblings", on = "2021-06-30",
                                 until_day = "2021-09-30" } } },
      expect = "breach" },
    { "run out: EX-EXPIRED", as_at = "2021-10-15",
      given  = { exemption = { { rule = "PO-9M", reason = "siblings", on = "2021-06-30",
                                 until_day = "2021-09-29", decision_maker = "M1" } } },
      expect = "not_applicable" },
    { "no action list: from the decision", as_at = "2021-10-01",
      given  = { exemption = { { rule = "PO-9M", reason = "siblings", on = "2021-06-30",
                                 until_day = "2021-12-31", decision_maker = "M1" } } },
      not_supplied = { "action" },
      expect = "breach" },
    { "the day of the decision is blank", as_at = "2021-10-01",
      given  = { exemption = { { rule = "PO-9M", reason = "siblings", until_day = "2021-12-31",
                                 decision_maker = "M1" } } },
      expect = "cannot_decide" },
    { "no exemption list came", as_at = "2021-10-01",
      given  = { legal_status = { { status = "C2", from = "2019-01-10" } } },
      not_supplied = { "exemption" },
      expect = "cannot_decide" },
  },
}
