return measure {
  title     = "Special guardianship orders against the three years before",
  source    = "Derby, Exit from Care, quarter 2 of 2021-22, lines 49 to 51: the " ..
             "benchmark is named and its values are not given",
  unit      = "orders",
  benchmark = { of = "sgo-granted", years = 3 },
  assumes   = { "the benchmark is the mean of the same period in the three years before" },
}
