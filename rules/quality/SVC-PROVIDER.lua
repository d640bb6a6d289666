local case  = require "lib.case"
local lists = require "lib.lists"

-- The judgement in force when the child came, or since: checks are made in the weeks before a move.
local judged = placement_view:since(placement:current().from - days(28)):where(function(v)
  return v.judgement:known()
end):latest()

return rule {
  title    = "Child placed with a provider not judged good or outstanding",
  why      = "Derby only places children with providers whose inspection was good or outstanding.",
  source   = "Derby minutes 9 December 2021, line 60: \"Derby City will only put CiC with providers " ..
             "who have a \"good\" or \"outstanding\" Ofsted Inspection\" [S]",
  standing = "local",
  severity = "medium",
  owner    = "commissioning manager",
  -- A rule about placements, not drift: listed apart and kept off the permanence agenda.
  maturity = "trial",

  -- Homes of every provider, and foster homes of other providers than the council itself. Remands
  -- count. A judgement that nobody recorded is not a good one: it cannot be decided.
  applies  = all {
    case.looked_after,
    any {
      case.placement_type:is("K1", "K2", "R1", "S1"),
      all {
        case.placement_type:is(lists.foster_homes),
        placement:current().provider:is("PR2", "PR3", "PR4", "PR5"),
      },
    },
  },
  breach_when = any {
    all { judged.judgement:known(), judged.judgement:is("IMPROVE", "INADEQUATE") },
    all { judged.judgement:missing(), case.cannot_be_told },
  },
  clock    = placement:current().from,
  due      = latest_of(placement:current().from, judged.on),

  facts    = {
    placement = case.placement_type, provider = placement:current().provider,
    judgement = judged.judgement, judged = judged.on,
  },

  says     = "Placed {clock}, type {placement}, provider {provider}. Judgement: {judgement}, as " ..
             "recorded {judged}.",

  examples = {
    { "requires improvement", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = { { kind = "K2", provider = "PR4", from = "2021-03-30" } },
        placement_view = { { on = "2021-08-01", judgement = "IMPROVE" } },
      },
      expect = { "breach", due = "2021-08-01" } },
    { "good", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = { { kind = "U6", provider = "PR4", from = "2021-03-30" } },
        placement_view = { { on = "2021-03-10", judgement = "GOOD" } },
      },
      expect = "on_track" },
    { "good again since", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = { { kind = "K2", provider = "PR4", from = "2021-03-30" } },
        placement_view = {
          { on = "2021-04-01", judgement = "INADEQUATE" }, { on = "2021-08-01", judgement = "GOOD" },
        },
      },
      expect = "on_track" },
    { "the council's own foster carers", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = { { kind = "U6", provider = "PR1", from = "2021-03-30" } },
      },
      expect = "not_applicable" },
    { "no judgement on record", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = { { kind = "K2", provider = "PR4", from = "2021-03-30" } },
        placement_view = { { on = "2021-08-01", permanent = "no" } },
      },
      expect = "cannot_decide" },
    { "the provider is blank", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = { { kind = "U6", from = "2021-03-30" } },
      },
      expect = "cannot_decide" },
    { "no list of views came", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = { { kind = "K2", provider = "PR4", from = "2021-03-30" } },
      },
      not_supplied = { "placement_view" },
      expect = "cannot_decide" },
  },
}
