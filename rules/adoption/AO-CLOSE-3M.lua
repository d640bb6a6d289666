local actions = require "lib.actions"
local case    = require "lib.case"

local adopted = case.day_of_adoption

-- Work that was going on when the order was made. Support after adoption that began later is other
-- work, and may go on.
local work = involvement:where(function(i) return i.from:on_or_before(adopted) end)
local open = work:where(function(i) return i.to:missing() end)

local appeal = actions.pending { "appeal" }
local life_story_is_open = any {
  none { life_story:where(function(l) return l.book:known() end):any() },
  none { life_story:where(function(l) return l.letter:known() end):any() },
}

return rule {
  title    = "Adoption order made, case still open",
  why      = "A family that has adopted should be let go; open files keep workers from children who " ..
             "still wait.",
  source   = "Derby, Exit from Care, December 2021, line 187: \"13 cases where the Adoption Order has " ..
             "been granted but there are outstanding tasks to complete before the case can be closed\" " ..
             "[S]. The limit is local [L]",
  standing = "local",
  severity = "low",
  owner    = "adoption team manager",

  -- Children who have left care by adoption: a rule about children looked after now would be empty. A
  -- child of whom the list holds no work at all is not shown to be closed: cannot be decided.
  applies  = all {
    case.left_by_adoption,
    none { case.looked_after },
    any { work:any(), case.cannot_be_told },
  },
  clock    = adopted,
  limit    = within(setting { months(3), label = "Months from the adoption order to closing the case",
                              from = months(1), to = months(12) }),
  amber    = months(1),
  -- The last of the work to end, and nothing while any goes on.
  stops    = choose {
    { open:any(), open:latest().to },
    otherwise = work:latest_of "to",
  },

  facts    = {
    workers_open = open,
    open_since   = open:earliest().from,
    book         = life_story:latest_of "book",
    letter       = life_story:latest_of "letter",
    appeal       = appeal:latest().on,
  },

  -- While the book or the letter is missing the two life story rules run, and with them the work. An
  -- appeal is an action of that name since the order that is not done.
  explained_by = {
    { "appeal recorded on {appeal}", when = appeal:since(adopted):any() },
    { "life story book (done: {book}) or later life letter (done: {letter}) not complete",
      when = life_story_is_open },
  },

  says     = "Adopted {clock}, case not closed: involvements still open: {workers_open}, the oldest " ..
             "since {open_since}. {overdue} past {limit}.",

  examples = {
    { "three months to the day", as_at = "2021-09-30",
      given  = {
        care = { { from = "2019-01-10", to = "2021-06-30", ceased = "E12" } },
        involvement = { { worker = "W1", from = "2019-01-10" } },
        life_story = { { book = "2021-08-01", letter = "2021-08-01" } },
      },
      expect = { "due_soon", due = "2021-09-30" } },
    { "the day after", as_at = "2021-10-01",
      given  = {
        care = { { from = "2019-01-10", to = "2021-06-30", ceased = "E12" } },
        involvement = { { worker = "W1", from = "2019-01-10" } },
        life_story = { { book = "2021-08-01", letter = "2021-08-01" } },
      },
      expect = { "breach", days_over = 1 } },
    { "not amber before two months", as_at = "2021-08-29",
      given  = {
        care = { { from = "2019-01-10", to = "2021-06-30", ceased = "E12" } },
        involvement = { { worker = "W1", from = "2019-01-10" } },
      },
      expect = "on_track" },
    { "amber from two months", as_at = "2021-08-30",
      given  = {
        care = { { from = "2019-01-10", to = "2021-06-30", ceased = "E11" } },
        involvement = { { worker = "W1", from = "2019-01-10" } },
      },
      expect = "due_soon" },
    { "closed in time", as_at = "2021-12-31",
      given  = {
        care = { { from = "2019-01-10", to = "2021-06-30", ceased = "E12" } },
        involvement = { { worker = "W1", from = "2019-01-10", to = "2021-09-30" } },
      },
      expect = "on_track" },
    { "closed late", as_at = "2021-12-31",
      given  = {
        care = { { from = "2019-01-10", to = "2021-06-30", ceased = "E12" } },
        involvement = {
          { worker = "W1", from = "2019-01-10", to = "2021-07-30" },
          { worker = "W2", from = "2020-01-10", to = "2021-10-10" },
        },
      },
      expect = { "met_late", days_over = 10 } },
    { "one of two still open", as_at = "2021-12-31",
      given  = {
        care = { { from = "2019-01-10", to = "2021-06-30", ceased = "E12" } },
        involvement = {
          { worker = "W1", from = "2019-01-10", to = "2021-07-30" },
          { worker = "W2", from = "2020-01-10" },
        },
        life_story = { { book = "2021-08-01", letter = "2021-08-01" } },
      },
      expect = "breach" },
    { "support that began after the order", as_at = "2021-12-31",
      given  = {
        care = { { from = "2019-01-10", to = "2021-06-30", ceased = "E12" } },
        involvement = {
          { worker = "W1", from = "2019-01-10", to = "2021-07-30" },
          { worker = "W3", from = "2021-08-01" },
        },
      },
      expect = "on_track" },
    { "appeal, not answered", as_at = "2021-12-31",
      given  = {
        care = { { from = "2019-01-10", to = "2021-06-30", ceased = "E12" } },
        involvement = { { worker = "W1", from = "2019-01-10" } },
        life_story = { { book = "2021-08-01", letter = "2021-08-01" } },
        action = { { action = "Appeal against the adoption order", on = "2021-07-20" } },
      },
      expect = { "explained", reason = "Appeal recorded on 20 Jul 2021" } },
    { "appeal, answered", as_at = "2021-12-31",
      given  = {
        care = { { from = "2019-01-10", to = "2021-06-30", ceased = "E12" } },
        involvement = { { worker = "W1", from = "2019-01-10" } },
        life_story = { { book = "2021-08-01", letter = "2021-08-01" } },
        action = { { action = "Appeal", on = "2021-07-20", done = "2021-11-01" } },
      },
      expect = "breach" },
    { "the letter is not done", as_at = "2021-12-31",
      given  = {
        care = { { from = "2019-01-10", to = "2021-06-30", ceased = "E12" } },
        involvement = { { worker = "W1", from = "2019-01-10" } },
        life_story = { { book = "2021-08-01" } },
      },
      expect = "explained" },
    { "no life story list: a plain breach, reason not evidenced", as_at = "2021-12-31",
      given  = {
        care = { { from = "2019-01-10", to = "2021-06-30", ceased = "E12" } },
        involvement = { { worker = "W1", from = "2019-01-10" } },
      },
      not_supplied = { "life_story" },
      expect = "breach" },
    { "no list of involvements", as_at = "2021-12-31",
      given  = { care = { { from = "2019-01-10", to = "2021-06-30", ceased = "E12" } } },
      not_supplied = { "involvement" },
      expect = "cannot_decide" },
    { "the list holds nothing of the child", as_at = "2021-12-31",
      given  = { care = { { from = "2019-01-10", to = "2021-06-30", ceased = "E12" } } },
      expect = "cannot_decide" },
    { "the day of adoption is partly known", as_at = "2021-09-30",
      given  = {
        care = { { from = "2019-01-10", to = "2021-06-01..2021-07-31", ceased = "E12" } },
        involvement = { { worker = "W1", from = "2019-01-10" } },
      },
      expect = "cannot_decide" },
    { "left care for a special guardian", as_at = "2021-12-31",
      given  = {
        care = { { from = "2019-01-10", to = "2021-06-30", ceased = "E45" } },
        involvement = { { worker = "W1", from = "2019-01-10" } },
      },
      expect = "not_applicable" },
    { "still looked after", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2020-01-10" } },
        care = { { from = "2019-01-10" } },
        involvement = { { worker = "W1", from = "2019-01-10" } },
      },
      expect = "not_applicable" },
  },
}
