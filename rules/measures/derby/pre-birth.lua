return measure {
  title  = "Cases under the pre-birth protocol",
  source = "Derby, Exit from Care, quarter 2 of 2021-22, line 189",
  unit   = "cases",
  window = "stock",
  counts = involvement:where(function(i)
    return all { i.role:is "pre-birth protocol", i.to:missing() }
  end),
}
