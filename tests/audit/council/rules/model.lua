-- The smallest model that has a clock, rows with occasions and a table that does not come.
return model {
  child = facts { list = "header", owner = "data team", fields = { date_of_birth = date } },
  order = periods {
    label = "order", list = "order list", owner = "legal team", key = { "from" },
    fields = { kind = code { PO = "placement order", CO = "care order" } },
  },
  hearing = events { label = "hearing", list = "court list", owner = "legal team", fields = {} },
}
