return source {
  dataset = "the test council's lists",
  tables = {
    header = {
      child = "CHILD",
      columns = { DOB = date { required = true } },
      gives = { child = rows { fields = { date_of_birth = "DOB" } } },
    },
    orders = {
      child = "CHILD",
      columns = {
        MADE  = date { required = true },
        ENDED = milestone { required = true },
        KIND  = code({ PO = "placement order", CO = "care order" }, { required = true }),
      },
      date = "MADE", ends = "ENDED", key = { "MADE", "KIND" },
      gives = { order = rows { fields = { from = "MADE", to = "ENDED", kind = "KIND" } } },
    },
    court = {
      child = "CHILD",
      columns = { HEARD = date { required = true } },
      date = "HEARD", key = { "HEARD" },
      gives = { hearing = rows { fields = { on = "HEARD" } } },
    },
  },
}
