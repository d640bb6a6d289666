-- What the rule says and its examples: lib/life_story_rule.lua, which the other half shares.
local life_story_rule = require "lib.life_story_rule"

return rule(life_story_rule {
  field  = "letter",
  title  = "Later life letter late",
  called = "Later life letter",
})
