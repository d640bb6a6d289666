-- The codes of the SSDA903 return and of the council's own lists, with their meanings. Each list is
-- the union of every collection year: a code that one year dropped may still stand on an old row,
-- and the two public sources disagree by a year on when PLACE changed.
local lists = {}

lists.legal_status = {
  C1 = "interim care order",
  C2 = "full care order",
  D1 = "freeing order",
  E1 = "placement order",
  V1 = "short breaks, old code",
  V2 = "section 20, single period of accommodation",
  V3 = "short breaks, individual episodes recorded",
  V4 = "short breaks, agreements recorded",
  L1 = "police protection",
  L2 = "emergency protection order",
  L3 = "child assessment order",
  J1 = "remanded to local authority accommodation",
  J2 = "detained under PACE",
  J3 = "youth rehabilitation order with residence or intensive fostering",
  J4 = "youth justice, old code",
}

lists.reason_new_episode = {
  S = "started to be looked after",
  L = "change of legal status only",
  P = "change of placement and carer",
  T = "change of placement, same carer",
  B = "change of legal status, placement and carer",
  U = "change of legal status and placement, same carer",
}

lists.placement = {
  A1 = "placed for adoption, old code",
  A2 = "placed for adoption, old code",
  A3 = "placed for adoption with consent, current foster carer",
  A4 = "placed for adoption with consent, not current foster carer",
  A5 = "placed for adoption with placement order, current foster carer",
  A6 = "placed for adoption with placement order, not current foster carer",
  F1 = "foster placement, old code",
  F2 = "foster placement, old code",
  F3 = "foster placement, old code",
  F4 = "foster placement, old code",
  F5 = "foster placement, old code",
  F6 = "foster placement, old code",
  H1 = "residential accommodation, old code",
  H2 = "residential accommodation, old code",
  H3 = "residential accommodation, old code",
  H4 = "residential accommodation, old code",
  H5 = "semi-independent living, not a children's home",
  K1 = "secure children's home",
  K2 = "children's home",
  K3 = "registered supported accommodation",
  M1 = "missing from placement, old code",
  M2 = "missing from placement, old code",
  M3 = "missing from placement, old code",
  P1 = "own parents or others with parental responsibility",
  P2 = "independent living",
  P3 = "residential employment",
  Q1 = "foster placement, code used before U1 to U6",
  Q2 = "foster placement, code used before U1 to U6",
  R1 = "residential care home",
  R2 = "NHS or other medical establishment",
  R3 = "family centre or mother and baby unit",
  R5 = "young offender institution",
  S1 = "residential school",
  T0 = "temporary move",
  T1 = "temporary move: hospital",
  T2 = "temporary move: child on holiday",
  T3 = "temporary move: carer on holiday",
  T4 = "temporary move of seven days or less, other reason",
  U1 = "relative or friend foster carer, long term",
  U2 = "relative or friend foster carer who may adopt",
  U3 = "relative or friend foster carer, other",
  U4 = "foster carer, long term",
  U5 = "foster carer who may adopt",
  U6 = "foster carer, other",
  Z1 = "other placement",
  Z11 = "other placement, code used from 2025/26",
  Z12 = "other placement, code used from 2025/26",
  Z13 = "other placement, code used from 2025/26",
  Z14 = "other placement, code used from 2025/26",
}

lists.reason_ceased = {
  X1  = "the next episode begins the same day",
  E11 = "adopted, application unopposed",
  E12 = "adopted, consent dispensed with",
  E13 = "left care to live with someone without parental responsibility",
  E14 = "remand accommodation ended",
  E15 = "age assessment: aged 18 or over",
  E16 = "moved abroad",
  E17 = "aged 18 or over, remained with current carers",
  E2  = "died",
  E3  = "care taken over by another authority",
  E4A = "returned home, planned",
  E4B = "returned home, not planned",
  E41 = "residence order or child arrangements order",
  E43 = "special guardianship to former foster carers, code used before 2018/19",
  E44 = "special guardianship to others, code used before 2018/19",
  E45 = "special guardianship to former foster carer who is a relative or friend",
  E46 = "special guardianship to another former foster carer",
  E47 = "special guardianship to relative or friend, not a former foster carer",
  E48 = "special guardianship to other carer",
  E5  = "independent living with formalised support",
  E6  = "independent living without formalised support",
  E7  = "transferred to adult residential care",
  E8  = "any other reason",
  E9  = "sentenced to custody",
}

lists.reason_place_change = {
  CARPL  = "carrying out or changing the care plan",
  CLOSE  = "carer resigned or provision closed",
  ALLEG  = "allegation",
  STAND  = "standards of care",
  APPRR  = "approval removed",
  CREQB  = "carer asked, because of the child's behaviour",
  CREQO  = "carer asked, other reason",
  CHILD  = "child asked",
  LAREQ  = "authority asked",
  PLACE  = "status of the placement changed only",
  CUSTOD = "custody arrangement",
  OTHER  = "other",
}

lists.provider = {
  PR0 = "parent or person with parental responsibility",
  PR1 = "own authority",
  PR2 = "another authority",
  PR3 = "other public provider",
  PR4 = "private provider",
  PR5 = "voluntary provider",
}

lists.review_code = {
  PN0 = "under four",
  PN1 = "attended and spoke",
  PN2 = "attended, an advocate spoke",
  PN3 = "attended, symbolic",
  PN4 = "attended without contribution",
  PN5 = "briefed an advocate",
  PN6 = "conveyed views another way",
  PN7 = "no views conveyed",
}

