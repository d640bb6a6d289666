return measure {
  title  = "Child arrangements orders granted",
  source = "Derby, Exit from Care, quarter 2 of 2021-22, table 3",
  unit   = "orders",
  counts = court_application:where(function(a)
    return all { a.kind:is "cao", a.outcome:is "granted", a.order_made:during(period) }
  end),
}
