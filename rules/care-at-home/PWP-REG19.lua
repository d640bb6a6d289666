local case    = require "lib.case"
local law     = require "lib.law"
local parents = require "lib.parents"

local due = choose {
  { parents.decision_is_next, parents.last_day_to_approve },
  otherwise = parents.last_day_to_assess,
}

return rule {
  title    = "Immediate placement with a parent: assessment or decision not completed",
  why      = "Placing first and assessing after is allowed for ten working days only.",
  source   = "Care Planning, Placement and Case Review Regulations 2010 reg 19: the Welsh mirror reg " ..
             "20 gives both ten-day limits [V], the English text is believed identical [K]; in 2020 " ..
             "\"as soon as reasonably practicable\" [V]. Derby, Exit from Care, December 2021, lines " ..
             "111 to 115 and 123; Middlesbrough 2022, line 60 [S]",
  to_be_confirmed = true,
  standing = "statutory",
  severity = "critical",
  owner    = "nominated officer",

  -- The list does not show which came first: nothing is on it for this child, or an approval without
  -- a day of assessment. That cannot be decided, and it is asked only while the ten days for the
  -- assessment and the ten for the decision may be running. Nothing
  -- excuses: a placement that is not confirmed must end. Older ones are CO-HOME-12M's.
  applies  = all {
    case.looked_after_not_on_remand,
    case.status:is("C1", "C2"),
    case.at_home,
    any {
      all { placement_with_parents:supplied(), parents.placed_before_assessment },
      all {
        any {
          none { placement_with_parents:supplied() },
          none { parents.assessed_first, parents.placed_before_assessment },
        },
        (case.start_at_home + working_days(20)):on_or_after(as_at),
        case.cannot_be_told,
      },
    },
  },
  clock    = choose {
    { parents.decision_is_next, parents.day_assessed },
    otherwise = case.start_at_home,
  },
  due      = due,
  amber    = working_days(3),
  stops    = choose {
    { parents.decision_is_next, parents.day_approved },
    otherwise = parents.day_assessed,
  },

  facts    = {
    home     = case.start_at_home,
    assessed = parents.day_assessed,
    approved = parents.day_approved,
  },

  says     = "With a parent since {home} before the assessment was complete. Assessed: {assessed}, " ..
             "approved: {approved}. Due {due}, {overdue} over.",
  says_also = { law.relaxed_in_2020(due) },

  examples = {
    { "the tenth working day, not assessed", as_at = "2021-09-15",
      given  = {
        legal_status = { { status = "C2", from = "2021-01-10" } },
        at_home = { { kind = "P1", from = "2021-09-01" } },
        placement_with_parents = { { referred = "2021-08-30" } },
      },
      expect = { "due_soon", due = "2021-09-15" } },
    { "the day after", as_at = "2021-09-16",
      given  = {
        legal_status = { { status = "C2", from = "2021-01-10" } },
        at_home = { { kind = "P1", from = "2021-09-01" } },
        placement_with_parents = { { referred = "2021-08-30" } },
      },
      expect = { "breach", days_over = 1 } },
    { "not amber yet", as_at = "2021-09-09",
      given  = {
        legal_status = { { status = "C2", from = "2021-01-10" } },
        at_home = { { kind = "P1", from = "2021-09-01" } },
        placement_with_parents = { { referred = "2021-08-30" } },
      },
      expect = "on_track" },
    { "amber three working days before", as_at = "2021-09-10",
      given  = {
        legal_status = { { status = "C2", from = "2021-01-10" } },
        at_home = { { kind = "P1", from = "2021-09-01" } },
        placement_with_parents = { { referred = "2021-08-30" } },
      },
      expect = "due_soon" },
    { "assessed in time, the decision runs", as_at = "2021-09-20",
      given  = {
        legal_status = { { status = "C2", from = "2021-01-10" } },
        at_home = { { kind = "P1", from = "2021-09-01" } },
        placement_with_parents = { { referred = "2021-08-30", assessed = "2021-09-14" } },
      },
      expect = { "on_track", clock = "2021-09-14", due = "2021-09-28" } },
    { "assessed in time, not decided", as_at = "2021-09-29",
      given  = {
        legal_status = { { status = "C2", from = "2021-01-10" } },
        at_home = { { kind = "P1", from = "2021-09-01" } },
        placement_with_parents = { { referred = "2021-08-30", assessed = "2021-09-14" } },
      },
      expect = { "breach", due = "2021-09-28" } },
    { "both in time", as_at = "2021-10-31",
      given  = {
        legal_status = { { status = "C2", from = "2021-01-10" } },
        at_home = { { kind = "P1", from = "2021-09-01" } },
        placement_with_parents = {
          { referred = "2021-08-30", assessed = "2021-09-14", decided = "2021-09-28" },
        },
      },
      expect = "on_track" },
    { "assessed late, decided in time", as_at = "2021-10-31",
      given  = {
        legal_status = { { status = "C2", from = "2021-01-10" } },
        at_home = { { kind = "P1", from = "2021-09-01" } },
        placement_with_parents = {
          { referred = "2021-08-30", assessed = "2021-09-20", decided = "2021-09-28" },
        },
      },
      expect = { "met_late", due = "2021-09-15", days_over = 5 } },
    { "decided late", as_at = "2021-10-31",
      given  = {
        legal_status = { { status = "C2", from = "2021-01-10" } },
        at_home = { { kind = "P1", from = "2021-09-01" } },
        placement_with_parents = {
          { referred = "2021-08-30", assessed = "2021-09-14", decided = "2021-09-30" },
        },
      },
      expect = { "met_late", due = "2021-09-28", days_over = 2 } },
    { "assessed before the child went home", as_at = "2021-10-31",
      given  = {
        legal_status = { { status = "C2", from = "2021-01-10" } },
        at_home = { { kind = "P1", from = "2021-09-01" } },
        placement_with_parents = { { referred = "2021-06-30", assessed = "2021-08-14" } },
      },
      expect = "not_applicable" },
    { "an open referral of an earlier period of care", as_at = "2021-10-31",
      given  = {
        legal_status = { { status = "C2", from = "2021-01-10" } },
        at_home = { { kind = "P1", from = "2021-09-01" } },
        placement_with_parents = { { referred = "2018-06-30" } },
      },
      expect = "not_applicable" },
    { "the row is only a review of the order", as_at = "2021-10-31",
      given  = {
        legal_status = { { status = "C2", from = "2020-01-10" } },
        at_home = { { kind = "P1", from = "2020-09-01" } },
        placement_with_parents = { {} },
      },
      expect = "not_applicable" },
    { "approved before going home, no day of assessment", as_at = "2021-09-28",
      given  = {
        legal_status = { { status = "C2", from = "2021-01-10" } },
        at_home = { { kind = "P1", from = "2021-09-01" } },
        placement_with_parents = { { referred = "2021-07-01", decided = "2021-08-25" } },
      },
      expect = "cannot_decide" },
    { "the same, a month later", as_at = "2021-10-31",
      given  = {
        legal_status = { { status = "C2", from = "2021-01-10" } },
        at_home = { { kind = "P1", from = "2021-09-01" } },
        placement_with_parents = { { referred = "2021-07-01", decided = "2021-08-25" } },
      },
      expect = "not_applicable" },
    { "nothing on the list, home for nineteen working days", as_at = "2021-09-28",
      given  = {
        legal_status = { { status = "C2", from = "2021-01-10" } },
        at_home = { { kind = "P1", from = "2021-09-01" } },
      },
      expect = "cannot_decide" },
    { "no list came, home since long ago", as_at = "2021-10-31",
      given  = {
        legal_status = { { status = "C2", from = "2020-01-10" } },
        at_home = { { kind = "P1", from = "2020-09-01" } },
      },
      not_supplied = { "placement_with_parents" },
      expect = "not_applicable" },
    { "no list came, home this month", as_at = "2021-09-28",
      given  = {
        legal_status = { { status = "C2", from = "2021-01-10" } },
        at_home = { { kind = "P1", from = "2021-09-01" } },
      },
      not_supplied = { "placement_with_parents" },
      expect = "cannot_decide" },
    { "not at home", as_at = "2021-09-28",
      given  = {
        legal_status = { { status = "C2", from = "2021-01-10" } },
        placement_with_parents = { { referred = "2021-08-30" } },
      },
      expect = "not_applicable" },
    { "referred shortly before the interim order, at home from its first day", as_at = "2021-10-31",
      given  = {
        legal_status = { { status = "C1", from = "2021-09-01" } },
        at_home = { { kind = "P1", from = "2021-09-01" } },
        placement_with_parents = { { referred = "2021-08-25" } },
      },
      expect = "breach" },
    { "assessed for an earlier time at home, home again without", as_at = "2021-09-20",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        at_home = {
          { kind = "P1", from = "2020-02-01", to = "2020-08-01" }, { kind = "P1", from = "2021-09-01" },
        },
        placement_with_parents = {
          { referred = "2019-12-01", assessed = "2020-01-10", decided = "2020-01-20" },
        },
      },
      expect = "cannot_decide" },
    { "the same, referred again and not assessed", as_at = "2021-10-31",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        at_home = {
          { kind = "P1", from = "2020-02-01", to = "2020-08-01" }, { kind = "P1", from = "2021-09-01" },
        },
        placement_with_parents = {
          { referred = "2019-12-01", assessed = "2020-01-10", decided = "2020-01-20" },
          { referred = "2021-08-28" },
        },
      },
      expect = "breach" },
  },
}
