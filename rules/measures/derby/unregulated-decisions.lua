return measure {
  title   = "Connected persons: decisions for an unregulated placement",
  source  = "Derby, Exit from Care, quarter 2 of 2021-22, table 3",
  unit    = "decisions",
  counts  = temporary_approval:within(period),
  assumes = { "the case management decision is the day of the temporary approval" },
}
