-- The case tables that rules speak of. `list` is what a report calls the source of a table ("no
-- court list was supplied"); `owner` is who can put a wrong row right.
--
-- Why a table has the shape it has: a fact that has one day is an event, and that day is `on`; what
-- begins and ends is a period; a row of several stages, none of which must have happened, is a
-- record; what there is at most one of for a child is facts.
--
-- `same_fact`: when rows of two sources tell of one thing. They become one row, and days that differ
-- become both. Orders and placements of one kind that overlap are one; so are reviews a week apart,
-- and decisions three months apart, because panels, decisions and letters get mixed up.
--
-- `after`: on record only once that day has come. Why an episode ceased is not known before it has
-- ended, so that a look back sees neither.
local lists = require "lib.lists"

local business = "business support"
local worker   = "social worker"
local legal    = "legal team"
local adoption_team = "adoption team"
local reviewing = "independent reviewing officer"

return model {

  -- From the SSDA903 return --------------------------------------------------------------------

  child = facts {
    label = "child", list = "list of children", owner = "data team",
    fields = {
      date_of_birth = date { label = "date of birth" },
      ethnicity     = code(lists.ethnicity), -- for published breakdowns only; no rule asks
    },
  },

  -- Episodes as they stand: the raw material, used where a rule looks at two codes together.
  episode = periods {
    label = "episode", list = "list of episodes", owner = business,
    key = { "from" },
    same_fact = { overlapping = true },
    fields = {
      status        = code(lists.legal_status, { label = "legal status" }),
      kind          = code(lists.placement, { label = "placement type" }),
      ceased        = code(lists.reason_ceased, { label = "reason the episode ceased", after = "to" }),
      -- The end as the file has it, even when it lies ahead of the as-at day. Only for telling an
      -- episode that is truly open from one that the wall has opened again.
      recorded_end  = booking { label = "recorded end" },
    },
    bridged = { kind = lists.temporary },
  },

  -- Runs across episodes (lib/case.lua says which to ask when).
  care = periods {
    label = "period of care", list = "list of episodes", owner = business,
    key = { "from" },
    same_fact = { overlapping = true },
    fields = {
      from   = date { label = "start" },
      to     = milestone { label = "end" },
      ceased = code(lists.reason_ceased, { label = "reason care ended", after = "to" }),
    },
  },
  legal_status = periods {
    label = "legal status", list = "list of episodes", owner = business,
    key = { "from" },
    same_fact = { equal = { "status" }, overlapping = true },
    fields = { status = code(lists.legal_status, { label = "code" }) },
  },
  placement = periods {
    label = "placement", list = "list of episodes", owner = business,
    key = { "from" },
    same_fact = { equal = { "kind" }, overlapping = true },
    fields = {
      kind       = code(lists.placement, { label = "type" }),
      provider   = code(lists.provider, { label = "provider" }),
      why_ended  = code(lists.reason_place_change, { label = "reason for ending", after = "to" }),
    },
  },
  carer = periods {
    label = "stay with the carer", list = "list of episodes", owner = business,
    key = { "from" },
    same_fact = { equal = { "kind" }, overlapping = true },
    fields = { kind = code(lists.placement, { label = "placement type" }) },
  },

  -- Runs of adoptive placements and of living at home. Not read from `placement`, because U5 that
  -- becomes A5 in the same house is one placement and only its last part is with adopters.
  with_adopters = periods {
    label = "adoptive placement", list = "list of episodes", owner = business,
    key = { "from" },
    same_fact = { equal = { "kind" }, overlapping = true },
    fields = { kind = code(lists.placement, { label = "type" }) },
  },
  at_home = periods {
    label = "placement at home", list = "list of episodes", owner = business,
    key = { "from" },
    same_fact = { equal = { "kind" }, overlapping = true },
    fields = { kind = code(lists.placement, { label = "type" }) },
  },

  review = events {
    label = "review", list = "list of reviews", owner = reviewing,
    key = { "on" },
    same_fact = { within = 7 },
    fields = {
      on   = date { label = "date" },
      part = code(lists.review_code, { label = "how the child took part" }),
    },
  },

  -- DATE_PLACED of the return is the day of the agency's decision, not the day the child moved in.
  adoption_decision = events {
    label = "decision for adoption", list = "list of decisions for adoption", owner = adoption_team,
    key = { "on" },
    same_fact = { within = 92 },
    fields = {
      on       = date { label = "date" },
      reversed = milestone { label = "date the decision was reversed" },
      reason   = code(lists.decision_reversed,
        { label = "reason for the reversal", after = "reversed" }),
    },
  },

  -- Only for children already adopted: it says nothing about a child who waits.
  adoption = facts {
    label = "adoption", list = "list of adopted children (AD1)", owner = adoption_team,
    fields = {
      decided      = milestone { label = "date of the decision" },
      matched      = milestone { label = "date of the match" },
      foster_carer = flag { label = "adopted by former foster carer" },
    },
  },

  social_worker = periods {
    label = "social worker", list = "list of social workers", owner = worker,
    key = { "from" },
    same_fact = { within = 7 }, -- numbers of one worker may differ between systems
    fields = {
      worker = id { label = "number" },
      reason = code(lists.worker_change, { label = "reason for the change" }),
    },
  },
  missing_episode = periods {
    label = "missing episode", list = "list of missing episodes", owner = worker,
    key = { "from" },
    same_fact = { equal = { "kind" }, overlapping = true },
    fields = {
      kind     = code(lists.missing),
      offered  = code(lists.yes_no_na, { label = "return interview offered", after = "to" }),
      accepted = code(lists.yes_no_na, { label = "return interview accepted", after = "to" }),
    },
  },
  uasc = records {
    label = "unaccompanied asylum-seeking child", list = "list of unaccompanied children (UASC)",
    owner = "data team",
    fields = { ends = booking { label = "date the status ceases" } },
  },
  health_return = facts {
    label = "health in the year", list = "outcomes list (OC2)", owner = "data team",
    fields = {
      sdq_score         = number { label = "SDQ score" },
      sdq_reason        = code(lists.sdq_reason),
      convicted         = flag,
      health_check      = flag { label = "health check in the year" },
      immunisations     = flag,
      teeth_check       = flag { label = "dental check in the year" },
      health_assessment = flag { label = "health assessment in the year" },
      substance_misuse  = flag,
    },
  },
  care_leaver = facts {
    label = "care leaver", list = "list of care leavers (OC3)", owner = "leaving care team",
    fields = { in_touch = code(lists.in_touch) },
  },
  previous_permanence = facts {
    label = "previous permanence", list = "list of previous permanence", owner = "data team",
    fields = {
      kind = code(lists.previous_permanence),
      made = date { label = "date of the previous order" },
    },
  },

  -- The council's own lists --------------------------------------------------------------------

  court_application = events {
    label = "court application", list = "court list", owner = legal,
    key = { "kind", "on" },
    fields = {
      on                       = date { label = "date issued" },
      kind                     = code(lists.application, { label = "application" }),
      listed                   = booking { label = "final hearing" },
      next_hearing             = booking { label = "next hearing" },
      order_made               = milestone { label = "order made" },
      outcome                  = code(lists.outcome, { after = "order_made" }),
      extended_to              = booking { label = "extended to" },
      further_assessment_until = booking { label = "further assessment directed until" },
    },
  },
  -- Applications for a care or supervision order, from the court list. Without one, what the
  -- interim care orders in the episodes tell: issued on or before the first such day.
  care_proceedings = events {
    label = "care application", list = "court list", owner = legal,
    key = { "on" },
    same_fact = { within = 28 },
    fields = {
      on           = date { label = "date issued" },
      kind         = code(lists.application, { label = "application" }),
      status       = code(lists.legal_status, { label = "legal status" }),
      order_made   = milestone { label = "final order" },
      outcome      = code(lists.outcome, { after = "order_made" }),
      next_hearing = booking { label = "next hearing" },
      extended_to  = booking { label = "extended to" },
    },
  },
  match = events {
    label = "match", list = "match list", owner = "family finding team",
    key = { "kind", "on" },
    same_fact = { equal = { "kind" }, within = 92 },
    fields = {
      on                = date { label = "decision date" },
      kind              = code(lists.match, { label = "type" }),
      panel             = booking { label = "matching panel" },
      not_yet_reason    = text { label = "reason not yet matched", after = "not_yet_recorded" },
      not_yet_recorded  = milestone { label = "day that reason was recorded" },
      agency            = text { label = "adoption agency" },
    },
  },
  family_finding = records {
    label = "family finding", list = "family finding list", owner = "family finding team",
    fields = {
      started              = milestone,
      status               = text,
      linked               = milestone { label = "link made" },
      link_ended           = milestone,
      reason_not_searching = text,
      reason_recorded      = milestone { label = "day that reason was recorded" },
      finder               = id { label = "family finder" },
    },
  },
  guardianship = records {
    label = "special guardianship case", list = "special guardianship list",
    owner = "special guardianship team",
    key = { "case_id" },
    fields = {
      case_id          = id { label = "case" },
      referred         = milestone,
      stage_1          = milestone,
      assessment_start = milestone,
      assessment_end   = milestone,
      panel            = booking,
      court            = booking { label = "court date" },
      granted          = milestone { label = "order made" },
      withdrawn        = milestone,
      looked_after     = flag { label = "looked after already" },
    },
  },
  -- An event, not a period: the approval's last day is known from the start and may lie ahead.
  temporary_approval = events {
    label = "temporary approval", list = "temporary approval list", owner = "fostering team",
    key = { "on" },
    fields = {
      on       = date { label = "approved from" },
      ends     = booking { label = "approved to" },
      extended = booking { label = "extended to" },
      full     = milestone { label = "full approval" },
      refused  = milestone,
    },
  },
  placement_with_parents = records {
    label = "placement with parents", list = "placement with parents list", owner = worker,
    key = { "referred" },
    fields = {
      checklist  = milestone { label = "checklist requested" },
      referred   = milestone,
      viability  = milestone,
      assessed   = milestone { label = "assessment" },
      decided    = milestone { label = "decision" },
    },
  },
  -- Reviews of whether a child who lives at home still needs the care order: the last two columns
  -- of the placement with parents list, as events, because a rule needs their day.
  order_review = events {
    label = "review of the care order", list = "placement with parents list",
    owner = reviewing,
    key = { "on" },
    fields = {
      on         = date { label = "date" },
      conclusion = text,
    },
  },
  life_story = records {
    label = "life story work", list = "life story list", owner = worker,
    fields = {
      started     = milestone { label = "start" },
      book        = milestone { label = "book" },
      letter      = milestone { label = "later life letter" },
      celebration = booking { label = "celebration hearing" },
      no_ceremony = flag { label = "mark that there is no ceremony" },
    },
  },
  section_20_confirmation = events {
    label = "confirmation of section 20", list = "section 20 list", owner = reviewing,
    key = { "on" },
    fields = {
      on            = date { label = "confirmed on" },
      parents_agree = flag { label = "parents agree" },
    },
  },
  education = events {
    label = "education week", list = "education list", owner = "virtual school",
    key = { "on" },
    fields = {
      on                = date { label = "week" },
      hours             = number,
      registered        = flag { label = "registered setting" },
      sessions_possible = number,
      sessions_attended = number,
      exclusion         = text,
      action_plan       = milestone,
    },
  },
  pep = events {
    label = "personal education plan review", list = "personal education plan list",
    owner = "virtual school",
    key = { "on" },
    fields = { on = date { label = "reviewed" }, term = text },
  },
  tracker_note = events {
    label = "panel note", list = "tracker list", owner = "panel administrator",
    key = { "panel", "on" },
    fields = {
      on    = date { label = "seen" },
      panel = text,
      next  = booking { label = "next at panel" },
      note  = text,
    },
  },
  action = events {
    label = "action", list = "action list", owner = "panel administrator",
    fields = {
      on     = date { label = "raised" },
      action = text,
      owner  = id,
      due    = booking,
      done   = milestone,
    },
  },
  exemption = events {
    label = "exemption", list = "exemption list", owner = "panel administrator",
    fields = {
      on             = date { label = "decided" },
      rule           = id,
      reason         = text,
      until_day      = booking { label = "exempt until" },
      decision_maker = id,
      meeting        = text,
    },
  },
  iro_escalation = periods {
    label = "reviewing officer's escalation", list = "escalation list", owner = reviewing,
    key = { "from" },
    fields = { from = date { label = "escalated" }, to = milestone { label = "closed" } },
  },
  care_plan = periods {
    label = "care plan", list = "care plan list", owner = worker,
    key = { "from" },
    same_fact = { overlapping = true },
    fields = {
      plan     = code_set(lists.plan, { label = "plan" }),
      reviewed = milestone { label = "review that agreed the plan" },
    },
  },
  visit = events {
    label = "visit", list = "visit list", owner = worker,
    key = { "on" },
    same_fact = { within = 1 },
    fields = { on = date { label = "date" }, seen = flag { label = "child seen" } },
  },
  health_check = events {
    label = "health check", list = "health list", owner = "health team",
    same_fact = { equal = { "kind" }, within = 14 },
    fields = {
      on     = date { label = "checked" },
      kind   = code(lists.health_check, { label = "type" }),
      status = code(lists.health_status),
    },
  },
  recorded_fact = records {
    label = "fact and the day it was recorded", list = "recording list", owner = worker,
    fields = {
      fact        = text,
      happened    = milestone,
      recorded_on = booking { label = "recorded on" },  -- seen ahead: by then it was not recorded
    },
  },

  -- What the contract lists do not hold: from the Standard Safeguarding Dataset, an Annex A
  -- workbook, or further lists of the council (sources/local_further.lua). ---------------------

  involvement = periods {
    label = "involvement", list = "list of involvements", owner = worker,
    key = { "worker", "from" },
    same_fact = { equal = { "worker" }, within = 7 },
    fields = {
      worker = id { label = "number" },
      team   = text,
      role   = text,
      reason = code(lists.worker_change, { label = "reason for the change" }),
    },
  },
  -- Fostering for adoption and concurrent planning: the decision, or that it is not suitable.
  early_permanence = records {
    label = "early permanence", list = "early permanence list", owner = adoption_team,
    same_fact = {},
    fields = {
      decided      = milestone { label = "decision for early permanence" },
      placed       = milestone { label = "placed for early permanence" },
      not_suitable = milestone { label = "decision that it is not suitable" },
    },
  },
  sibling_group = records {
    label = "sibling group", list = "sibling group list", owner = adoption_team,
    same_fact = {},
    fields = {
      group    = id { label = "group" },
      belongs  = flag { label = "part of a sibling group" },
      together = number { label = "children to be placed together" },
      apart    = number { label = "siblings to be placed apart" },
      reviewed = milestone { label = "decision together or apart reviewed" },
    },
  },
  -- Days of the road to permanence as the case system gives them, to hold against the episodes.
  permanence_record = records {
    label = "permanence record", list = "permanence table", owner = adoption_team,
    same_fact = {},
    fields = {
      placement_order = milestone { label = "date of the placement order" },
      placed          = milestone { label = "date placed for adoption" },
      order_made      = milestone { label = "date of the order" },
      order_kind      = code(lists.permanence_order, { label = "order", after = "order_made" }),
    },
  },
  pre_proceedings = records {
    label = "pre-proceedings", list = "pre-proceedings list", owner = legal,
    same_fact = {},
    fields = {
      decided     = milestone { label = "decision to start" },
      letter      = milestone { label = "letter before proceedings" },
      ended       = milestone { label = "stepped down or agreed to issue" },
      issued      = milestone { label = "letter of issue" },
      outcome     = text { after = "ended" },
      extended_to = booking { label = "extended to" },
    },
  },
  pathway = records {
    label = "pathway plan", list = "pathway plan list", owner = "leaving care team",
    key = { "started" },
    same_fact = {},
    fields = {
      eligibility    = code(lists.eligibility),
      needs_assessed = milestone { label = "needs assessment" },
      started        = milestone { label = "pathway plan" },
      reviewed       = milestone { label = "latest review of the plan" },
      lost_touch     = milestone { label = "not in touch since" },
    },
  },
  return_interview = events {
    label = "return interview", list = "return interview list", owner = worker,
    key = { "on" },
    fields = {
      on      = date { label = "day of return" },
      offered = milestone,
      held    = milestone,
      refused = flag,
    },
  },
  adoption_review = events {
    label = "adoption review", list = "adoption review list", owner = reviewing,
    key = { "on" },
    fields = { on = date { label = "date" } },
  },
  -- What is thought of the placement: can it be permanent, and how is the provider judged?
  placement_view = events {
    label = "view of the placement", list = "placement view list", owner = "fostering team",
    key = { "on" },
    fields = {
      on         = date { label = "date" },
      permanent  = flag { label = "can offer permanence" },
      judgement  = code(lists.judgement, { label = "provider's inspection judgement" }),
      registered = flag { label = "registered with Ofsted" },
    },
  },
}
