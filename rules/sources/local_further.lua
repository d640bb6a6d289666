-- Further lists of the council: what no standard extract holds and the eighteen lists of local.lua
-- do not either. Recognised, optional and missed aloud in the same way. Where the Standard
-- Safeguarding Dataset or an Annex A workbook gives the same facts, these are not needed.
local lists = require "lib.lists"

local said = { Y = "yes", N = "no", ["1"] = "yes", ["0"] = "no", ["true"] = "yes", ["false"] = "no" }

return source {
  dataset = "the council's own lists",
  missing = { "NULL", "1900-01-01", "01/01/1900" },

  tables = {

    x_involvement = {
      child   = "CHILD",
      columns = {
        WORKER = id { required = true },
        TEAM   = text { required = true },
        ROLE   = text { required = true },
        FROM   = date { required = true },
        TO     = milestone { required = true },
        REASON = code(lists.worker_change),
      },
      date  = "FROM", ends = "TO",
      key   = { "WORKER", "ROLE", "FROM" },
      gives = {
        involvement = rows {
          fields = {
            from = "FROM", to = "TO", worker = "WORKER", team = "TEAM", role = "ROLE",
            reason = "REASON",
          },
        },
      },
    },

    x_early_permanence = {
      child   = "CHILD",
      columns = {
        FFA_DECIDED  = milestone { required = true },
        FFA_PLACED   = milestone { required = true },
        NOT_SUITABLE = milestone,
      },
      gives = {
        early_permanence = rows {
          fields = { decided = "FFA_DECIDED", placed = "FFA_PLACED", not_suitable = "NOT_SUITABLE" },
        },
      },
    },

    x_sibling = {
      child   = "CHILD",
      columns = {
        SIBLING_GROUP = id { required = true },
        TOGETHER      = number { required = true },
        APART         = number,
        REVIEWED_ON   = milestone,
        BELONGS       = flag { required = true, spelt = said },
      },
      gives = {
        sibling_group = rows {
          fields = {
            group = "SIBLING_GROUP", together = "TOGETHER", apart = "APART",
            reviewed = "REVIEWED_ON", belongs = "BELONGS",
          },
        },
      },
    },

    x_plo = {
      child   = "CHILD",
      columns = {
        PLO_DECIDED = milestone { required = true },
        PLO_LETTER  = milestone { required = true },
        PLO_ENDED   = milestone { required = true },
        ISSUE_LETTER    = milestone,
        PLO_OUTCOME     = text,
        PLO_EXTENDED_TO = booking,
      },
      gives = {
        pre_proceedings = rows {
          fields = {
            decided = "PLO_DECIDED", letter = "PLO_LETTER", ended = "PLO_ENDED",
            issued = "ISSUE_LETTER", outcome = "PLO_OUTCOME", extended_to = "PLO_EXTENDED_TO",
          },
        },
      },
    },

    x_pathway = {
      child   = "CHILD",
      columns = {
        ELIGIBILITY    = code(lists.eligibility),
        NEEDS_ASSESSED = milestone { required = true },
        PLAN_STARTED   = milestone { required = true },
        PLAN_REVIEWED  = milestone { required = true },
        LOST_TOUCH     = milestone,
      },
      gives = {
        pathway = rows {
          fields = {
            eligibility = "ELIGIBILITY", needs_assessed = "NEEDS_ASSESSED",
            started = "PLAN_STARTED", reviewed = "PLAN_REVIEWED", lost_touch = "LOST_TOUCH",
          },
        },
      },
    },

    x_return_interview = {
      child   = "CHILD",
      columns = {
        RETURNED    = date { required = true },
        OFFERED     = milestone { required = true },
        INTERVIEWED = milestone { required = true },
        REFUSED     = flag { spelt = said },
      },
      date  = "RETURNED",
      key   = { "RETURNED" },
      gives = {
        return_interview = rows {
          fields = { on = "RETURNED", offered = "OFFERED", held = "INTERVIEWED", refused = "REFUSED" },
        },
      },
    },

    x_adoption_review = {
      child   = "CHILD",
      columns = { ADOPTION_REVIEW = date { required = true } },
      date    = "ADOPTION_REVIEW",
      key     = { "ADOPTION_REVIEW" },
      gives   = { adoption_review = rows { fields = { on = "ADOPTION_REVIEW" } } },
    },

    x_placement_view = {
      child   = "CHILD",
      columns = {
        VIEWED               = date { required = true },
        CAN_OFFER_PERMANENCE = flag { required = true, spelt = said },
        JUDGEMENT            = code(lists.judgement),
        REGISTERED           = flag { spelt = said },
      },
      date  = "VIEWED",
      key   = { "VIEWED" },
      gives = {
        placement_view = rows {
          fields = {
            on = "VIEWED", permanent = "CAN_OFFER_PERMANENCE", judgement = "JUDGEMENT",
            registered = "REGISTERED",
          },
        },
      },
    },
  },
}
