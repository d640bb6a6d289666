-- The five files of the reference data (../rules.md).
local lists = require "lib.lists"

return source {
  dataset = "reference data of the benchmark",
  tables = {
    header = {
      child   = "CHILD",
      columns = {
        SEX = text { required = true }, UPN = text { required = true },
        DOB = date { required = true },
      },
      gives = { child = rows { fields = { date_of_birth = "DOB" } } },
    },
    episodes = {
      child   = "CHILD",
      columns = {
        DECOM = date { required = true },
        DEC   = milestone { required = true },
        RNE   = code(lists.reason, { required = true }),
        LS    = code(lists.legal_status, { required = true }),
        PLACE = code(lists.placement, { required = true }),
      },
      date = "DECOM", ends = "DEC",
      key  = { "DECOM" },
      gives = {
        episode = rows {
          fields = { from = "DECOM", to = "DEC", reason = "RNE", status = "LS", kind = "PLACE" },
        },
      },
    },
    reviews = {
      child   = "CHILD",
      columns = { REVIEW = date { required = true } },
      date    = "REVIEW",
      gives   = { review = rows { fields = { on = "REVIEW" } } },
    },
    sbpfa = {
      child   = "CHILD",
      columns = {
        -- The reference takes a decision as it stands, also one made before the birth.
        DATE_PLACED        = date { required = true, before_birth = true },
        DATE_PLACED_CEASED = milestone { required = true, before_birth = true },
      },
      date = "DATE_PLACED", ends = "DATE_PLACED_CEASED",
      key  = { "DATE_PLACED" },
      gives = { decision = rows { fields = { from = "DATE_PLACED", to = "DATE_PLACED_CEASED" } } },
    },
    lifestory = {
      child   = "CHILD",
      columns = { STARTED = text { required = true }, COMPLETED = milestone { required = true } },
      gives   = { life_story = rows { fields = { completed = "COMPLETED" } } },
    },
  },
}
