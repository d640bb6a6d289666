local case    = require "lib.case"
local parents = require "lib.parents"

return rule {
  title    = "Referral to go home with no viability assessment",
  why      = "Referrals that wait for somebody with time are children who wait to go home.",
  source   = "Derby, Exit from Care, December 2021, lines 110 and 111 (referrals 5, initial " ..
             "viability 2), line 119, line 157 \"6 requests to complete initial Placement with " ..
             "Parents checklists\" [S]. The limit is local [L]",
  standing = "local",
  severity = "medium",
  owner    = "social work team manager",

  -- One occasion for each referral of this period of care. A checklist alone is not a referral yet.
  -- Gone on to assessment or decision without a viability assessment: no longer waiting for one. No
  -- list records that a referral was withdrawn.
  each     = placement_with_parents,
  applies  = all {
    case.looked_after_not_on_remand,
    parents.is_under_way(this),
    any { this.referred:missing(), case.belongs_to_this_care(this.referred) },
    any { this.viability:known(), all { this.assessed:missing(), this.decided:missing() } },
  },
  clock    = this.referred,
  limit    = within(setting { working_days(20), label = "Working days from referral to viability",
                              from = working_days(5), to = working_days(60) }),
  amber    = working_days(5),
  stops    = this.viability,

  facts    = { viability = this.viability },

  says     = "Referred {clock}, viability due {due}, done: {viability}. {overdue} past {limit}.",

  examples = {
    { "the twentieth working day", as_at = "2021-07-29",
      given  = {
        legal_status = { { status = "C2", from = "2021-01-10" } },
        placement_with_parents = { { referred = "2021-07-01" } },
      },
      expect = { "due_soon", due = "2021-07-29" } },
    { "the day after", as_at = "2021-07-30",
      given  = {
        legal_status = { { status = "C2", from = "2021-01-10" } },
        placement_with_parents = { { referred = "2021-07-01" } },
      },
      expect = { "breach", days_over = 1 } },
    { "six working days before is not amber yet", as_at = "2021-07-21",
      given  = {
        legal_status = { { status = "C2", from = "2021-01-10" } },
        placement_with_parents = { { referred = "2021-07-01" } },
      },
      expect = "on_track" },
    { "amber five working days before", as_at = "2021-07-22",
      given  = {
        legal_status = { { status = "C2", from = "2021-01-10" } },
        placement_with_parents = { { referred = "2021-07-01" } },
      },
      expect = "due_soon" },
    { "done in time", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "C2", from = "2021-01-10" } },
        placement_with_parents = { { referred = "2021-07-01", viability = "2021-07-29" } },
      },
      expect = "on_track" },
    { "done late", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "C2", from = "2021-01-10" } },
        placement_with_parents = { { referred = "2021-07-01", viability = "2021-08-02" } },
      },
      expect = { "met_late", days_over = 4 } },
    { "gone on to the assessment", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "C2", from = "2021-01-10" } },
        placement_with_parents = { { referred = "2021-07-01", assessed = "2021-08-02" } },
      },
      expect = "not_applicable" },
    { "a referral of an earlier period of care", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "C2", from = "2021-01-10" } },
        placement_with_parents = { { referred = "2019-07-01" } },
      },
      expect = "not_applicable" },
    { "the row is only a review of the order", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "C2", from = "2021-01-10" } },
        placement_with_parents = { {} },
      },
      expect = "not_applicable" },
    { "a viability assessment and no day of referral", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "C2", from = "2021-01-10" } },
        placement_with_parents = { { viability = "2021-06-20" } },
      },
      expect = "cannot_decide" },
    { "a checklist alone", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "C2", from = "2021-01-10" } },
        placement_with_parents = { { checklist = "2021-06-20" } },
      },
      expect = "not_applicable" },
    { "no list of placements with parents", as_at = "2021-09-30",
      given  = { legal_status = { { status = "C2", from = "2021-01-10" } } },
      not_supplied = { "placement_with_parents" },
      expect = "cannot_decide" },
    { "left care", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "C2", from = "2021-01-10", to = "2021-09-01" } },
        placement_with_parents = { { referred = "2021-07-01" } },
      },
      expect = "not_applicable" },
  },
}
