-- Start of every script that changes a queue.
-- KEYS[1] is the queue's `meta` key. Every other key of the queue stands beside it, under the same start of its name
-- and so in the same cluster slot; the scripts build those names themselves because a job's key is known only here.
local P = string.sub(KEYS[1], 1, -5)
-- One clock for every client: the server's.
local clock = redis.call('TIME')
local now = clock[1] * 1000 + math.floor(clock[2] / 1000)

-- A whole number as text, exact up to 2^53 (tostring keeps 14 digits only).
local function whole(number)
  return string.format('%.0f', number)
end

local eventLimit
local function event(kind, ...)
  if not eventLimit then
    eventLimit = redis.call('HGET', KEYS[1], 'opts.maxLenEvents')
    if not eventLimit then
      eventLimit = '10000'
      redis.call('HSET', KEYS[1], 'opts.maxLenEvents', eventLimit)
    end
    eventLimit = tonumber(eventLimit) or 10000
  end
  redis.call('XADD', P .. 'events', 'MAXLEN', '~', eventLimit, '*', 'event', kind, ...)
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
  return redis.call('TYPE', P .. id).ok == 'hash'
end
