-- The two rules of the life story work, book and later life letter, which differ in the field that
-- says when it was complete and in one word.
--   return rule(life_story_rule { field = "book", title = "...", called = "Life story book" })
local case = require "lib.case"

local in_care = { from = "2019-01-10", to = "2021-03-01" }

-- A child who left care with this reason, on 1 March 2021.
local function left_by(reason)
  return { { from = in_care.from, to = in_care.to, ceased = reason } }
end

local function examples(field)
  local adopted, adopted_by_others = left_by "E12", left_by "E11"
  local hearing = { { celebration = "2021-03-31" } }
  local function complete(day) return { { celebration = "2021-03-31", [field] = day } } end
  return {
    { "the tenth working day", as_at = "2021-04-16",
      given  = { care = adopted, life_story = hearing },
      expect = { "due_soon", due = "2021-04-16" } },
    { "the day after", as_at = "2021-04-17",
      given  = { care = adopted, life_story = hearing },
      expect = { "breach", days_over = 1 } },
    { "six working days before is not amber yet", as_at = "2021-04-08",
      given  = { care = adopted, life_story = hearing },
      expect = "on_track" },
    { "amber five working days before", as_at = "2021-04-09",
      given  = { care = adopted, life_story = hearing },
      expect = "due_soon" },
    { "complete in time", as_at = "2021-05-31",
      given  = { care = adopted_by_others, life_story = complete "2021-04-16" },
      expect = "on_track" },
    { "complete late", as_at = "2021-05-31",
      given  = { care = adopted_by_others, life_story = complete "2021-04-19" },
      expect = { "met_late", days_over = 3 } },
    { "the celebration hearing lies ahead", as_at = "2021-03-20",
      given  = { care = adopted, life_story = hearing },
      expect = "on_track" },
    { "the family chose no ceremony: from the order", as_at = "2021-03-16",
      given  = { care = adopted, life_story = { { no_ceremony = "yes" } } },
      expect = { "breach", clock = "2021-03-01", due = "2021-03-15" } },
    { "hearing blank, ceremony not said to have been refused", as_at = "2021-05-31",
      given  = { care = adopted, life_story = { {} } },
      expect = "cannot_decide" },
    { "not on the life story list at all", as_at = "2021-05-31",
      given  = { care = adopted },
      expect = "cannot_decide" },
    { "no life story list came", as_at = "2021-05-31",
      given  = { care = adopted },
      not_supplied = { "life_story" },
      expect = "cannot_decide" },
    { "left care another way", as_at = "2021-05-31",
      given  = { care = left_by "E45" },
      expect = "not_applicable" },
    { "still looked after", as_at = "2021-05-31",
      given  = {
        care = { { from = in_care.from } },
        legal_status = { { status = "E1", from = "2020-01-10" } },
      },
      expect = "not_applicable" },
  }
end

return function(work)
  local complete = life_story:where(function(l) return l[work.field]:known() end):earliest()[work.field]
  return {
    title    = work.title,
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

    says     = "Adopted {adopted}, celebration hearing or order {clock}. " .. work.called ..
               " complete: {complete}. {overdue} past {limit}.",

    examples = examples(work.field),
  }
end