lists.decision_reversed = {
  RD1 = "the child's needs changed",
  RD2 = "the court did not make a placement order",
  RD3 = "prospective adopters could not be found",
  RD4 = "other",
}

lists.missing = { M = "missing", A = "away without authorisation" }

lists.worker_change = {
  MANAGE = "managing caseloads",
  FCONTA = "first contact or re-referral",
  LEFTRL = "previous worker left the role",
  ORGRST = "organisation restructured",
  TSPROC = "standard transfer process",
  ABSENC = "absence cover or return from it",
  CHCHAN = "child asked for a change",
  PCCHAN = "parent or carer asked for a change",
  SWDIED = "worker died",
  OTHERS = "other",
}

lists.previous_permanence = {
  P1 = "adoption",
  P2 = "special guardianship",
  P3 = "residence or child arrangements order",
  P4 = "not known which",
  Z1 = "no previous permanence",
}

lists.sdq_reason = {
  SDQ1 = "under four or over sixteen",
  SDQ2 = "carer refused",
  SDQ3 = "severity of disability",
  SDQ4 = "other",
  SDQ5 = "child refused",
}

lists.in_touch = {
  YES  = "in touch",
  NO   = "not in touch",
  DIED = "died",
  REFU = "refuses contact",
  NREQ = "no longer requires services",
  RHOM = "returned home",
}

-- From here on: the council's own lists.

lists.application = {
  care        = "care order",
  supervision = "supervision order",
  placement   = "placement order",
  revocation  = "revocation of a placement order",
  adoption    = "adoption order",
  discharge   = "discharge of a care order",
  sgo         = "special guardianship order",
  cao         = "child arrangements order",
}

lists.outcome = { granted = "granted", refused = "refused", withdrawn = "withdrawn" }

lists.match = { LTF = "long-term fostering", ADOPTION = "adoption" }

-- The ten keys of the Standard Safeguarding Dataset's care plan.
lists.plan = {
  REMAINSUP = "remaining with birth family, supported",
  RETURN1M  = "return to birth family within one month",
  RETURN6M  = "return to birth family within six months",
  RETURNEV  = "eventual return to birth family",
  LTRELFR   = "long-term placement with relatives or friends",
  LTFOST18  = "long-term fostering to 18",
  RESPLMT   = "residential placement until independence",
  SUPPLIV   = "supported living",
  ADOPTION  = "adoption",
  OTHERPLN  = "other plan",
}

lists.yes_no_na = { Y = "yes", N = "no", NA = "not applicable" }

lists.health_check = {
  INITIAL    = "initial health assessment",
  REVIEW     = "review health assessment",
  ASSESSMENT = "health assessment",
  DENTAL     = "dental check",
  OTHER      = "other check",
}
lists.health_status = {
  PLANNED = "planned", REFUSED = "refused", CANCELLED = "cancelled", COMPLETED = "completed",
}

lists.permanence_order = {
  ADOPTION = "adoption", SGO = "special guardianship", CAO = "child arrangements order",
}

lists.eligibility = {
  ELIGIBLE   = "eligible",
  RELEVANT   = "relevant",
  FORMER     = "former relevant",
  QUALIFYING = "qualifying",
  NONE       = "no current eligibility",
}

lists.judgement = {
  OUTSTANDING = "outstanding",
  GOOD        = "good",
  IMPROVE     = "requires improvement to be good",
  INADEQUATE  = "inadequate",
}

lists.ethnicity = {
  WBRI = "White British", WIRI = "White Irish", WOTH = "any other White background",
  WIRT = "Traveller of Irish heritage", WROM = "Gypsy or Roma",
  MWBC = "White and Black Caribbean", MWBA = "White and Black African",
  MWAS = "White and Asian", MOTH = "any other mixed background",
  AIND = "Indian", APKN = "Pakistani", ABAN = "Bangladeshi", AOTH = "any other Asian background",
  BCRB = "Caribbean", BAFR = "African", BOTH = "any other Black background",
  CHNE = "Chinese", OOTH = "any other ethnic group",
  REFU = "refused", NOBT = "not yet obtained",
}

-- Sets of codes that several rules name.
lists.short_breaks       = { "V1", "V3", "V4" }
lists.remand             = { "J1", "J2", "J3", "J4" }
lists.temporary          = { "T0", "T1", "T2", "T3", "T4" }
lists.with_adopters      = { "A3", "A4", "A5", "A6" }
lists.same_carer_adopts  = { "A3", "A5" }
lists.adopted            = { "E11", "E12" }
lists.special_guardianship = { "E43", "E44", "E45", "E46", "E47", "E48" }
lists.early_permanence   = { "U2", "U5" }
lists.relatives          = { "U1", "U2", "U3" }
lists.connected          = { "U1", "U2", "U3", "Z1" }
lists.unplanned_ending   = { "CREQB", "CREQO", "CHILD", "LAREQ", "ALLEG", "STAND", "APPRR" }
lists.foster_homes       = { "U1", "U2", "U3", "U4", "U5", "U6" }
lists.long_term          = { "U1", "U4" }
lists.not_long_term      = { "U3", "U6" }
lists.residential        = { "K1", "K2", "R1", "S1" }
lists.assessments        = { "INITIAL", "REVIEW", "ASSESSMENT" }

return lists
