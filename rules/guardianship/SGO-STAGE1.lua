local sgo = require "lib.guardianship"

return rule {
  title    = "Special guardianship referral not progressed to stage 1",
  why      = "Referrals that are never started become the next quarter's backlog.",
  source   = "Derby, Exit from Care, December 2021, lines 86 and 87 \"Referrals 12\", \"Progressed " ..
             "to Stage 1 8\", line 95, line 69 \"Capacity ... reduced by 50 %\", line 119 \"one " ..
             "which did not progress due to staffing\" [S]. The limit is local [L]",
  standing = "local",
  severity = "medium",
  owner    = "special guardianship team manager",

  -- Withdrawal and stage 1 both stop the clock. Lack of staff is shown with the last panel note and
  -- excuses nothing.
  each     = guardianship,
  applies  = sgo.open_or_of_this_care,
  clock    = this.referred,
  limit    = within(setting { working_days(20), label = "Working days from referral to stage 1",
                              from = working_days(5), to = working_days(60) }),
  amber    = working_days(5),
  stops    = earliest_of(this.stage_1, this.withdrawn),

  facts    = {
    case         = this.case_id,
    stage_1      = this.stage_1,
    looked_after = this.looked_after,
    note         = sgo.last_note,
  },

  says     = "Referred for special guardianship {clock}, stage 1 begun: {stage_1}. {overdue} past " ..
             "{limit}. Looked after: {looked_after}. Last panel note: {note}.",

  examples = {
    { "twenty working days, stage 1 not begun", as_at = "2021-07-29",
      given  = { guardianship = { { case_id = "G1", referred = "2021-07-01" } } },
      expect = { "due_soon", due = "2021-07-29" } },
    { "the day after, a child who is not looked after", as_at = "2021-07-30",
      given  = { guardianship = { { case_id = "G1", referred = "2021-07-01", looked_after = "no" } } },
      expect = { "breach", days_over = 1 } },
    { "six working days before is not amber yet", as_at = "2021-07-21",
      given  = { guardianship = { { case_id = "G1", referred = "2021-07-01" } } },
      expect = "on_track" },
    { "amber five working days before", as_at = "2021-07-22",
      given  = { guardianship = { { case_id = "G1", referred = "2021-07-01" } } },
      expect = "due_soon" },
    { "stage 1 in time", as_at = "2021-09-30",
      given  = { guardianship = { { case_id = "G1", referred = "2021-07-01", stage_1 = "2021-07-29" } } },
      expect = "on_track" },
    { "stage 1 a day late", as_at = "2021-09-30",
      given  = { guardianship = { { case_id = "G1", referred = "2021-07-01", stage_1 = "2021-07-30" } } },
      expect = { "met_late", days_over = 1 } },
    { "staffing is a note, not an excuse", as_at = "2021-09-30",
      given  = {
        guardianship = { { case_id = "G1", referred = "2021-07-01" } },
        tracker_note = { { panel = "SGO", on = "2021-09-01", note = "half the team vacant" } },
      },
      expect = "breach" },
    { "withdrawn, and not in care: closed", as_at = "2021-09-30",
      given  = { guardianship = { { case_id = "G1", referred = "2021-07-01", withdrawn = "2021-09-01" } } },
      expect = "not_applicable" },
    { "withdrawn late, still in this period of care", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "C2", from = "2020-01-10" } },
        guardianship = { { case_id = "G1", referred = "2021-07-01", withdrawn = "2021-09-01" } },
      },
      expect = "met_late" },
    { "two cases are two occasions", as_at = "2021-07-30",
      given  = {
        legal_status = { { status = "C2", from = "2020-01-10" } },
        guardianship = {
          { case_id = "G1", referred = "2021-07-01" },
          { case_id = "G2", referred = "2021-07-20" },
        },
      },
      expect = "breach" },
    { "left care by special guardianship, the list not closed", as_at = "2021-09-30",
      given  = {
        care = { { from = "2020-01-10", to = "2021-08-01", ceased = "E45" } },
        guardianship = { { case_id = "G1", referred = "2021-05-01" } },
      },
      expect = "not_applicable" },
    { "eighteen", as_at = "2021-09-30",
      given  = {
        child = { date_of_birth = "2003-09-30" },
        guardianship = { { case_id = "G1", referred = "2021-07-01" } },
      },
      expect = "not_applicable" },
    { "on remand", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "J1", from = "2021-06-01" } },
        guardianship = { { case_id = "G1", referred = "2021-07-01" } },
      },
      expect = "not_applicable" },
    { "the day of referral is blank", as_at = "2021-09-30",
      given  = { guardianship = { { case_id = "G1" } } },
      expect = "cannot_decide" },
    { "no special guardianship list came", as_at = "2021-09-30",
      given  = { legal_status = { { status = "C2", from = "2020-01-10" } } },
      not_supplied = { "guardianship" },
      expect = "cannot_decide" },
    { "no list came, not in care", as_at = "2021-09-30",
      given  = { care = { { from = "2019-01-10", to = "2020-01-10", ceased = "E4A" } } },
      not_supplied = { "guardianship" },
      expect = "not_applicable" },
  },
}
