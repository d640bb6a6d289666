-- The codes of the return that the reference data uses.
return {
  reason = {
    S = "started to be looked after", L = "change of legal status only",
    P = "change of placement and carer", T = "change of placement, same carer",
    B = "change of legal status, placement and carer",
    U = "change of legal status and placement, same carer",
  },
  legal_status = {
    C1 = "interim care order", C2 = "full care order", E1 = "placement order",
    V2 = "section 20", J1 = "remanded", L1 = "police protection",
  },
  placement = {
    A3 = "with current foster carer, consent", A4 = "with other adopters, consent",
    A5 = "with current foster carer, placement order", A6 = "with other adopters, placement order",
    H5 = "residential accommodation", K2 = "children's home", P1 = "placed with own parents",
    P2 = "independent living", R1 = "residential care home", S1 = "residential school",
    T4 = "temporary placement", U1 = "kinship carer, long term", U3 = "kinship carer, other",
    U4 = "foster carer, long term", U5 = "foster carer, for adoption", U6 = "foster carer, other",
  },
}
