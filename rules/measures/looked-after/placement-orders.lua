return measure {
  title  = "Placement orders granted",
  source = "Derby, Exit from Care, quarter 2 of 2021-22, lines 202 to 206",
  unit   = "orders",
  counts = legal_status:where { status = "E1" }:starting_within(period),
  note   = "Restated when an order is recorded late: compare two snapshots.",
}
