local exemptions = require "lib.exemptions"

local invalid = any {
  this.on:missing(), this.until_day:missing(), this.reason:missing(), this.decision_maker:missing(),
}

return rule {
  title    = "Exemption past its end, or without owner, reason or date",
  why      = "An exemption is a decision by a named person until a date, or it is nothing.",
  source   = "Derby, Exit from Care, December 2021, line 51; Telford & Wrekin 2013, line 15 \"clear " ..
             "timescales in place and ... evidence of progress through actions\"; Derby minutes 9 " ..
             "December 2021, line 203 \"explanations be given if they are not achieved\"; " ..
             "Middlesbrough 2022, line 25 \"insufficient scrutiny\" [S]",
  standing = "local",
  severity = "high",
  owner    = "panel administrator",

  -- One occasion for each row of the list. Whether the exception behind it is still open is not on
  -- the list: a row that ran out is shown until it is renewed or taken off.
  each     = exemption,
  applies  = exemptions.to_be_judged,
  clock    = this.on,
  due      = choose { { invalid, this.on - days(1) }, otherwise = this.until_day },
  amber    = days(28),
  stops    = exemptions.renewed_on,

  facts    = {
    rule = this.rule, reason = this.reason, until_day = this.until_day,
    decision_maker = this.decision_maker, meeting = this.meeting, renewed = exemptions.renewed_on,
  },

  says     = "Exempt from {rule} until {until_day}, decided {clock} by {decision_maker}: {reason}. " ..
             "Renewed: {renewed}. {overdue} over.",
  says_also = {
    { "The day of the decision is not recorded.", when = this.on:missing() },
    { "No end.", when = this.until_day:missing() },
    { "No reason.", when = this.reason:missing() },
    { "No decision maker.", when = this.decision_maker:missing() },
  },

  examples = {
    { "its last day", as_at = "2021-09-30",
      given  = { exemption = { { rule = "PO-9M", reason = "siblings", on = "2021-06-30",
                                 until_day = "2021-09-30", decision_maker = "M1" } } },
      expect = { "due_soon", due = "2021-09-30" } },
    { "the day after", as_at = "2021-10-01",
      given  = { exemption = { { rule = "PO-9M", reason = "siblings", on = "2021-06-30",
                                 until_day = "2021-09-30", decision_maker = "M1" } } },
      expect = { "breach", days_over = 1 } },
    { "29 days before its end is not amber yet", as_at = "2021-09-01",
      given  = { exemption = { { rule = "PO-9M", reason = "siblings", on = "2021-06-30",
                                 until_day = "2021-09-30", decision_maker = "M1" } } },
      expect = "on_track" },
    { "amber 28 days before its end", as_at = "2021-09-02",
      given  = { exemption = { { rule = "PO-9M", reason = "siblings", on = "2021-06-30",
                                 until_day = "2021-09-30", decision_maker = "M1" } } },
      expect = "due_soon" },
    { "renewed in time", as_at = "2021-10-15",
      given  = {
        exemption = {
          { rule = "PO-9M", reason = "siblings", on = "2021-06-30", until_day = "2021-09-30",
            decision_maker = "M1" },
          { rule = "PO-9M", reason = "siblings", on = "2021-09-30", until_day = "2021-12-31",
            decision_maker = "M1" },
        },
      },
      expect = "on_track" },
    { "renewed late", as_at = "2021-10-15",
      given  = {
        exemption = {
          { rule = "PO-9M", reason = "siblings", on = "2021-06-30", until_day = "2021-09-30",
            decision_maker = "M1" },
          { rule = "PO-9M", reason = "siblings", on = "2021-10-10", until_day = "2021-12-31",
            decision_maker = "M1" },
        },
      },
      expect = { "met_late", days_over = 10 } },
    { "no reason: at once", as_at = "2021-06-30",
      given  = { exemption = { { rule = "PO-9M", on = "2021-06-30", until_day = "2021-09-30",
                                 decision_maker = "M1" } } },
      expect = "breach" },
    { "no decision maker: at once", as_at = "2021-06-30",
      given  = { exemption = { { rule = "PO-9M", reason = "siblings", on = "2021-06-30",
                                 until_day = "2021-09-30" } } },
      expect = "breach" },
    { "no end: at once", as_at = "2021-06-30",
      given  = { exemption = { { rule = "PO-9M", reason = "siblings", on = "2021-06-30",
                                 decision_maker = "M1" } } },
      expect = "breach" },
    { "the day of the decision is blank: at once", as_at = "2021-07-01",
      given  = { exemption = { { rule = "PO-9M", reason = "siblings", until_day = "2021-09-30",
                                 decision_maker = "M1" } } },
      expect = "breach" },
    { "eighteen", as_at = "2021-10-01",
      given  = {
        child = { date_of_birth = "2003-09-30" },
        exemption = { { rule = "PO-9M", reason = "siblings", on = "2021-06-30",
                        until_day = "2021-09-30", decision_maker = "M1" } },
      },
      expect = "not_applicable" },
    { "no exemption list came", as_at = "2021-10-01",
      given  = { legal_status = { { status = "C2", from = "2019-01-10" } } },
      not_supplied = { "exemption" },
      expect = "cannot_decide" },
    { "an exemption whose day of decision is blank and that runs on", as_at = "2021-07-01",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        exemption = { { rule = "PO-9M", reason = "r", decision_maker = "d", until_day = "2021-12-31" } },
      },
      expect = "breach" },
  },
}
