-- Puts a held job back to be run again.
-- KEYS[1] meta
-- ARGV    1 id | 2 token | 3 wait in ms, 0 for none | 4 '1' if the attempt failed and counts | 5 reason | 6 stack
--         traces (JSON) | 7 '1' for lifo
-- Returns 0, or why nothing was changed: -1 no job, -2 no lock, -6 another's lock, -3 not active.
--@include jobs/parts/queue
--@include jobs/parts/place
--@include jobs/parts/hold

local id, pause, counts = ARGV[1], tonumber(ARGV[3]), ARGV[4] == '1'
local key = P .. id
local lost = letGo(id, ARGV[2])
if lost ~= 0 then
  return lost
end
if counts then
  redis.call('HSET', key, 'failedReason', ARGV[5], 'stacktrace', ARGV[6])
  redis.call('HINCRBY', key, 'atm', 1)
end
if pause > 0 then
  redis.call('HSET', key, 'delay', whole(pause))
  delay(id, now + pause)
  return 0
end
local priority = tonumber(redis.call('HGET', key, 'priority') or 0) or 0
if counts then
  promoteDue()
  push(id, priority, ARGV[7] == '1')
elseif priority > 0 then
  -- given back untried: to the front of its class
  redis.call('ZADD', P .. 'prioritized', whole(priority * 4294967296), id)
  wake()
else
  push(id, 0, true)
end
event('waiting', 'jobId', id, 'prev', 'active')
return 0
