local placement_order = order:where { kind = "PO" }:current()

return rule {
  title = "Placement order for nine months or longer", why = "Children wait.",
  source = "test", standing = "local", severity = "high", owner = "adoption team",
  maturity = "trial",
  applies = placement_order:known(),
  clock   = placement_order.from,
  limit   = reaches(months(9)),
  amber   = months(1),
  says    = "Placement order made {clock}. {overdue} past {limit}.",
}
