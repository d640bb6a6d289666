local actions = require "lib.actions"
local sgo     = require "lib.guardianship"

-- At court: an application of its own, or a court date on the special guardianship list.
local at_court = any { this.court:on_or_after(this.panel), sgo.applications:any() }

local until_applied = setting { days(28), label = "Days from panel to application",
                                from = days(7), to = days(91) }
local until_order   = setting { weeks(16), label = "Weeks from panel to order",
                                from = weeks(8), to = weeks(40) }

-- The authority must have had three months' notice where the applicant does not hold leave.
local notice = actions.called { "notice of intention", "notice to apply" }:within(last(months(3)))

return rule {
  title    = "Special guardianship agreed at panel, not at court or not heard",
  why      = "After a positive panel the order should be applied for and heard.",
  source   = "Derby, Exit from Care, December 2021, line 90 \"Progressing to Court 2\", line 99 " ..
             "\"2 cases awaiting Court hearings\", line 103 8 granted; Middlesbrough 2022, line 23; " ..
             "Telford & Wrekin 2013, line 34 [S]. Notice: Children Act 1989 s.14A(7) [V regs " ..
             "refer], period [K]. The limits are local [L]",
  to_be_confirmed = true,
  standing = "local",
  severity = "medium",
  owner    = "special guardianship team manager",

  -- The list has no column for what panel said: a case that was not agreed is withdrawn.
  each     = guardianship:where(function(g) return g.panel:on_or_before(as_at) end),
  applies  = sgo.open_or_of_this_care,
  clock    = this.panel,
  -- Two steps of one clock: to apply, and once that is done to have the order.
  due      = choose {
    { any { sgo.order_made:known(), at_court }, this.panel + until_order },
    otherwise = this.panel + until_applied,
  },
  amber    = days(14),
  stops    = earliest_of(sgo.order_made, this.withdrawn),

  facts    = {
    case         = this.case_id,
    applied      = sgo.applications:earliest_of "on",
    hearing      = this.court,
    order        = sgo.order_made,
    notice       = notice:latest_of "on",
    looked_after = this.looked_after,
    note         = sgo.last_note,
  },

  explained_by = {
    { "three months' notice to the authority running since {notice}",
      when = all { none { at_court }, notice:any() } },
  },

  says     = "Agreed at panel {clock}. Application: {applied}, court date: {hearing}, order: " ..
             "{order}. Due {due}, {overdue} over. Looked after: {looked_after}. Last panel note: " ..
             "{note}.",

  examples = {
    { "no application on day 28", as_at = "2021-09-30",
      given  = { guardianship = { { case_id = "G1", panel = "2021-09-02" } } },
      expect = { "due_soon", due = "2021-09-30" } },
    { "no application on day 29", as_at = "2021-10-01",
      given  = { guardianship = { { case_id = "G1", panel = "2021-09-02" } } },
      expect = { "breach", days_over = 1 } },
    { "not amber before day 14", as_at = "2021-09-15",
      given  = { guardianship = { { case_id = "G1", panel = "2021-09-02" } } },
      expect = "on_track" },
    { "amber from day 14", as_at = "2021-09-16",
      given  = { guardianship = { { case_id = "G1", panel = "2021-09-02" } } },
      expect = "due_soon" },
    { "applied for: sixteen weeks to the order", as_at = "2021-12-23",
      given  = {
        guardianship = { { case_id = "G1", panel = "2021-09-02" } },
        court_application = { { kind = "sgo", on = "2021-09-20" } },
      },
      expect = { "due_soon", due = "2021-12-23" } },
    { "applied for, not heard in sixteen weeks", as_at = "2021-12-24",
      given  = {
        guardianship = { { case_id = "G1", panel = "2021-09-02" } },
        court_application = { { kind = "sgo", on = "2021-09-20" } },
      },
      expect = { "breach", days_over = 1 } },
    { "a court date on the list is as good as an application", as_at = "2021-10-10",
      given  = { guardianship = { { case_id = "G1", panel = "2021-09-02", court = "2021-11-15" } } },
      expect = "on_track" },
    { "an application that was granted before this case began", as_at = "2021-10-10",
      given  = {
        guardianship = { { case_id = "G2", referred = "2021-03-01", panel = "2021-09-02" } },
        court_application = {
          { kind = "sgo", on = "2017-02-10", order_made = "2017-06-01", outcome = "granted" },
        },
      },
      expect = "breach" },
    { "the application was refused", as_at = "2021-10-10",
      given  = {
        guardianship = { { case_id = "G1", panel = "2021-09-02" } },
        court_application = {
          { kind = "sgo", on = "2021-09-10", order_made = "2021-10-01", outcome = "refused" },
        },
      },
      expect = "breach" },
    { "a panel that lies ahead", as_at = "2021-08-31",
      given  = { guardianship = { { case_id = "G1", panel = "2021-09-02" } } },
      expect = "not_applicable" },
    { "order made in time, still in care on the record", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2020-01-10" } },
        guardianship = {
          { case_id = "G1", referred = "2021-03-01", panel = "2021-09-02", granted = "2021-12-01" },
        },
      },
      expect = "on_track" },
    { "order made late, still in care on the record", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2020-01-10" } },
        guardianship = {
          { case_id = "G1", referred = "2021-03-01", panel = "2021-09-02", granted = "2021-12-30" },
        },
      },
      expect = { "met_late", days_over = 7 } },
    { "left care by special guardianship", as_at = "2021-12-31",
      given  = {
        care = { { from = "2020-01-10", to = "2021-12-01", ceased = "E47" } },
        guardianship = { { case_id = "G1", referred = "2021-03-01", panel = "2021-09-02" } },
      },
      expect = "not_applicable" },
    { "three months' notice is running", as_at = "2021-11-15",
      given  = {
        guardianship = { { case_id = "G1", panel = "2021-09-02" } },
        action = { { action = "Notice of intention to apply received", on = "2021-08-30" } },
      },
      expect = "explained" },
    { "the notice has run out", as_at = "2021-11-30",
      given  = {
        guardianship = { { case_id = "G1", panel = "2021-09-02" } },
        action = { { action = "Notice of intention to apply received", on = "2021-08-30" } },
      },
      expect = "breach" },
    { "no court list, four weeks passed", as_at = "2021-10-10",
      given  = { guardianship = { { case_id = "G1", panel = "2021-09-02" } } },
      not_supplied = { "court_application" },
      expect = "cannot_decide" },
    { "no court list, sixteen weeks passed: late either way", as_at = "2021-12-31",
      given  = { guardianship = { { case_id = "G1", panel = "2021-09-02" } } },
      not_supplied = { "court_application" },
      expect = "breach" },
    { "no special guardianship list came", as_at = "2021-09-30",
      given  = { legal_status = { { status = "C2", from = "2020-01-10" } } },
      not_supplied = { "guardianship" },
      expect = "cannot_decide" },
  },
}
