return measure {
  title      = "Opening, started, ceased, closing, in children",
  source     = "Middlesbrough, Permanence Action Plan, January 2022, line 103",
  unit       = "children",
  reconciles = { stock = "children-looked-after", started = "children-who-started", ceased = "children-who-ceased" },
  note       = "What is left over are children counted once who started or ceased twice. " ..
               "Nothing is added or dropped to make it agree.",
}
