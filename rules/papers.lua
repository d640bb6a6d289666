-- What papers show of a child beside what the rules say, and which rules fill which part of a
-- panel's agenda. Plain data: fields are "table.field" of model.lua, rules are named by their ids.
--
-- `lanes`: the picture of a child's record. A table of periods makes bars, a table of events makes
-- marks; the field says what stands at them. Fields of free text and of numbers of people are left
-- out on purpose: packs are pseudonymised.
return {
  birth  = "child.date_of_birth",
  worker = "social_worker.worker",
  team   = "involvement.team",

  lanes = {
    { "Legal status", "legal_status.status" },
    { "Placement", "placement.kind" },
    { "Plan", "care_plan.plan" },
    { "Reviews", "review" },
    { "Court", "court_application.kind" },
    { "Decisions", "adoption_decision", "match.kind" },
  },

  -- Section 2 of the panel's agenda, 4, 7 and the note on recording in section 1.
  actions    = { "ACT-OVERDUE" },
  exemptions = { "EX-EXPIRED", "SGO-EXEMPT-3M" },
  no_tracker = { "TRACK-GAP" },
  recording  = { "DQ-LATE" },
}
