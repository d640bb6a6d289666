local case = require "lib.case"

local complete = life_story:where(function(l) return l.letter:known() end):earliest().letter

return rule {
  title    = "Later life letter late",
  why      = "The child's history must be with the family promptly after the order.",
  source   = "Kent and West Berkshire procedures: within 10 working days of the adoption ceremony " ..
             "[V]; Adoption National Minimum Standards 2014 and statutory guidance [K]; " ..
             "Middlesbrough 2022, line 82 \"Life Story Work is completed and in place for children " ..
             "who are adopted\", lines 78, 85 and 130 [S]",
  to_be_confirmed = true,
  standing = "guidance",
  severity = "medium",
  owner    = "adoption team manager",

  -- Children who have left care by adoption: a rule about children looked after now would be empty.
  applies  = all { case.left_by_adoption, none { case.looked_after } },
  clock    = case.day_of_celebration,
  limit    = within(working_days(10)),
  amber    = working_days(5),
  stops    = complete,

  facts    = { adopted = case.day_of_adoption, complete = complete },

  says     = "Adopted {adopted}, celebration hearing or order {clock}. Later life letter complete: {complete}. " ..
             "{overdue} past {limit}.",

  examples = {
    { "the tenth working day", as_at = "2021-04-16",
      given  = {
        care = { { from = "2019-01-10", to = "2021-03-01", ceased = "E12" } },
        life_story = { { celebration = "2021-03-31" } },
      },
      expect = { "due_soon", due = "2021-04-16" } },
    { "the day after", as_at = "2021-04-17",
      given  = {
        care = { { from = "2019-01-10", to = "2021-03-01", ceased = "E12" } },
        life_story = { { celebration = "2021-03-31" } },
      },
      expect = { "breach", days_over = 1 } },
    { "six working days before is not amber yet", as_at = "2021-04-08",
      given  = {
        care = { { from = "2019-01-10", to = "2021-03-01", ceased = "E12" } },
        life_story = { { celebration = "2021-03-31" } },
      },
      expect = "on_track" },
    { "amber five working days before", as_at = "2021-04-09",
      given  = {
        care = { { from = "2019-01-10", to = "2021-03-01", ceased = "E12" } },
        life_story = { { celebration = "2021-03-31" } },
      },
      expect = "due_soon" },
    { "complete in time", as_at = "2021-05-31",
      given  = {
        care = { { from = "2019-01-10", to = "2021-03-01", ceased = "E11" } },
        life_story = { { celebration = "2021-03-31", letter = "2021-04-16" } },
      },
      expect = "on_track" },
    { "complete late", as_at = "2021-05-31",
      given  = {
        care = { { from = "2019-01-10", to = "2021-03-01", ceased = "E11" } },
        life_story = { { celebration = "2021-03-31", letter = "2021-04-19" } },
      },
      expect = { "met_late", days_over = 3 } },
    { "the celebration hearing lies ahead", as_at = "2021-03-20",
      given  = {
        care = { { from = "2019-01-10", to = "2021-03-01", ceased = "E12" } },
        life_story = { { celebration = "2021-03-31" } },
      },
      expect = "on_track" },
    { "the family chose no ceremony: from the order", as_at = "2021-03-16",
      given  = {
        care = { { from = "2019-01-10", to = "2021-03-01", ceased = "E12" } },
        life_story = { { no_ceremony = "yes" } },
      },
      expect = { "breach", clock = "2021-03-01", due = "2021-03-15" } },
    { "hearing blank, ceremony not said to have been refused", as_at = "2021-05-31",
      given  = {
        care = { { from = "2019-01-10", to = "2021-03-01", ceased = "E12" } },
        life_story = { {} },
      },
      expect = "cannot_decide" },
    { "not on the life story list at all", as_at = "2021-05-31",
      given  = { care = { { from = "2019-01-10", to = "2021-03-01", ceased = "E12" } } },
      expect = "cannot_decide" },
    { "no life story list came", as_at = "2021-05-31",
      given  = { care = { { from = "2019-01-10", to = "2021-03-01", ceased = "E12" } } },
      not_supplied = { "life_story" },
      expect = "cannot_decide" },
    { "left care another way", as_at = "2021-05-31",
      given  = { care = { { from = "2019-01-10", to = "2021-03-01", ceased = "E45" } } },
      expect = "not_applicable" },
    { "still looked after", as_at = "2021-05-31",
      given  = {
        care = { { from = "2019-01-10" } },
        legal_status = { { status = "E1", from = "2020-01-10" } },
      },
      expect = "not_applicable" },
  },
}
