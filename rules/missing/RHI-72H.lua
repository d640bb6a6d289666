local case    = require "lib.case"
local missing = require "lib.missing"

return rule {
  title    = "Return interview late",
  why      = "What the child has to say must be asked within 72 hours of coming back.",
  source   = "Missing People 2024: statutory guidance says within 72 hours; in practice 63% on " ..
             "average [V]. The five reports do not mention missing children",
  standing = "guidance",
  severity = "high",
  owner    = "social work team manager",

  -- One occasion for each return in this period of care, missing or away. An interview that
  -- was never held stays on the list. Hours, not working hours.
  each     = missing_episode,
  applies  = all {
    case.looked_after,
    this.kind:is("M", "A"),
    this.to:on_or_after(case.start_of_care),
  },
  clock    = this.to,
  -- With days only: by the second day after the return every interview is in time, on the third it
  -- depends on the hour, from the fourth it is late. Not held by the end of the third day: every
  -- possible 72 hours are over.
  limit    = reaches(days(3)),
  amber    = days(2),
  stops    = choose {
    { missing.interview_on_third_day, either_of(missing.day_interviewed, this.to + days(2)) },
    otherwise = missing.day_interviewed,
  },

  facts    = {
    missing_since = this.from,
    interviewed   = missing.day_interviewed,
    offered       = missing.day_offered,
  },

  -- Offered and accepted flags alone never decide: the day of the offer must be held. "Not
  -- applicable" is not "no".
  explained_by = {
    { "offered on {offered} and declined", when = missing.offered_in_time_and_declined },
  },

  says     = "Missing since {missing_since}, back on {clock}. Return interview held: {interviewed}, " ..
             "offered: {offered}. {overdue} past 72 hours.",
  says_also = {
    { "The third day after the return: whether it was within 72 hours needs times.",
      when = missing.interview_on_third_day },
  },

  examples = {
    { "the second day, not held yet", as_at = "2021-09-12",
      given  = {
        legal_status = { { status = "C2", from = "2020-07-01" } },
        missing_episode = { { kind = "M", from = "2021-09-08", to = "2021-09-10" } },
      },
      expect = "due_soon" },
    { "the day of the return is not amber yet", as_at = "2021-09-10",
      given  = {
        legal_status = { { status = "C2", from = "2020-07-01" } },
        missing_episode = { { kind = "M", from = "2021-09-08", to = "2021-09-10" } },
      },
      expect = "on_track" },
    { "amber from the day after", as_at = "2021-09-11",
      given  = {
        legal_status = { { status = "C2", from = "2020-07-01" } },
        missing_episode = { { kind = "M", from = "2021-09-08", to = "2021-09-10" } },
      },
      expect = "due_soon" },
    { "not held by the end of the third day", as_at = "2021-09-13",
      given  = {
        legal_status = { { status = "C2", from = "2020-07-01" } },
        missing_episode = { { kind = "A", from = "2021-09-08", to = "2021-09-10" } },
      },
      expect = { "breach", due = "2021-09-13" } },
    { "held on the second day", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "C2", from = "2020-07-01" } },
        missing_episode = { { kind = "M", from = "2021-09-08", to = "2021-09-10" } },
        return_interview = { { on = "2021-09-10", held = "2021-09-12" } },
      },
      expect = "on_track" },
    { "held on the third day: needs times", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "C2", from = "2020-07-01" } },
        missing_episode = { { kind = "M", from = "2021-09-08", to = "2021-09-10" } },
        return_interview = { { on = "2021-09-10", held = "2021-09-13" } },
      },
      expect = "cannot_decide" },
    { "held on the fourth day", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "C2", from = "2020-07-01" } },
        missing_episode = { { kind = "M", from = "2021-09-08", to = "2021-09-10" } },
        return_interview = { { on = "2021-09-10", held = "2021-09-14" } },
      },
      expect = { "met_late", days_over = 1 } },
    { "the interview after another return", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "C2", from = "2020-07-01" } },
        missing_episode = { { kind = "M", from = "2021-09-08", to = "2021-09-10" } },
        return_interview = { { on = "2021-08-10", held = "2021-08-11" } },
      },
      expect = "breach" },
    { "offered in time and declined", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "C2", from = "2020-07-01" } },
        missing_episode = { { kind = "M", from = "2021-09-08", to = "2021-09-10" } },
        return_interview = { { on = "2021-09-10", offered = "2021-09-11", refused = "yes" } },
      },
      expect = "explained" },
    { "offered late and declined", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "C2", from = "2020-07-01" } },
        missing_episode = { { kind = "M", from = "2021-09-08", to = "2021-09-10" } },
        return_interview = { { on = "2021-09-10", offered = "2021-09-14", refused = "yes" } },
      },
      expect = "breach" },
    { "declined, but no day of an offer", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "C2", from = "2020-07-01" } },
        missing_episode = {
          { kind = "M", from = "2021-09-08", to = "2021-09-10", offered = "Y", accepted = "N" },
        },
      },
      expect = "breach" },
    { "offered in time, acceptance not applicable", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "C2", from = "2020-07-01" } },
        missing_episode = { { kind = "M", from = "2021-09-08", to = "2021-09-10", accepted = "NA" } },
        return_interview = { { on = "2021-09-10", offered = "2021-09-11", refused = "no" } },
      },
      expect = "breach" },
    { "still missing", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "C2", from = "2020-07-01" } },
        missing_episode = { { kind = "M", from = "2021-09-08" } },
      },
      expect = "not_applicable" },
    { "before this period of care", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "C2", from = "2021-09-20" } },
        missing_episode = { { kind = "M", from = "2021-09-08", to = "2021-09-10" } },
      },
      expect = "not_applicable" },
    { "offered and accepted flags, no list of interviews", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "C2", from = "2020-07-01" } },
        missing_episode = {
          { kind = "M", from = "2021-09-08", to = "2021-09-10", offered = "Y", accepted = "Y" },
        },
      },
      not_supplied = { "return_interview" },
      expect = "cannot_decide" },
    { "no list of missing episodes", as_at = "2021-09-30",
      given  = { legal_status = { { status = "C2", from = "2020-07-01" } } },
      not_supplied = { "missing_episode" },
      expect = "cannot_decide" },
    { "on remand", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "J1", from = "2020-07-01" } },
        missing_episode = { { kind = "M", from = "2021-09-08", to = "2021-09-10" } },
      },
      expect = "breach" },
    { "offered before the child went missing", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        missing_episode = { { kind = "M", from = "2021-09-10", to = "2021-09-12" } },
        return_interview = { { on = "2021-09-12", offered = "2021-09-01", refused = "yes" } },
      },
      expect = "breach" },
  },
}
