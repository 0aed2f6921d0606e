-- Removes jobs and everything kept for them, wherever they stand.
-- KEYS[1] meta
-- ARGV    ids
-- Returns per id: 1 done | -1 neither a hash nor a place in any list | -2 a worker holds it | -8 the present job of a
--         schedule, or the child of a living parent.
--@include jobs/parts/queue
--@include jobs/parts/state
--@include jobs/parts/keep

local function removed(id)
  local key = P .. id
  if redis.call('EXISTS', key .. ':lock') == 1 then
    return -2
  end
  local fields = fieldsOf(id, 'parentKey', 'rjk', 'deid')
  if fields[1] and redis.call('EXISTS', fields[1]) == 1 then
    return -8
  end
  if fields[2] then
    local turn = redis.call('ZSCORE', P .. 'repeat', fields[2])
    if turn and id == 'repeat:' .. fields[2] .. ':' .. whole(tonumber(turn)) then
      return -8
    end
  end
  local there = hasHash(id)
  local state = stateOf(id)
  if not there and not state then
    return -1
  end
  if state then
    leave(id, state)
  end
  if fields[3] and redis.call('GET', P .. 'de:' .. fields[3]) == id then
    redis.call('DEL', P .. 'de:' .. fields[3], P .. 'dn:' .. fields[3])
  end
  if there then
    forget(id)
  end
  redis.call('SREM', P .. 'stalled', id)
  event('removed', 'jobId', id, 'prev', state or 'unknown')
  return 1
end

local results = {}
for at, id in ipairs(ARGV) do
  results[at] = removed(id)
end
return results
