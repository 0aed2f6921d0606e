-- Putting a job where workers find it. Needs parts/queue.

-- Wakes one worker that blocks on the marker, unless nobody may take anything now.
local isAwake = {}
local function wake()
  if isAwake[P] then
    return
  end
  local settings = call('HMGET', P .. 'meta', 'paused', 'concurrency')
  if settings[1] then
    return
  end
  if settings[2] and call('LLEN', P .. 'active') >= (tonumber(settings[2]) or math.huge) then
    return
  end
  call('ZADD', P .. 'marker', '0', '0')
  isAwake[P] = true
end

-- The place of a prioritized job: first by priority (1 is first), then by arrival.
local function prioritize(id, priority)
  local arrival = call('INCR', P .. 'pc')
  call('ZADD', P .. 'prioritized', whole(priority * 4294967296 + arrival % 4294967296), id)
end

-- To `wait`; first means next to be taken. While BullMQ 5 keeps the queue paused its jobs stand in `paused`, which its
-- resume renames to `wait`: what stood there would be lost. BullMQ 6 and our own resume bring `paused` home.
local waitsIn = {}
local function enlist(first, ...)
  if not waitsIn[P] then
    local aside = call('EXISTS', P .. 'paused') == 1 and call('HEXISTS', P .. 'meta', 'paused') == 1
    waitsIn[P] = P .. (aside and 'paused' or 'wait')
  end
  call(first and 'RPUSH' or 'LPUSH', waitsIn[P], ...)
end

-- To where jobs wait, or to `prioritized`; first means next to be taken.
local function push(id, priority, first)
  if priority > 0 then
    prioritize(id, priority)
  else
    enlist(first, id)
  end
  wake()
end

-- When the next delayed job is due, in ms since the epoch, or nil.
local function nextDue()
  local head = call('ZRANGE', P .. 'delayed', '0', '0', 'WITHSCORES')
  return head[2] and math.floor(head[2] / 4096)
end

-- Sets the marker that tells sleeping workers when to look again; also while paused.
local function alarm()
  local due = nextDue()
  if due then
    call('ZADD', P .. 'marker', whole(due), '1')
  end
end

-- To `delayed`; jobs due in the same ms keep their order.
local function delay(id, due)
  local base = due * 4096
  local score = base
  local last = call('ZREVRANGEBYSCORE', P .. 'delayed', whole(base + 4095), whole(base),
      'WITHSCORES', 'LIMIT', 0, 1)
  if last[2] then
    score = math.min(tonumber(last[2]) + 1, base + 4095)
  end
  call('ZADD', P .. 'delayed', whole(score), id)
  event('delayed', 'jobId', id, 'delay', whole(due))
  alarm()
end

-- Moves what is due from `delayed` to where workers look; at most 200 per call, so that no call is long.
local function promoteDue()
  local due = call('ZRANGEBYSCORE', P .. 'delayed', '0', whole((now + 1) * 4096 - 1), 'LIMIT', '0', '200')
  if #due == 0 then
    return
  end
  call('ZREM', P .. 'delayed', unpack(due))
  for _, id in ipairs(due) do
    local fields = fieldsOf(id, 'priority', 'name')
    local priority = tonumber(fields[1] or 0) or 0
    if priority > 0 then
      prioritize(id, priority)
    else
      enlist(false, id)
    end
    event('waiting', 'jobId', id, 'prev', 'delayed')
    if fields[2] then
      call('HSET', P .. id, 'delay', '0')
    end
  end
  wake()
end
