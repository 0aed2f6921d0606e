-- Makes delayed jobs due now.
-- KEYS[1] meta
-- ARGV    ids
-- Returns per id: 1 done | 0 not delayed (any more) | -1 no such job.
--@include jobs/parts/queue
--@include jobs/parts/place

local results = {}
for at, id in ipairs(ARGV) do
  if not hasHash(id) then
    results[at] = -1
  elseif redis.call('ZREM', P .. 'delayed', id) == 0 then
    results[at] = 0
  else
    push(id, tonumber(redis.call('HGET', P .. id, 'priority') or 0) or 0, false)
    redis.call('HSET', P .. id, 'delay', 0)
    event('waiting', 'jobId', id, 'prev', 'delayed')
    results[at] = 1
  end
end
return results
