-- The words that the rules on exemptions share: an exemption is a decision by a named person until a
-- day. The rules ask once for each row of the exemption list, so `this` is the exemption.
local case = require "lib.case"

local exemptions = words "exemptions"

-- Any child of the list, in care or not: a life story letter may be exempted after adoption.
exemptions.to_be_judged = all {
  case.under_18,
  any { case.looked_after, exemption:supplied() },
}

-- Renewal is a new decision about the same rule.
exemptions.renewed_on = exemption:where(function(e)
  return all { e.rule:same_as(this.rule), e.on:known(), e.on:after(this.on) }
end):earliest_of "on"

return exemptions
