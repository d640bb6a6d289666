local schooling = require "lib.schooling"

return rule {
  title    = "Attendance below threshold, or an exclusion",
  why      = "Absence and exclusion show a plan failing before it formally fails.",
  source   = "Middlesbrough 2022, line 118 \"91% in November 2021\", line 119, no permanent exclusion " ..
             "\"in the last 5 years\", line 67 \"reduction in fixed term exclusions\", line 99 [S]; " ..
             "provision from the sixth day of a fixed-term exclusion [K]. The threshold is local [L]",
  to_be_confirmed = true,
  standing = "local",
  severity = "medium",
  owner    = "virtual school head",

  -- Of school age and looked after for 28 days or more of this term, in the holidays of the term just
  -- ended. Authorised absence would excuse, but no list records why a child was absent.
  applies     = all {
    schooling.looked_after_of_school_age,
    schooling.days_looked_after_this_term:at_least(28),
  },
  breach_when = any {
    schooling.attendance:under(setting { 90, label = "Attendance in the term, per cent",
                                         from = 80, to = 97 }),
    schooling.permanent_exclusions:any(),
    schooling.exclusions_without_day_six:any(),
  },
  amber_when  = schooling.attendance:under(95),
  clock       = schooling.first_day_of_term,

  facts    = {
    attendance = schooling.attendance,
    permanent  = schooling.permanent_exclusions:earliest().on,
    fixed      = schooling.exclusions_without_day_six:earliest().on,
  },

  says     = "Attendance since {clock}: {attendance} per cent. Permanently excluded: {permanent}. " ..
             "Fixed-term exclusion with no provision from the sixth day on record: {fixed}.",

  examples = {
    { "89.9 per cent over the term", as_at = "2021-12-17", terms = { "2021-09-06..2021-12-17" },
      given  = {
        child = { date_of_birth = "2010-05-05" },
        legal_status = { { status = "C2", from = "2020-07-01" } },
        education = { { on = "2021-09-06", sessions_possible = 999, sessions_attended = 898 } },
      },
      expect = "breach" },
    { "90 per cent, from two weeks", as_at = "2021-12-17", terms = { "2021-09-06..2021-12-17" },
      given  = {
        child = { date_of_birth = "2010-05-05" },
        legal_status = { { status = "C2", from = "2020-07-01" } },
        education = { { on = "2021-09-06", sessions_possible = 10, sessions_attended = 10 },
                      { on = "2021-09-13", sessions_possible = 10, sessions_attended = 8 } },
      },
      expect = "due_soon" },
    { "95 per cent", as_at = "2021-12-17", terms = { "2021-09-06..2021-12-17" },
      given  = {
        child = { date_of_birth = "2010-05-05" },
        legal_status = { { status = "C2", from = "2020-07-01" } },
        education = { { on = "2021-09-06", sessions_possible = 10, sessions_attended = 10 },
                      { on = "2021-09-13", sessions_possible = 10, sessions_attended = 9 } },
      },
      expect = "on_track" },
    { "last term does not count", as_at = "2021-12-17",
      terms = { "2021-04-19..2021-07-21", "2021-09-06..2021-12-17" },
      given  = {
        child = { date_of_birth = "2010-05-05" },
        legal_status = { { status = "C2", from = "2020-07-01" } },
        education = { { on = "2021-07-12", sessions_possible = 10, sessions_attended = 0 },
                      { on = "2021-09-13", sessions_possible = 10, sessions_attended = 10 } },
      },
      expect = "on_track" },
    { "permanently excluded", as_at = "2021-12-17", terms = { "2021-09-06..2021-12-17" },
      given  = {
        child = { date_of_birth = "2010-05-05" },
        legal_status = { { status = "C2", from = "2020-07-01" } },
        education = { { on = "2021-09-06", sessions_possible = 10, sessions_attended = 10,
                        exclusion = "Permanent" } },
      },
      expect = "breach" },
    { "fixed-term, nothing from the sixth day", as_at = "2021-12-17",
      terms = { "2021-09-06..2021-12-17" },
      given  = {
        child = { date_of_birth = "2010-05-05" },
        legal_status = { { status = "C2", from = "2020-07-01" } },
        education = { { on = "2021-09-06", sessions_possible = 10, sessions_attended = 10,
                        exclusion = "fixed term" } },
      },
      expect = "breach" },
    { "fixed-term, provision from the sixth day", as_at = "2021-12-17",
      terms = { "2021-09-06..2021-12-17" },
      given  = {
        child = { date_of_birth = "2010-05-05" },
        legal_status = { { status = "C2", from = "2020-07-01" } },
        education = { { on = "2021-09-06", sessions_possible = 10, sessions_attended = 10,
                        exclusion = "fixed term, day 6 at the centre" } },
      },
      expect = "on_track" },
    { "no session was possible", as_at = "2021-12-17", terms = { "2021-09-06..2021-12-17" },
      given  = {
        child = { date_of_birth = "2010-05-05" },
        legal_status = { { status = "C2", from = "2020-07-01" } },
        education = { { on = "2021-09-06", sessions_possible = 0, sessions_attended = 0 } },
      },
      expect = "cannot_decide" },
    { "sessions blank", as_at = "2021-12-17", terms = { "2021-09-06..2021-12-17" },
      given  = {
        child = { date_of_birth = "2010-05-05" },
        legal_status = { { status = "C2", from = "2020-07-01" } },
        education = { { on = "2021-09-06" } },
      },
      expect = "cannot_decide" },
    { "no week on record", as_at = "2021-12-17", terms = { "2021-09-06..2021-12-17" },
      given  = {
        child = { date_of_birth = "2010-05-05" },
        legal_status = { { status = "C2", from = "2020-07-01" } },
      },
      expect = "cannot_decide" },
    { "looked after for 27 days of the term", as_at = "2021-12-17",
      terms = { "2021-09-06..2021-12-17" },
      given  = {
        child = { date_of_birth = "2010-05-05" },
        legal_status = { { status = "C2", from = "2021-11-21" } },
        education = { { on = "2021-12-06", sessions_possible = 10, sessions_attended = 0 } },
      },
      expect = "not_applicable" },
    { "looked after for 28 days of the term", as_at = "2021-12-17",
      terms = { "2021-09-06..2021-12-17" },
      given  = {
        child = { date_of_birth = "2010-05-05" },
        legal_status = { { status = "C2", from = "2021-11-20" } },
        education = { { on = "2021-12-06", sessions_possible = 10, sessions_attended = 0 } },
      },
      expect = "breach" },
    { "not at school yet", as_at = "2021-12-17", terms = { "2021-09-06..2021-12-17" },
      given  = {
        child = { date_of_birth = "2018-05-05" },
        legal_status = { { status = "C2", from = "2020-07-01" } },
      },
      expect = "not_applicable" },
    { "no terms", as_at = "2021-12-17",
      given  = {
        child = { date_of_birth = "2010-05-05" },
        legal_status = { { status = "C2", from = "2020-07-01" } },
        education = { { on = "2021-09-06", sessions_possible = 10, sessions_attended = 10 } },
      },
      expect = "cannot_decide" },
    { "no education list", as_at = "2021-12-17", terms = { "2021-09-06..2021-12-17" },
      given  = {
        child = { date_of_birth = "2010-05-05" },
        legal_status = { { status = "C2", from = "2020-07-01" } },
      },
      not_supplied = { "education" },
      expect = "cannot_decide" },
  },
}
