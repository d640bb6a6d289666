-- The case tables of the ten reference rules. An episode of the return is taken as it stands: it
-- is one period, and nothing is joined or bridged.
local lists = require "lib.lists"

return model {
  child = facts {
    label = "child",
    fields = { date_of_birth = date { label = "date of birth" } },
  },
  episode = periods {
    label    = "episode",
    key      = { "from" },
    touching = 0,  -- joined: the day one ends is the day the next begins
    fields   = {
      reason = code(lists.reason, { label = "reason for the episode" }),
      status = code(lists.legal_status, { label = "legal status" }),
      kind   = code(lists.placement, { label = "placement" }),
    },
  },
  review = events { label = "review", fields = {} },
  decision = periods {
    label  = "decision for adoption",
    key    = { "from" },
    fields = {},
  },
  life_story = records {
    label  = "life story work",
    fields = { completed = milestone { label = "completed" } },
  },
}
