-- Gives a worker up to n jobs, each locked under a token of its own.
-- KEYS[1] meta
-- ARGV[1] n
-- ARGV[2] start of the tokens | ARGV[3] number of the first token
-- ARGV[4] ms for which the locks hold
-- ARGV[5] starts per window, 0 for no limit of the worker's own | ARGV[6] length of the window in ms
-- ARGV[7] the worker's name
-- Returns {ms until the window ends or 0, ms until the next delayed job is due or -1, 1 if jobs were left for other
--          workers, ids that were dropped because nothing is known of them, then per job: id, token, fields}.
--
-- A job that belongs to a parent, a schedule or a deduplication is left where it is: its books are not kept here.
--@include jobs/parts/queue
--@include jobs/parts/place

local wanted, counter = tonumber(ARGV[1]), tonumber(ARGV[3])
local settings = redis.call('HMGET', KEYS[1], 'paused', 'concurrency', 'max', 'duration')
local answer = {0, -1, 0, {}}

promoteDue()

local most = tonumber(settings[3] or '') or tonumber(ARGV[5])
local window = tonumber(ARGV[5]) > 0 and ARGV[6] or settings[4] or ARGV[6]
local cap = tonumber(settings[2] or '') or math.huge

-- True while the window's starts are used up.
local function limited()
  if most <= 0 or (tonumber(redis.call('GET', P .. 'limiter') or 0) or 0) < most then
    return false
  end
  local left = redis.call('PTTL', P .. 'limiter')
  if left > 0 then
    answer[1] = left
    return true
  end
  redis.call('DEL', P .. 'limiter')
  return false
end

-- Looks at a candidate: 'take', 'drop' (nothing is known of it) or 'leave'.
local function look(id)
  if string.sub(id, 1, 2) == '0:' then
    return 'drop'
  end
  local fields = fieldsOf(id, 'name', 'parentKey', 'rjk', 'deid')
  if fields[2] or fields[3] or fields[4] then
    answer[3] = 1
    return 'leave'
  end
  if not fields[1] and not hasHash(id) then
    answer[4][#answer[4] + 1] = id
    return 'drop'
  end
  return 'take'
end

-- The next job of `wait`, counted from its tail, or nil.
local passed = 0
local function fromWait()
  while passed < 50 do
    local id = redis.call('LINDEX', P .. 'wait', -1 - passed)
    if not id then
      return nil
    end
    local verdict = look(id)
    if verdict == 'leave' then
      passed = passed + 1
    elseif verdict == 'take' and passed == 0 then
      return redis.call('RPOPLPUSH', P .. 'wait', P .. 'active')
    else
      redis.call('LREM', P .. 'wait', -1, id)
      if verdict == 'take' then
        redis.call('LPUSH', P .. 'active', id)
        return id
      end
    end
  end
end

local function fromPrioritized()
  if redis.call('EXISTS', P .. 'prioritized') == 0 then
    redis.call('DEL', P .. 'pc')
    return nil
  end
  for _, id in ipairs(redis.call('ZRANGE', P .. 'prioritized', 0, 49)) do
    local verdict = look(id)
    if verdict ~= 'leave' then
      redis.call('ZREM', P .. 'prioritized', id)
    end
    if verdict == 'take' then
      redis.call('LPUSH', P .. 'active', id)
      return id
    end
  end
end

local taken = 0
while taken < wanted do
  if limited() or settings[1] or redis.call('LLEN', P .. 'active') >= cap then
    break
  end
  local id = fromWait() or fromPrioritized()
  if not id then
    break
  end
  local key = P .. id
  local token = ARGV[2] .. whole(counter + taken)
  if most > 0 and redis.call('HEXISTS', key, 'defa') == 0 and redis.call('INCR', P .. 'limiter') == 1 then
    redis.call('PEXPIRE', P .. 'limiter', window)
  end
  redis.call('SET', key .. ':lock', token, 'PX', ARGV[4])
  event('active', 'jobId', id, 'prev', 'waiting')
  redis.call('HSET', key, 'processedOn', whole(now), 'pb', ARGV[7])
  redis.call('HINCRBY', key, 'ats', 1)
  answer[#answer + 1] = id
  answer[#answer + 1] = token
  answer[#answer + 1] = redis.call('HGETALL', key)
  taken = taken + 1
end

if taken > 0 then
  -- passes the wake-up on to the next worker
  redis.call('ZADD', P .. 'marker', 0, '0')
elseif answer[3] == 1 then
  wake()
end
local due = nextDue()
if due then
  answer[2] = math.max(0, due - now)
end
return answer
