-- Sends failed jobs back to be run, with all their attempts.
-- KEYS[1] meta
-- ARGV    ids
-- Returns per id: 1 done | 0 not failed (any more) | -1 no such job.
--@include jobs/parts/queue
--@include jobs/parts/place

local results = {}
for at, id in ipairs(ARGV) do
  local key = P .. id
  local fields = fieldsOf(id, 'name', 'priority', 'opts', 'parentKey')
  if not fields[1] and not hasHash(id) then
    results[at] = -1
  elseif redis.call('ZREM', P .. 'failed', id) == 0 then
    results[at] = 0
  else
    redis.call('HDEL', key, 'finishedOn', 'processedOn', 'failedReason', 'atm', 'attemptsMade')
    local parent = fields[4]
    -- the parent waits for this child again
    if parent and redis.call('EXISTS', parent) == 1 and (redis.call('ZREM', parent .. ':unsuccessful', key) == 1
        or redis.call('HDEL', parent .. ':failed', key) == 1) then
      redis.call('SADD', parent .. ':dependencies', key)
    end
    local lifo = fields[3] and string.find(fields[3], '"lifo":true', 1, true)
    push(id, tonumber(fields[2] or 0) or 0, lifo)
    event('waiting', 'jobId', id, 'prev', 'failed')
    results[at] = 1
  end
end
return results
