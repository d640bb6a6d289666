local court    = require "lib.court"
local trackers = require "lib.trackers"

return tracker {
  title  = "Legal gateway tracker",
  why    = "Every child in pre-proceedings, until the council steps down or issues.",
  source = "Middlesbrough 2022, lines 54 and 55: \"Legal Gateway Panel is embedded\", \"A Legal " ..
           "Gateway Tracker is in place to progress and track care proceedings\" [S]",
  panel  = "Legal gateway",
  note   = trackers.last_note { "gateway", "PLO" },

  -- Most of these children are not in care.
  each   = pre_proceedings,
  who    = all { court.pre_proceedings_ended(this):missing(), this.outcome:missing() },

  columns = {
    { "Age", trackers.age },
    { "Decided", this.decided },
    { "Letter", this.letter },
    { "Extended to", this.extended_to },
    { "Issued applications not answered",
      court_application:where(function(a)
        return all { a.kind:is("care", "supervision"), court.is_open(a) }
      end) },
  },
  rules  = { "PLO-16W", "CT-26W", "CT-NOHEARING" },
}
