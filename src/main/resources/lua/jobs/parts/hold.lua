-- Ending a worker's hold on a job. Needs parts/queue.

-- 0 when the token held the job, which is then out of `active` and unlocked; else why not, as BullMQ numbers it, and
-- nothing has changed: -1 no such job, -2 no lock, -6 somebody else's lock, -3 not in `active`.
local function letGo(id, token)
  if not hasHash(id) then
    return -1
  end
  local holder = redis.call('GET', P .. id .. ':lock')
  if not holder then
    return -2
  end
  if holder ~= token then
    return -6
  end
  if redis.call('LREM', P .. 'active', -1, id) == 0 then
    return -3
  end
  redis.call('DEL', P .. id .. ':lock')
  redis.call('SREM', P .. 'stalled', id)
  return 0
end
