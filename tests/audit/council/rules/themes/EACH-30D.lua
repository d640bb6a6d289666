return rule {
  title = "Order open for more than 30 days", why = "Each order has a clock of its own.",
  source = "test", standing = "local", severity = "low", owner = "legal team",
  maturity = "trial",
  each    = order:where { kind = "CO" },
  applies = all { this.from:known() },
  clock   = this.from,
  limit   = within(days(30)),
  stops   = this.to,
  says    = "Order made {clock}. {overdue} past {limit}.",
}
