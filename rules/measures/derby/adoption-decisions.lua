return measure {
  title  = "Decisions for adoption",
  source = "Derby, Exit from Care, quarter 2 of 2021-22, lines 196 to 200",
  unit   = "decisions",
  counts = adoption_decision:within(period),
  note   = "Restated when a decision is recorded late: compare two snapshots.",
}
