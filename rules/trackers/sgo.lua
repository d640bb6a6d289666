local trackers = require "lib.trackers"
local sgo      = require "lib.guardianship"

return tracker {
  title  = "Special guardianship tracker",
  why    = "Every special guardianship case that is still open, with the stage it has reached.",
  source = "Derby, Exit from Care, December 2021, line 49: \"Embed Special Guardianship Order (SGO) " ..
           "tracker\" [S]",
  panel  = "Special guardianship",
  note   = trackers.last_note { "SGO", "special guardianship" },

  -- One line for each case: a child may have several carers assessed.
  each   = guardianship,
  who    = sgo.is_open,

  columns = {
    { "Age", trackers.age },
    { "Looked after", this.looked_after },
    { "Referred", this.referred },
    { "Stage 1", this.stage_1 },
    { "Assessment started", this.assessment_start },
    { "Assessment ended", this.assessment_end },
    { "Panel", this.panel },
    { "Court date", this.court },
  },
  rules  = { "SGO-STAGE1", "SGO-ASSESS-12W", "SGO-COURT", "SGO-EXEMPT-3M" },
}
