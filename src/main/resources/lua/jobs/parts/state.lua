-- Where a job stands, and out of there. Needs parts/queue.

-- Asking a list costs its length. One that is longer than this is searched by the caller, in steps (see seek.lua), who
-- comes again with what it found. A call that asks for many jobs has as many steps in all.
local LONG = 50000
local asked = 0
-- So far from an end a search is still short enough.
local FAR = 100000
-- How far an id may have moved since it was found: producers push it on.
local MOVED = 2000

local function isLong(list)
  return call('LLEN', P .. list) > LONG
end

-- The key (without its start) of the list or set that holds the id, or nil; for a list that the caller searched also
-- the index at which the id stands. `place` is what the caller knows: nil or '' nothing, 'none', or list and index
-- ("wait 123"). Third, true where the caller must search first. Sorted sets are asked first: they are quick.
local function stateOf(id, place)
  for _, set in ipairs({'completed', 'failed', 'delayed', 'prioritized', 'waiting-children'}) do
    if call('ZSCORE', P .. set, id) then
      return set
    end
  end
  local found, near = string.match(place or '', '^(%l+) (%d+)$')
  for _, list in ipairs({'active', 'wait', 'paused'}) do
    if list == found and isLong(list) then
      local from = math.max(0, near - MOVED)
      for at, other in ipairs(call('LRANGE', P .. list, whole(from), whole(near + MOVED))) do
        if other == id then
          return list, from + at - 1
        end
      end
      return nil, nil, true
    elseif asked + call('LLEN', P .. list) <= 2 * LONG and not isLong(list) then
      asked = asked + call('LLEN', P .. list)
      if call('LPOS', P .. list, id) then
        asked = asked + call('LLEN', P .. list)
        return list
      end
    elseif not place or place == '' then
      return nil, nil, true
    end
  end
  return nil
end

-- Takes out of a list what stands so far from its tail. Where both ends are too far for that, the newest job of the list
-- takes its place. Returns what it cost, in steps, and how many came into its place.
local function takeOut(list, id, fromTail)
  local key = P .. list
  local fromHead = call('LLEN', key) - 1 - fromTail
  if math.min(fromTail, fromHead) > FAR then
    call('LSET', key, whole(fromHead), call('LINDEX', key, 0))
    call('LPOP', key)
    return 1, 1
  end
  call('LREM', key, fromTail <= fromHead and -1 or 1, id)
  return math.min(fromTail, fromHead), 0
end

-- Takes the id out of the state, and from the index, that stateOf named.
local function leave(id, state, index)
  if index then
    takeOut(state, id, call('LLEN', P .. state) - 1 - index)
  elseif state == 'active' or state == 'wait' or state == 'paused' then
    call('LREM', P .. state, 0, id)
  else
    call('ZREM', P .. state, id)
  end
end

-- The state's name in events.
local function eventName(state)
  if state == 'wait' or state == 'paused' or state == 'prioritized' then
    return 'waiting'
  end
  return state or 'unknown'
end
