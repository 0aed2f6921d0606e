-- Where a job stands, and out of there. Needs parts/queue.

-- The key (without its start) of the list or set that holds the id, or nil. Sorted sets are asked first: asking a
-- list costs its length.
local function stateOf(id)
  for _, set in ipairs({'completed', 'failed', 'delayed', 'prioritized'}) do
    if redis.call('ZSCORE', P .. set, id) then
      return set
    end
  end
  for _, list in ipairs({'active', 'wait', 'paused'}) do
    if redis.call('LPOS', P .. list, id) then
      return list
    end
  end
  if redis.call('ZSCORE', P .. 'waiting-children', id) then
    return 'waiting-children'
  end
  return nil
end

-- Takes the id out of the state that stateOf named.
local function leave(id, state)
  if state == 'active' or state == 'wait' or state == 'paused' then
    redis.call('LREM', P .. state, 0, id)
  else
    redis.call('ZREM', P .. state, id)
  end
end

-- The state's name in events.
local function eventName(state)
  if state == 'wait' or state == 'paused' or state == 'prioritized' then
    return 'waiting'
  end
  return state or 'unknown'
end
