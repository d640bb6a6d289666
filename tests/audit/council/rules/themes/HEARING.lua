return rule {
  title = "Hearing within 60 days of the order", why = "It needs a list that does not come.",
  source = "test", standing = "local", severity = "medium", owner = "legal team",
  maturity = "trial",
  applies = order:where { kind = "PO" }:any(),
  clock   = order:where { kind = "PO" }:latest().from,
  limit   = within(days(60)),
  stops   = hearing:latest().on,
  says    = "No hearing since {clock}.",
}
