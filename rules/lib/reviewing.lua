-- The reviews of this period of care as they stand on the record. The return of a single year lacks
-- the earlier ones, so how many were held (case.reviews) stays open there; which was the last does
-- not.
local case = require "lib.case"

local reviewing = words "reviewing"

-- Not a window, so what the list does not cover takes no part.
reviewing.on_record = review:where(function(r) return r.on:on_or_after(case.start_of_care) end)

return reviewing
