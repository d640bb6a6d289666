-- The lists that Tidemark keeps itself, as they stand beside those of a council that sends its own
-- (x_action, x_exemption) and did not send it this time: they tell of some rows and never of all, so
-- the council's list is missed aloud. Where the council never sends one, Tidemark's rows come in the
-- form of x_action and x_exemption, and are the list.
return source {
  dataset = "the council's own lists",
  missing = { "NULL", "1900-01-01", "01/01/1900" },

  tables = {

    tidemark_action = {
      child   = "CHILD",
      columns = {
        ACTION = text { required = true },
        OWNER  = id,
        RAISED = date { required = true },
        DUE    = booking,
        DONE   = milestone,
        BESIDE_THE_COUNCILS_OWN = text { required = true },
      },
      date  = "RAISED", ends = "DONE",
      key   = { "ACTION", "RAISED" },
      gives = {
        action = rows {
          fields = { on = "RAISED", action = "ACTION", owner = "OWNER", due = "DUE", done = "DONE" },
          partial = true,
        },
      },
    },

    tidemark_exemption = {
      child   = "CHILD",
      columns = {
        RULE           = id { required = true },
        REASON         = text,
        DECIDED        = date { required = true },
        UNTIL          = booking { required = true },
        DECISION_MAKER = id,
        MEETING        = text,
        BESIDE_THE_COUNCILS_OWN = text { required = true },
      },
      date  = "DECIDED",
      key   = { "RULE", "DECIDED" },
      gives = {
        exemption = rows {
          fields = {
            on = "DECIDED", rule = "RULE", reason = "REASON", until_day = "UNTIL",
            decision_maker = "DECISION_MAKER", meeting = "MEETING",
          },
          partial = true,
        },
      },
    },
  },
}
