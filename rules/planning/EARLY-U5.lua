local case     = require "lib.case"
local planning = require "lib.planning"

-- A relative's first assessment, done and not withdrawn: the special guardianship list is where a
-- viability assessment of a relative is recorded.
local relative = guardianship:where(function(g)
  return all {
    g.withdrawn:missing(),
    g.stage_1:during(last(setting {
      days(28), label = "Days for which a relative's viability explains",
      from = days(14), to = days(56) })),
  }
end)

return rule {
  title    = "Young child, no early-permanence decision",
  why      = "For very young children each month is a large share of life; early placement must at " ..
             "least be considered.",
  source   = "Middlesbrough 2022, line 16 \"missed opportunities to place children early for " ..
             "fostering for adoption\", line 20 \"including very young children, have experienced " ..
             "too many changes\", line 24; Durham 2018, line 52 \"fostering to adopt\", line 58 " ..
             "\"Early Permanence Strategy\" [S]. The limit is local [L]",
  standing = "local",
  severity = "high",
  owner    = "adoption team manager",

  -- Birth date blank: cannot be decided; school age is never assumed. With a plan that is not
  -- adoption the question has been answered, in time or late.
  applies  = all {
    case.looked_after_not_on_remand,
    case.status:is("C1", "C2", "V2", "L2"),
    age:under(5),
    none { case.with_adopters, case.at_home },
  },
  clock    = case.start_of_care,
  limit    = reaches(setting { months(3), label = "Months in care without a decision",
                               from = months(1), to = months(6) }),
  amber    = months(1),
  stops    = earliest_of(
    planning.day_early_permanence_was_considered,
    planning.start_with_carers_who_may_adopt,
    planning.start_of_another_plan
  ),

  facts    = {
    plan     = case.plan,
    decided  = planning.day_early_permanence_was_considered,
    placed   = planning.start_with_carers_who_may_adopt,
    relative = relative:latest_of "stage_1",
  },

  explained_by = {
    { "a relative's first assessment was completed on {relative}", when = relative:any() },
  },

  says     = "Came into care {clock}, under five, no decision on early permanence. {overdue} past " ..
             "{limit}. Plan: {plan}.",

  examples = {
    { "the day before three months", as_at = "2021-09-29",
      given  = {
        child = { date_of_birth = "2020-06-01" },
        legal_status = { { status = "C1", from = "2021-06-30" } },
      },
      expect = "due_soon" },
    { "three months to the day", as_at = "2021-09-30",
      given  = {
        child = { date_of_birth = "2020-06-01" },
        legal_status = { { status = "C1", from = "2021-06-30" } },
      },
      expect = { "breach", due = "2021-09-30" } },
    { "not amber before two months", as_at = "2021-08-29",
      given  = {
        child = { date_of_birth = "2020-06-01" },
        legal_status = { { status = "C1", from = "2021-06-30" } },
      },
      expect = "on_track" },
    { "amber from two months", as_at = "2021-08-30",
      given  = {
        child = { date_of_birth = "2020-06-01" },
        legal_status = { { status = "C1", from = "2021-06-30" } },
      },
      expect = "due_soon" },
    { "plan of adoption and no decision", as_at = "2021-12-31",
      given  = {
        child = { date_of_birth = "2020-06-01" },
        legal_status = { { status = "C1", from = "2021-06-30" } },
        care_plan = { { plan = "ADOPTION", from = "2021-08-01" } },
      },
      expect = "breach" },
    { "fostering for adoption decided in time", as_at = "2021-12-31",
      given  = {
        child = { date_of_birth = "2020-06-01" },
        legal_status = { { status = "C1", from = "2021-06-30" } },
        early_permanence = { { decided = "2021-09-29" } },
      },
      expect = "on_track" },
    { "not suitable, decided late", as_at = "2021-12-31",
      given  = {
        child = { date_of_birth = "2020-06-01" },
        legal_status = { { status = "C1", from = "2021-06-30" } },
        early_permanence = { { not_suitable = "2021-10-10" } },
      },
      expect = { "met_late", days_over = 10 } },
    { "decided in an earlier period of care", as_at = "2021-12-31",
      given  = {
        child = { date_of_birth = "2018-06-01" },
        legal_status = {
          { status = "C1", from = "2019-01-10", to = "2019-09-01" },
          { status = "C1", from = "2021-06-30" },
        },
        care = {
          { from = "2019-01-10", to = "2019-09-01", ceased = "E4A" }, { from = "2021-06-30" },
        },
        early_permanence = { { decided = "2019-02-20" } },
      },
      expect = "breach" },
    { "decided before the child was born into care", as_at = "2021-12-31",
      given  = {
        child = { date_of_birth = "2021-06-29" },
        legal_status = { { status = "C1", from = "2021-06-30" } },
        early_permanence = { { decided = "2021-06-01" } },
      },
      expect = "on_track" },
    { "placed with carers who may adopt", as_at = "2021-12-31",
      given  = {
        child = { date_of_birth = "2020-06-01" },
        legal_status = { { status = "C1", from = "2021-06-30" } },
        placement = { { kind = "U5", from = "2021-07-15" } },
      },
      expect = "on_track" },
    { "another plan agreed in time", as_at = "2021-12-31",
      given  = {
        child = { date_of_birth = "2020-06-01" },
        legal_status = { { status = "C1", from = "2021-06-30" } },
        care_plan = { { plan = "RETURN6M", from = "2021-08-01", to = "2021-10-01" },
                      { plan = "LTRELFR", from = "2021-10-01" } },
      },
      expect = "on_track" },
    { "another plan first, adoption now", as_at = "2021-12-31",
      given  = {
        child = { date_of_birth = "2020-06-01" },
        legal_status = { { status = "C1", from = "2021-06-30" } },
        care_plan = { { plan = "RETURN6M", from = "2021-08-01", to = "2021-10-01" },
                      { plan = "ADOPTION", from = "2021-10-01" } },
      },
      expect = "breach" },
    { "a relative's first assessment is four weeks old", as_at = "2021-10-28",
      given  = {
        child = { date_of_birth = "2020-06-01" },
        legal_status = { { status = "C1", from = "2021-06-30" } },
        guardianship = { { case_id = "G1", stage_1 = "2021-10-01" } },
      },
      expect = "explained" },
    { "that assessment is older", as_at = "2021-10-29",
      given  = {
        child = { date_of_birth = "2020-06-01" },
        legal_status = { { status = "C1", from = "2021-06-30" } },
        guardianship = { { case_id = "G1", stage_1 = "2021-10-01" } },
      },
      expect = "breach" },
    { "five today", as_at = "2021-12-31",
      given  = {
        child = { date_of_birth = "2016-12-31" },
        legal_status = { { status = "C1", from = "2021-06-30" } },
      },
      expect = "not_applicable" },
    { "five tomorrow", as_at = "2021-12-30",
      given  = {
        child = { date_of_birth = "2016-12-31" },
        legal_status = { { status = "C1", from = "2021-06-30" } },
      },
      expect = "breach" },
    { "at home", as_at = "2021-12-31",
      given  = {
        child = { date_of_birth = "2020-06-01" },
        legal_status = { { status = "C1", from = "2021-06-30" } },
        at_home = { { kind = "P1", from = "2021-07-30" } },
      },
      expect = "not_applicable" },
    { "placement order", as_at = "2021-12-31",
      given  = {
        child = { date_of_birth = "2020-06-01" },
        legal_status = { { status = "E1", from = "2021-06-30" } },
      },
      expect = "not_applicable" },
    { "birth date blank", as_at = "2021-12-31",
      given  = { legal_status = { { status = "C1", from = "2021-06-30" } } },
      expect = "cannot_decide" },
    { "no early permanence list, adoption is the plan", as_at = "2021-12-31",
      given  = {
        child = { date_of_birth = "2020-06-01" },
        legal_status = { { status = "C1", from = "2021-06-30" } },
        care_plan = { { plan = "ADOPTION", from = "2021-08-01" } },
      },
      not_supplied = { "early_permanence" },
      expect = "cannot_decide" },
    { "no care plan list", as_at = "2021-12-31",
      given  = {
        child = { date_of_birth = "2020-06-01" },
        legal_status = { { status = "C1", from = "2021-06-30" } },
      },
      not_supplied = { "care_plan" },
      expect = "cannot_decide" },
    { "the plan of an earlier period of care, left open", as_at = "2021-12-31",
      given  = {
        child = { date_of_birth = "2018-06-01" },
        legal_status = {
          { status = "C1", from = "2019-01-10", to = "2019-09-01" },
          { status = "C1", from = "2021-06-30" },
        },
        care = {
          { from = "2019-01-10", to = "2019-09-01", ceased = "E4A" }, { from = "2021-06-30" },
        },
        care_plan = { { plan = "RETURN6M", from = "2019-02-20" } },
      },
      expect = "breach" },
  },
}
