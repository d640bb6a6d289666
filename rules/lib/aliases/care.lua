-- How systems and workbooks spell what happens in a child's care: why an episode began or ceased, the
-- plan, reviews, health checks, workers' roles. Compared as legal_status.lua says. A council may
-- edit this file; what it lacks is named once in the load notes.
local care = {}

care.began = {
  ["started to be looked after"] = "S", ["change of legal status only"] = "L",
  ["change of placement and carer(s) only"] = "P", ["change of placement and carer only"] = "P",
  ["change of placement (but same carer(s)) only"] = "T",
  ["change of legal status and placement and carer(s) at the same time"] = "B",
  ["change of legal status and change of placement (but same carer(s)) at the same time"] = "U",
}

care.ceased = {
  ["episode ceases, and new episode begins on same day, for any reason"] = "X1",
  ["adopted - application for an adoption order unopposed"] = "E11",
  ["adopted - application unopposed"] = "E11",
  ["adopted - consent dispensed with by the court"] = "E12", ["adopted - consent dispensed with"] = "E12",
  ["died"] = "E2", ["care taken over by another local authority"] = "E3",
  ["returned home to live with parents as part of the care planning process"] = "E4A",
  ["returned home to live with parents which was not part of the current care planning process"] = "E4B",
  ["residence order granted"] = "E41", ["child arrangements order granted"] = "E41",
  ["special guardianship made to former foster carer(s), who was/are a relative(s) or friend(s)"] = "E45",
  ["special guardianship made to former foster carer(s), other than relative(s) or friend(s)"] = "E46",
  ["special guardianship made to relative(s) or friend(s) who was/were not former foster carer(s)"] = "E47",
  ["special guardianship made to other carer(s)"] = "E48",
  ["moved into independent living with formalised support"] = "E5",
  ["moved into independent living with no formalised support"] = "E6",
  ["transferred to residential care funded by adult social care services"] = "E7",
  ["period of being looked-after ceased for any other reason"] = "E8",
  ["sentenced to custody"] = "E9", ["turned 18 and remained with current carers"] = "E17",
}

-- The ten keys of the Standard Safeguarding Dataset, as plain words.
care.plan = {
  ["remaining with birth family supported by shared care/short term breaks"] = "REMAINSUP",
  ["return to birth family within one month"] = "RETURN1M",
  ["return to birth family within six months"] = "RETURN6M",
  ["eventual return to birth family"] = "RETURNEV",
  ["long term placement with relatives/friends"] = "LTRELFR",
  ["long-term placement with relatives/friends"] = "LTRELFR",
  ["long term placement with foster carers"] = "LTFOST18", ["long term fostering"] = "LTFOST18",
  ["long-term fostering"] = "LTFOST18", ["long term foster care"] = "LTFOST18",
  ["residential placement until independence"] = "RESPLMT", ["residential"] = "RESPLMT",
  ["supported living in the community"] = "SUPPLIV", ["supported living"] = "SUPPLIV",
  ["placed for adoption"] = "ADOPTION", ["adoption plan"] = "ADOPTION",
  ["other"] = "OTHERPLN",
}

care.participation = {
  ["child aged under 4 at the time of the review"] = "PN0",
  ["attended and spoke"] = "PN1", ["physically attends and speaks for him or herself"] = "PN1",
}

care.missing = {
  ["missing"] = "M", ["missing from care"] = "M", ["away"] = "A", ["absent"] = "A",
  ["away from placement without authorisation"] = "A", ["unauthorised absence"] = "A",
}

care.health_check = {
  ["initial health assessment"] = "INITIAL", ["iha"] = "INITIAL",
  ["review health assessment"] = "REVIEW", ["rha"] = "REVIEW",
  ["health assessment"] = "ASSESSMENT", ["annual health assessment"] = "REVIEW",
  ["dental check"] = "DENTAL", ["dental"] = "DENTAL", ["dentist"] = "DENTAL",
}
care.health_status = {
  ["planned"] = "PLANNED", ["refused"] = "REFUSED", ["cancelled"] = "CANCELLED",
  ["completed"] = "COMPLETED", ["complete"] = "COMPLETED",
}

-- Who counts as the child's social worker. A role that is not here may be one.
care.role = {
  ["social worker"] = "SW", ["allocated social worker"] = "SW", ["allocated case worker"] = "SW",
  ["allocated worker"] = "SW", ["case worker"] = "SW", ["key social worker"] = "SW",
  ["independent reviewing officer"] = "OTHER", ["iro"] = "OTHER", ["team manager"] = "OTHER",
  ["personal adviser"] = "OTHER", ["personal advisor"] = "OTHER", ["family support worker"] = "OTHER",
  ["supervising social worker"] = "OTHER", ["adoption social worker"] = "OTHER",
  ["health visitor"] = "OTHER", ["school nurse"] = "OTHER", ["gp"] = "OTHER", ["advocate"] = "OTHER",
  ["family finder"] = "OTHER", ["virtual school officer"] = "OTHER",
}

care.eligibility = {
  ["eligible"] = "ELIGIBLE", ["relevant"] = "RELEVANT", ["former relevant"] = "FORMER",
  ["qualifying"] = "QUALIFYING", ["no current eligibility"] = "NONE",
}

care.in_touch = {
  ["yes - in touch"] = "YES", ["y"] = "YES", ["in touch"] = "YES", ["no - not in touch"] = "NO",
  ["n"] = "NO", ["not in touch"] = "NO", ["died after leaving care"] = "DIED",
  ["young person refuses contact"] = "REFU",
}

care.order = {
  ["adoption"] = "ADOPTION", ["adoption order"] = "ADOPTION",
  ["special guardianship"] = "SGO", ["special guardianship order"] = "SGO", ["sgo"] = "SGO",
  ["child arrangements order"] = "CAO", ["child arrangements order/ residence order"] = "CAO",
  ["child arrangements order/residence order"] = "CAO", ["residence order"] = "CAO",
}

care.reversed = {
  ["the child's needs changed subsequent to the decision"] = "RD1",
  ["the court did not make a placement order"] = "RD2",
  ["prospective adopters could not be found"] = "RD3", ["any other reason"] = "RD4",
}

care.previous_permanence = {
  ["adoption"] = "P1", ["special guardianship order"] = "P2", ["special guardianship"] = "P2",
  ["residence order"] = "P3", ["child arrangements order"] = "P3", ["unknown"] = "P4",
  ["child has not previously had a permanence option"] = "Z1",
}

return care
