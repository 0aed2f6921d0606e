-- Puts a held job away for good.
-- KEYS[1] meta
-- ARGV    1 id | 2 token | 3 'completed' or 'failed' | 4 return value (JSON) or reason (raw) | 5 stack traces (JSON) or
--         '' to leave them | 6 '1' if the attempt counts | 7 finished at, ms, or '' for now | 8 attempts allowed |
--         keep: 9 count, -1 for all | 10 age in s, -1 for any | 11 most removals per call
-- Returns 0, or why nothing was changed: -1 no job, -2 no lock, -6 another's lock, -3 not active, -4 unfinished
--         children, -9 failed children.
--@include jobs/parts/queue
--@include jobs/parts/place
--@include jobs/parts/keep
--@include jobs/parts/hold

local id, set = ARGV[1], ARGV[3]
local key = P .. id
if set == 'completed' then
  if redis.call('EXISTS', key .. ':dependencies') == 1 then
    return -4
  end
  if redis.call('EXISTS', key .. ':unsuccessful') == 1 then
    return -9
  end
end
local lost = letGo(id, ARGV[2])
if lost ~= 0 then
  return lost
end
local count = tonumber(ARGV[9])
local attempts = 0
if ARGV[6] == '1' then
  attempts = redis.call('HINCRBY', key, 'atm', 1)
end
if count == 0 then
  forget(id)
else
  local finished = ARGV[7] ~= '' and ARGV[7] or whole(now)
  redis.call('ZADD', P .. set, finished, id)
  if set == 'completed' then
    redis.call('HSET', key, 'returnvalue', ARGV[4], 'finishedOn', finished)
  else
    redis.call('HSET', key, 'failedReason', ARGV[4], 'finishedOn', finished)
    redis.call('HDEL', key, 'defa')
    if ARGV[5] ~= '' then
      redis.call('HSET', key, 'stacktrace', ARGV[5])
    end
  end
  trim(set, count, tonumber(ARGV[10]), tonumber(ARGV[11]))
end
if set == 'completed' then
  event('completed', 'jobId', id, 'returnvalue', ARGV[4], 'prev', 'active')
else
  event('failed', 'jobId', id, 'failedReason', ARGV[4], 'prev', 'active')
  if attempts > 0 and attempts >= tonumber(ARGV[8]) then
    event('retries-exhausted', 'jobId', id, 'attemptsMade', whole(attempts))
  end
end
if redis.call('EXISTS', P .. 'wait', P .. 'active', P .. 'prioritized', P .. 'delayed') == 0 then
  event('drained')
elseif redis.call('HEXISTS', KEYS[1], 'concurrency') == 1 then
  -- a place became free under the queue's own limit
  wake()
end
return 0
