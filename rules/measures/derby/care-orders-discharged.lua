return measure {
  title  = "Care orders discharged",
  source = "Derby, Exit from Care, quarter 2 of 2021-22, table 2 (\"revocation of care order\")",
  unit   = "orders",
  counts = court_application:where(function(a)
    return all { a.kind:is "discharge", a.outcome:is "granted", a.order_made:during(period) }
  end),
}
