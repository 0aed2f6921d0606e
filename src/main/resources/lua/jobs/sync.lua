-- Brings a job to what its owner's record says, once per round.
-- KEYS[1] meta
-- ARGV    where the job stands or '' (see parts/state) | id | round | '1' to repair | want | then, by want:
--   RUN        name | data | opts | priority | '1' for lifo | further fields: field, value, ...
--   FAILED     name | data | opts | reason | stack traces (JSON) | attempts made | failed at, ms
--   COMPLETED  return value (JSON)
--   GONE       -
-- Returns 0 the round is not news | 1 done | 2 a worker holds the job: later | -100 search for it first (see parts/state).
--
-- The round stands in the job's field `cbr`. A removed job leaves its round in `<id>:cbr` for a week: without it, a
-- RUN of an older round that arrives after GONE would add the job again.
-- To repair means: also the round that the job knows, but only where the job is missing or in the wrong set.
--@include jobs/parts/queue
--@include jobs/parts/place
--@include jobs/parts/state
--@include jobs/parts/keep

local WEEK = 604800000
local place = table.remove(ARGV, 1)
local id, round, repair, want = ARGV[1], tonumber(ARGV[2]), ARGV[3] == '1', ARGV[4]
local key = P .. id
local grave = key .. ':cbr'

local there = hasHash(id)
local known = tonumber(there and redis.call('HGET', key, 'cbr') or redis.call('GET', grave) or '') or 0
if known > round or (known == round and not repair) then
  return 0
end
-- An id whose hash was lost may still stand in a set; the lists are searched only where a hash says it is worth it.
local state, index, unsure
if there or repair then
  state, index, unsure = stateOf(id, place)
  if unsure then
    return -100
  end
end
if state == 'active' and (want ~= 'GONE' or redis.call('EXISTS', key .. ':lock') == 1) then
  return 2
end
if want == 'COMPLETED' and state ~= 'failed' then
  return 0
end
if known == round and there and (want == 'RUN' or want == 'FAILED') and state and state ~= 'completed' then
  return 0
end
if state then
  leave(id, state, index)
elseif not there then
  for _, set in ipairs({'failed', 'completed', 'delayed', 'prioritized'}) do
    redis.call('ZREM', P .. set, id)
  end
end

if want == 'RUN' then
  local priority, lifo = tonumber(ARGV[8]), ARGV[9] == '1'
  if there then
    redis.call('HDEL', key, 'finishedOn', 'processedOn', 'failedReason', 'returnvalue', 'atm', 'attemptsMade', 'stc',
        'defa')
    redis.call('HSET', key, 'delay', 0, 'cbr', whole(round))
    -- a worker that popped an id without a hash left one with no more than its own fields
    redis.call('HSETNX', key, 'name', ARGV[5])
    redis.call('HSETNX', key, 'data', ARGV[6])
    redis.call('HSETNX', key, 'opts', ARGV[7])
    priority = tonumber(redis.call('HGET', key, 'priority') or 0) or 0
  else
    redis.call('INCR', P .. 'id')
    redis.call('HSET', key, 'name', ARGV[5], 'data', ARGV[6], 'opts', ARGV[7], 'timestamp', whole(now), 'delay', 0,
        'priority', priority, 'cbr', whole(round))
    if #ARGV > 9 then
      redis.call('HSET', key, unpack(ARGV, 10))
    end
    event('added', 'jobId', id, 'name', ARGV[5])
  end
  push(id, priority, lifo)
  if state then
    event('waiting', 'jobId', id, 'prev', eventName(state))
  else
    event('waiting', 'jobId', id)
  end
elseif want == 'FAILED' then
  if not there then
    redis.call('HSET', key, 'name', ARGV[5], 'data', ARGV[6], 'opts', ARGV[7], 'timestamp', ARGV[11], 'delay', 0,
        'priority', 0)
    event('added', 'jobId', id, 'name', ARGV[5])
  end
  redis.call('HDEL', key, 'returnvalue', 'defa')
  redis.call('HSET', key, 'failedReason', ARGV[8], 'stacktrace', ARGV[9], 'atm', ARGV[10], 'finishedOn', ARGV[11],
      'cbr', whole(round))
  redis.call('ZADD', P .. 'failed', ARGV[11], id)
  event('failed', 'jobId', id, 'failedReason', ARGV[8], 'prev', eventName(state))
elseif want == 'COMPLETED' then
  if there then
    redis.call('HDEL', key, 'failedReason', 'defa')
    redis.call('HSET', key, 'returnvalue', ARGV[5], 'finishedOn', whole(now), 'cbr', whole(round))
    redis.call('ZADD', P .. 'completed', whole(now), id)
    event('completed', 'jobId', id, 'returnvalue', ARGV[5], 'prev', 'failed')
  end
else
  forget(id)
  redis.call('DEL', key .. ':lock')
  redis.call('SREM', P .. 'stalled', id)
  redis.call('SET', grave, whole(round), 'PX', WEEK)
  if there or state then
    event('removed', 'jobId', id, 'prev', state or 'unknown')
  end
end
if want ~= 'GONE' then
  redis.call('DEL', grave)
end
return 1
