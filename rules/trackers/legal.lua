local court    = require "lib.court"
local trackers = require "lib.trackers"

return tracker {
  title  = "Legal tracker",
  why    = "Every application that the court has not answered yet, with its next day in court.",
  source = "Middlesbrough 2022, line 91: \"Legal Tracker remains in place and is effectively used to " ..
           "track progression of all court cases\" [S]",
  panel  = "Legal tracking",
  note   = trackers.last_note { "legal", "court" },

  each   = court_application,
  who    = court.is_open(this),

  columns = {
    { "Age", trackers.age },
    { "Application", this.kind },
    { "Issued", this.on },
    { "Next hearing", this.next_hearing },
    { "Final hearing", this.listed },
    { "Extended to", this.extended_to },
  },
  rules  = { "CT-26W", "CT-NOHEARING", "APP-HEAR-8W", "REVOKE-26W", "DISCH-26W" },
}
