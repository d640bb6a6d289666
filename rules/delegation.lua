-- Who may exempt, and what escalates by itself. The council's scheme of delegation decides; change the
-- names here. An exemption ends after three months at most, whatever is written (Derby, Exit from Care,
-- December 2021, line 51).
return delegation {
  may_exempt = { "panel chair", "agency decision maker", "head of service" },

  longest_months = 3,

  -- So many renewals in a row go to the head of service.
  renewals_to_escalate = 3,
  escalates_to         = "head of service",

  -- Recorded as a reason; never a ground for an exemption: the child still waits.
  never_grounds = { "capacity", "staffing", "vacancy", "workload" },

  -- Whoever works with the child now cannot exempt.
  works_with_child = { "social_worker.worker" },

  -- Nor can their line manager. No table that councils send has line managers: name them here, each worker as
  -- the list of workers spells them.
  --   line_managers = { ["W7"] = "M. Leader", ["W8"] = "M. Leader" },
}
