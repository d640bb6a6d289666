return rule {
  title = "A rule with a misspelt field", why = "The others must still run.",
  source = "test", standing = "local", severity = "low", owner = "nobody",
  maturity = "trial",
  applies = order:current().knd:is "PO",
  clock   = order:current().from,
  limit   = reaches(months(9)),
  says    = "never said",
}
