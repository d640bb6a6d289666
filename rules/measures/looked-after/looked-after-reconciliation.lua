-- A stock and two flows that do not agree mean rows entered late, or a definition that differs.
return measure {
  title      = "Looked after: opening, started, ceased, closing",
  source     = "Tidemark: the measures named",
  unit       = "children",
  reconciles = {
    stock = "children-looked-after", started = "started-to-be-looked-after",
    ceased = "ceased-to-be-looked-after",
  },
}
