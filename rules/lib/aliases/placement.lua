-- How systems and workbooks spell where a child lives, who provides it and why a placement changed.
-- Compared as legal_status.lua says. "Foster care" alone says neither with whom nor for how long:
-- it stays unknown rather than be guessed. A council may edit this file.
local placement = {}

placement.type = {
  ["placed for adoption with consent, current foster carer"] = "A3",
  ["placed for adoption with consent, not current foster carer"] = "A4",
  ["placed for adoption with placement order, current foster carer"] = "A5",
  ["placed for adoption with placement order, not current foster carer"] = "A6",
  ["placed for adoption with placement order with current foster carer"] = "A5",
  ["placed for adoption with placement order not with current foster carer"] = "A6",
  ["own parents"] = "P1", ["placed with own parents"] = "P1", ["placed with parents"] = "P1",
  ["placed with parent(s)"] = "P1", ["placement with parents"] = "P1",
  ["placed with own parent(s) or other person(s) with parental responsibility"] = "P1",
  ["own parents or other persons with parental responsibility"] = "P1",
  ["independent living"] = "P2", ["residential employment"] = "P3",
  ["children's home"] = "K2", ["children's home subject to children's homes regulations"] = "K2",
  ["childrens home"] = "K2", ["secure children's home"] = "K1", ["secure unit"] = "K1",
  ["registered supported accommodation"] = "K3", ["supported accommodation"] = "K3",
  ["semi-independent living accommodation not subject to children's homes regulations"] = "H5",
  ["residential care home"] = "R1", ["nhs or other medical establishment"] = "R2",
  ["family centre or mother and baby unit"] = "R3", ["mother and baby unit"] = "R3",
  ["young offender institution"] = "R5", ["young offender institution or prison"] = "R5",
  ["residential school"] = "S1", ["residential schools"] = "S1",
  ["relative or friend foster carer, long term"] = "U1",
  ["foster placement with relative or friend - long term fostering"] = "U1",
  ["foster placement with relative or friend - long term"] = "U1",
  ["foster placement with relative or friend who is also an approved adopter - ffa"] = "U2",
  ["foster placement with relative or friend - not long term or ffa"] = "U3",
  ["foster placement with relative or friend - not long-term or ffa"] = "U3",
  ["foster placement with other foster carer - long term fostering"] = "U4",
  ["foster placement with other foster carer - long term"] = "U4",
  ["foster placement with other foster carer who is also an approved adopter - ffa"] = "U5",
  ["foster placement with other foster carer - not long term or ffa"] = "U6",
  ["foster placement with other foster carer - not long-term or ffa"] = "U6",
  ["temporary move: hospital"] = "T1", ["temporary periods in hospital"] = "T1",
  ["temporary absences of the child on holiday"] = "T2",
  ["temporary accommodation whilst normal foster carer is on holiday"] = "T3",
  ["temporary accommodation of seven days or less"] = "T4",
  ["other placement"] = "Z1", ["other placements"] = "Z1",
}

placement.provider = {
  ["own provision"] = "PR1", ["own provision (by the local authority)"] = "PR1", ["in house"] = "PR1",
  ["local authority"] = "PR1", ["other local authority provision"] = "PR2",
  ["other local authority"] = "PR2", ["other public provision"] = "PR3",
  ["private provision"] = "PR4", ["private"] = "PR4", ["voluntary/third sector provision"] = "PR5",
  ["voluntary"] = "PR5", ["parents"] = "PR0",
  ["parent(s) or other person(s) with parental responsibility"] = "PR0",
}

placement.change = {
  ["change to/implementation of care plan"] = "CARPL", ["approval removed"] = "APPRR",
  ["carer(s) requests placement end due to child's behaviour"] = "CREQB",
  ["carer(s) requests placement end other than due to child's behaviour"] = "CREQO",
  ["child requests placement end"] = "CHILD", ["allegation (s47)"] = "ALLEG",
  ["standards of care concern"] = "STAND",
  ["responsible/area authority requests placement end"] = "LAREQ", ["other"] = "OTHER",
}

return placement
