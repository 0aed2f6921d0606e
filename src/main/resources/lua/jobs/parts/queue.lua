-- Start of every script that changes a queue.
-- KEYS[1] is the queue's `meta` key. Every other key of the queue stands beside it, under the same start of its name
-- and so in the same cluster slot; the scripts build those names themselves because a job's key is known only here.
local P = string.sub(KEYS[1], 1, -5)
local call, try = redis.call, redis.pcall
-- One clock for every client: the server's.
local clock = call('TIME')
local now = clock[1] * 1000 + math.floor(clock[2] / 1000)

-- What Redis gets as a number it writes out with a float's care, at ten times the cost of a text.
-- A whole number as text, exact up to 2^53 (tostring keeps 14 digits only).
local function whole(number)
  return string.format('%.0f', number)
end

local NOW = whole(now)

-- Says what happened. The stream is cut back, roughly, by the first word of a call.
local events, isCut = P .. 'events', false
local function event(kind, ...)
  if isCut then
    call('XADD', events, '*', 'event', kind, ...)
    return
  end
  local limit = call('HGET', P .. 'meta', 'opts.maxLenEvents')
  if not limit then
    limit = '10000'
    call('HSET', P .. 'meta', 'opts.maxLenEvents', limit)
  end
  call('XADD', events, 'MAXLEN', '~', string.find(limit, '^%d+$') and limit or '10000', '*', 'event', kind, ...)
  isCut = true
end

-- Does something in another queue, or this one, by the start of its keys; as if the script had been called there.
local function within(start, work, ...)
  local here, hereIsCut = P, isCut
  P, events, isCut = start, start .. 'events', start == here and isCut
  local ok, failure = pcall(work, ...)
  P, events, isCut = here, here .. 'events', hereIsCut
  if not ok then
    error(failure, 0)
  end
end

-- The fields of a job's hash; nil values where the key is missing or is no hash at all.
local function fieldsOf(id, ...)
  local values = redis.pcall('HMGET', P .. id, ...)
  if values.err then
    return {}
  end
  return values
end

local function hasHash(id)
  return call('TYPE', P .. id).ok == 'hash'
end

-- Whether the next iteration of a schedule is planned by whoever takes this job. `schedule` is the job's field `rjk`;
-- BullMQ 4 wrote none.
local function isPresentIteration(id, schedule)
  if not schedule then
    return string.sub(id, 1, 7) == 'repeat:'
  end
  local turn = call('ZSCORE', P .. 'repeat', schedule)
  if not turn then
    return false
  end
  local due = ':' .. whole(tonumber(turn))
  -- BullMQ 5 made the ids of its older repeatable jobs, whose hash has no count, of a digest of the schedule's long key
  return id == 'repeat:' .. schedule .. due
      or string.sub(id, -#due) == due and call('HEXISTS', P .. 'repeat:' .. schedule, 'ic') == 0
end
