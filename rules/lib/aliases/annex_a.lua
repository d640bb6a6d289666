-- How Annex A workbooks head their columns and spell the plan. Headings are compared without case,
-- spaces and underscores. A council may edit this file: put the heading of your own book into the
-- list beside the one that Tidemark knows it by.
local annex_a = {}

annex_a.headings = {
  child        = { "Child ID", "ChildID", "Child's Unique ID", "Child’s Unique ID", "Child Unique ID (CLA)" },
  born         = { "DOB", "Child's Date of Birth" },
  came_in      = { "Date Started Looked After", "Date started to be looked after",
                   "Date Child Started to be Looked After" },
  status_from  = { "Start Date of Current Legal Status", "Date of Current Legal Status",
                   "Legal Status Start Date" },
  status       = { "Child’s Legal Status", "Childs Legal Status", "Legal Status" },
  reviewed     = { "Date of Latest Statutory Review Meeting", "Date of Last Statutory Review",
                   "Date of Latest Review" },
  visited      = { "Date of Last Social Work Visit to Child", "Date of Last Visit" },
  plan         = { "What is the permanence plan for this child", "Permanence Plan" },
  health       = { "Date of Last Health Assessment (RHA)", "Date of Latest Health Assessment" },
  dental       = { "Date of Latest Dental Check", "Date of Last Dental Check-up" },
  ceased_on    = { "Date Ceased Looked After" },
  ceased       = { "Reason Ceased Looked After" },
  placed_on    = { "Start Date of Current Placement", "Start date of most recent placement" },
  placement    = { "Type of Placement", "Placement type" },
  provider     = { "Type of Provider" },

  eligibility  = { "Eligibility Status", "Care Leaver Eligibility Category" },
  in_touch     = { "LA in Touch", "In Touch Category", "Is the LA in touch with the Care Leaver?" },
  plan_review  = { "Latest Pathway Plan Review" },

  entered      = { "Date Entered Care", "Date the child entered care" },
  decided      = { "Date of Decision that the Child Should be Placed for Adoption",
                   "Date of ADM Decision", "Date of SHOBPA" },
  order        = { "Date of Placement Order Granted", "Date Placement Order Granted" },
  matched      = { "Date of Matching Child with Prospective Adopters", "Date Matched" },
  with_family  = { "Date Placed for Adoption with Prospective Adopters" },
  adopted      = { "Date of Adoption Order Granted", "Date Adoption Order Granted" },
  reversed     = { "Date of Decision that Child Should No Longer be Placed for Adoption (if applicable)" },
  reversed_why = { "Reason Why Child No Longer Placed for Adoption",
                   "Reason why child should no longer be placed for adoption" },
  early        = { "Date the child was placed for fostering in FFA or concurrent planning",
                   "Date Placed for Fostering in FFA or Concurrent Planning Placement" },
}

-- a) to g) of List 8. "Return to family" says nothing of when, and special guardianship and child
-- arrangements are no key of their own in the list of plans.
annex_a.plan = {
  ["return to family"] = "RETURNEV", ["return home"] = "RETURNEV", ["rehabilitation"] = "RETURNEV",
  ["return to birth family"] = "RETURNEV",
  ["placed for adoption"] = "ADOPTION", ["adoption plan"] = "ADOPTION",
  ["sgo/cao"] = "OTHERPLN", ["sgo / cao"] = "OTHERPLN", ["sgo"] = "OTHERPLN", ["cao"] = "OTHERPLN",
  ["special guardianship"] = "OTHERPLN", ["special guardianship order"] = "OTHERPLN",
  ["special guardianship/child arrangements order"] = "OTHERPLN",
  ["special guardianship order/child arrangements order"] = "OTHERPLN",
  ["child arrangements order"] = "OTHERPLN",
  ["supported living"] = "SUPPLIV", ["supported living in the community"] = "SUPPLIV",
  ["long-term residential"] = "RESPLMT", ["long term residential"] = "RESPLMT",
  ["long-term residential placement"] = "RESPLMT", ["residential"] = "RESPLMT",
  ["long-term fostering"] = "LTFOST18", ["long term fostering"] = "LTFOST18",
  ["long-term foster care"] = "LTFOST18", ["long term foster care"] = "LTFOST18",
  ["other"] = "OTHERPLN",
}

return annex_a
