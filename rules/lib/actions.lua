-- Actions of the council's action list. The list has no codes, so an action is known by its words:
-- capital letters do not matter, what stands around the words does not either. An action without
-- text may be any action.
local actions = words "actions"

-- Does the text hold one of these words?
local function holds(text, names)
  local one_of = {}
  for i, name in ipairs(names) do one_of[i] = text:contains(name) end
  return any(one_of)
end

-- Actions that name one of these.
function actions.called(names)
  return action:where(function(a) return holds(a.action, names) end)
end

-- Those of them that were done: `:latest_of "done"` is the last day.
function actions.done(names)
  return action:where(function(a) return all { a.done:known(), holds(a.action, names) } end)
end

-- Those of them that are not done yet.
function actions.open(names)
  return action:where(function(a) return all { a.done:missing(), holds(a.action, names) } end)
end

-- Those of them that are not done and whose day, where they have one, has not passed: they still
-- excuse.
function actions.pending(names)
  return actions.open(names):where(function(a)
    return any { a.due:missing(), a.due:on_or_after(as_at) }
  end)
end

return actions
