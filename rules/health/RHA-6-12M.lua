local health = require "lib.health"

local assessed = health.latest_assessment.on
local refused  = health.refusals_since(assessed)

return rule {
  title    = "Review health assessment overdue",
  why      = "A child's health is looked at twice a year under five, and yearly from five.",
  source   = "Care Planning, Placement and Case Review Regulations 2010 reg 7(3) [K]; Coventry and " ..
             "City of London procedures: six-monthly under five, yearly from five [V]. That the " ..
             "age on the day of the last assessment decides is local [L]",
  to_be_confirmed = true,
  standing = "statutory",
  severity = "medium",
  owner    = "health team manager",

  -- No assessment yet is IHA-20WD. The next assessment starts a new clock: never met late. Birth date
  -- blank: undecided between six months and twelve.
  applies  = all { health.looked_after_not_placed, health.latest_assessment:known() },
  clock    = assessed,
  limit    = choose { { age_on(assessed):under(5), within(months(6)) }, otherwise = within(months(12)) },
  amber    = days(28),

  facts    = { refused = refused:latest().on },

  explained_by = {
    { "the young person refused on {refused}", when = refused:any() },
  },

  says     = "Last health assessment {clock}, next due {due}. {overdue} past {limit}.",

  examples = {
    { "four years old: six months to the day", as_at = "2021-09-30",
      given  = {
        child = { date_of_birth = "2017-01-10" },
        legal_status = { { status = "C2", from = "2020-07-01" } },
        health_check = { { kind = "REVIEW", on = "2021-03-30", status = "COMPLETED" } },
      },
      expect = { "due_soon", due = "2021-09-30" } },
    { "four years old: the day after", as_at = "2021-10-01",
      given  = {
        child = { date_of_birth = "2017-01-10" },
        legal_status = { { status = "C2", from = "2020-07-01" } },
        health_check = { { kind = "REVIEW", on = "2021-03-30", status = "COMPLETED" } },
      },
      expect = { "breach", days_over = 1 } },
    { "five since: the shorter limit stands until the next one", as_at = "2021-10-01",
      given  = {
        child = { date_of_birth = "2016-03-31" },
        legal_status = { { status = "C2", from = "2020-07-01" } },
        health_check = { { kind = "REVIEW", on = "2021-03-30", status = "COMPLETED" } },
      },
      expect = "breach" },
    { "five on the day: a year", as_at = "2022-03-30",
      given  = {
        child = { date_of_birth = "2016-03-30" },
        legal_status = { { status = "C2", from = "2020-07-01" } },
        health_check = { { kind = "REVIEW", on = "2021-03-30", status = "COMPLETED" } },
      },
      expect = { "due_soon", due = "2022-03-30" } },
    { "a year and a day", as_at = "2022-03-31",
      given  = {
        child = { date_of_birth = "2010-03-30" },
        legal_status = { { status = "C2", from = "2020-07-01" } },
        health_check = { { kind = "REVIEW", on = "2021-03-30", status = "COMPLETED" } },
      },
      expect = "breach" },
    { "twenty-nine days before is not amber yet", as_at = "2022-03-01",
      given  = {
        child = { date_of_birth = "2010-03-30" },
        legal_status = { { status = "C2", from = "2020-07-01" } },
        health_check = { { kind = "REVIEW", on = "2021-03-30", status = "COMPLETED" } },
      },
      expect = "on_track" },
    { "refused since", as_at = "2022-04-30",
      given  = {
        child = { date_of_birth = "2010-03-30" },
        legal_status = { { status = "C2", from = "2020-07-01" } },
        health_check = { { kind = "REVIEW", on = "2021-03-30", status = "COMPLETED" },
                         { kind = "REVIEW", on = "2022-03-20", status = "REFUSED" } },
      },
      expect = "explained" },
    { "refused, but that was seven months ago", as_at = "2022-10-30",
      given  = {
        child = { date_of_birth = "2010-03-30" },
        legal_status = { { status = "C2", from = "2020-07-01" } },
        health_check = { { kind = "REVIEW", on = "2021-03-30", status = "COMPLETED" },
                         { kind = "REVIEW", on = "2022-03-20", status = "REFUSED" } },
      },
      expect = "breach" },
    { "none yet", as_at = "2022-04-30",
      given  = {
        child = { date_of_birth = "2010-03-30" },
        legal_status = { { status = "C2", from = "2020-07-01" } },
      },
      expect = "not_applicable" },
    { "birth date blank, eight months", as_at = "2021-11-30",
      given  = {
        legal_status = { { status = "C2", from = "2020-07-01" } },
        health_check = { { kind = "REVIEW", on = "2021-03-30", status = "COMPLETED" } },
      },
      expect = "cannot_decide" },
    { "birth date blank, thirteen months", as_at = "2022-04-30",
      given  = {
        legal_status = { { status = "C2", from = "2020-07-01" } },
        health_check = { { kind = "REVIEW", on = "2021-03-30", status = "COMPLETED" } },
      },
      expect = "breach" },
    { "a later one with a blank status", as_at = "2022-04-30",
      given  = {
        child = { date_of_birth = "2010-03-30" },
        legal_status = { { status = "C2", from = "2020-07-01" } },
        health_check = { { kind = "REVIEW", on = "2021-03-30", status = "COMPLETED" },
                         { kind = "REVIEW", on = "2022-03-20" } },
      },
      expect = "cannot_decide" },
    { "no health list came", as_at = "2022-04-30",
      given  = {
        child = { date_of_birth = "2010-03-30" },
        legal_status = { { status = "C2", from = "2020-07-01" } },
      },
      not_supplied = { "health_check" },
      expect = "cannot_decide" },
    { "placed for adoption", as_at = "2022-04-30",
      given  = {
        child = { date_of_birth = "2019-03-30" },
        legal_status = { { status = "E1", from = "2020-07-01" } },
        with_adopters = { { kind = "A5", from = "2021-05-01" } },
        health_check = { { kind = "REVIEW", on = "2021-03-30", status = "COMPLETED" } },
      },
      expect = "not_applicable" },
  },
}
