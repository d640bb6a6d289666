-- How systems and workbooks spell a legal status. Compared without case; runs of spaces, line
-- breaks and non-breaking spaces count as one space; "e) Section 20" is read as "Section 20" and
-- "C2 - Full care order" as C2. What is spelt in no known way is named once in the load notes: add
-- it here. A council may edit this file.
--
-- Concurrent orders are the placement order, which suspends the care order. "L31 Care Order" and
-- "L30 Interim Care Order" only look like L3. Never guess here: a wrong order is worse than an
-- unknown one.
local legal_status = {}

legal_status.spelt = {
  ["interim care order"] = "C1", ["ico"] = "C1", ["interim care order (ico)"] = "C1",
  ["interim care order s38"] = "C1", ["care order - interim"] = "C1",
  ["care order (interim)"] = "C1", ["l30 interim care order"] = "C1",
  ["cla - c1 - interim care order"] = "C1", ["interim care order - c1"] = "C1",

  ["care order"] = "C2", ["full care order"] = "C2", ["fco"] = "C2", ["care order - full"] = "C2",
  ["full care order (fco)"] = "C2", ["care order s31"] = "C2", ["full care order s31"] = "C2",
  ["care order - s31"] = "C2", ["l31 care order s31.1(a) ca 89"] = "C2", ["l31 care order"] = "C2",
  ["code 'c2' is not mapped"] = "C2", ["cla - c2 - care order"] = "C2",
  ["full care order - c2"] = "C2", ["ward of court"] = "C2", ["deemed care order"] = "C2",

  ["freed"] = "D1", ["freeing order"] = "D1", ["freeing order granted"] = "D1",
  ["freed for adoption"] = "D1",

  ["placement order"] = "E1", ["placement order granted"] = "E1", ["po"] = "E1",
  ["placement order - e1"] = "E1", ["cla - e1 - placement order"] = "E1",
  ["concurrent care order & placement order"] = "E1",
  ["concurrent care order and placement order"] = "E1",
  ["placement order & full care order granted on same day"] = "E1",
  ["placement order and full care order granted on same day"] = "E1",
  ["full care order and placement order"] = "E1", ["care order and placement order"] = "E1",
  ["care order & placement order"] = "E1", ["c2 - full care order and e1 - placement order granted"] = "E1",
  ["full care order & placement order"] = "E1",

  ["section 20"] = "V2", ["s20"] = "V2", ["s.20"] = "V2", ["s 20"] = "V2", ["sec 20"] = "V2",
  ["section 20 accommodation"] = "V2", ["accommodated under section 20"] = "V2",
  ["accommodated section 20"] = "V2", ["accommodated under s20"] = "V2",
  ["accomodated under section 20"] = "V2", ["seection 20"] = "V2",
  ["section 20 (voluntary accommodation)"] = "V2", ["voluntary accommodation"] = "V2",
  ["section 20 single period of accommodation"] = "V2",
  ["single period of accommodation under section 20"] = "V2",
  ["single period of accomodation under section 20"] = "V2",
  ["single period of accommodation under section 20 (children act 1989)"] = "V2",
  ["cla - v2 - section 20"] = "V2",

  ["accommodated under an agreed series of short-term breaks"] = "V4",
  ["short breaks"] = "V4", ["series of short breaks"] = "V4",

  ["police protection"] = "L1",
  ["under police protection and in local authority accommodation"] = "L1",
  ["emergency protection order"] = "L2", ["epo"] = "L2", ["emergency protection order (epo)"] = "L2",
  ["child assessment order"] = "L3",
  ["under child assessment order and in local authority accommodation"] = "L3",

  ["remanded to local authority accommodation"] = "J1", ["remand"] = "J1",
  ["on remand, or committed for trial or sentence, and accommodated by local authority"] = "J1",
  ["remanded to youth detention accommodation"] = "J1",
  ["remanded to local authority accommodation or to youth detention accommodation"] = "J1",
  ["detained under pace"] = "J2", ["pace"] = "J2",
  ["placed in local authority accommodation under the police and criminal evidence act 1984"] = "J2",
  ["youth rehabilitation order with residence requirement"] = "J3",
  ["sentenced to youth rehabilitation order"] = "J3",
}

-- Statuses under which a child is not looked after. Such a row is left out, and the load says so.
legal_status.outside = {
  "special guardianship order", "special guardianship", "sgo", "special guardianship order (sgo)",
  "interim special guardianship order", "child arrangements order", "child arrangement order", "cao",
  "child arrangements order (cao)", "residence order", "private fostering", "privately fostered",
  "care leaver", "care leaver - eligible", "care leaver - relevant", "care leaver - former relevant",
  "former relevant", "supervision order", "interim supervision order", "family assistance order",
  "education supervision order", "adoption order", "adopted", "not looked after", "no legal status",
  "section 8 order", "section 17", "s17", "parental responsibility order", "child in need",
}

return legal_status
