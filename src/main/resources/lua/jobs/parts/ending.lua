-- Putting away what a worker has finished. Needs parts/queue, parts/place, parts/keep, and `rare` that gives what
-- parts/single, parts/family and parts/metrics have.

-- Values per way of ending, and per ended job, in the arguments.
local WAY, ENDED = 10, 4
-- Fields of a job that was fresh when it was fetched (see parts/beginning) and that only its start changed since: a parent
-- or anything else that came meanwhile makes them more.
local FRESH_AND_STARTED = 9
local NOTHING = {}
-- Finished jobs that one call removes at most.
local MOST_REMOVALS = 500

-- The ways in which jobs ended, by their number as text. Their values begin at ARGV[first]: 'completed', 'failed' or
-- 'back' | stack traces (JSON) or '' to leave them | '1' if the attempt counts | for 'back' ms to wait, else when it
-- ended, ms, or '' for now | for 'back' '1' for lifo, else attempts allowed | keep: count, -1 for all | age in s, -1 for
-- any | how many of those too old go with each ended job | attempts made before | '1' for jobs that were fresh when they were fetched.
local function waysAt(first, number)
  local ways, ARGV = {}, ARGV
  for n = 1, number do
    local at = first + (n - 1) * WAY
    local count, age, counts = tonumber(ARGV[at + 5]), tonumber(ARGV[at + 6]), ARGV[at + 2] == '1'
    local made = tonumber(ARGV[at + 8]) + (counts and 1 or 0)
    ways[whole(n)] = {what = ARGV[at], stacks = ARGV[at + 1], counts = counts, moment = ARGV[at + 3],
        last = ARGV[at + 4], count = count, age = age, made = made, attempts = whole(made),
        trims = count > 0 or count < 0 and age >= 0, wasFresh = ARGV[at + 9] == '1',
        most = tonumber(ARGV[at + 7])}
  end
  return ways
end

-- Puts away `number` jobs whose values begin at ARGV[first]: id | token | return value (JSON) or reason (raw) | number of
-- the way in which it ended.
-- Adds to `codes` per job 0, or why nothing was changed: -1 no such job, -2 no lock, -6 another's lock, -3 not active, -4
-- unfinished children, -9 failed children; to `troubles` those met on the way, as texts. Returns how many jobs are through.
local function putAway(first, number, ways, points, codes, troubles)
  local before, ARGV = #codes, ARGV
  local keys, lockKeys, childKeys, children = {}, {}, {}, 0
  for n = 1, number do
    local at = first + (n - 1) * ENDED
    local key = P .. ARGV[at]
    keys[n] = key
    lockKeys[n] = key .. ':lock'
    if ways[ARGV[at + 3]].what == 'completed' then
      childKeys[children + 1], childKeys[children + 2] = key .. ':dependencies', key .. ':unsuccessful'
      children = children + 2
    end
  end
  local locks = call('MGET', unpack(lockKeys))
  local areParents = children > 0 and call('EXISTS', unpack(childKeys)) > 0

  local freed, out, places, keeps = {}, 0, {}, {}
  local ended = {completed = 0, failed = 0}

  local function careful(work, ...)
    local ok, trouble = pcall(work, ...)
    if not ok then
      troubles[#troubles + 1] = tostring(type(trouble) == 'table' and trouble.err or trouble)
    end
  end

  -- Jobs that end in the order in which they began stand together at the tail of `active`: one cut takes all of them out.
  -- Returns how many that was.
  local function cutTail()
    if areParents or number < 3 then
      return 0
    end
    local ours, count = {}, 0
    for n = 1, number do
      local at = first + (n - 1) * ENDED
      local id = ARGV[at]
      if locks[n] == ARGV[at + 1] and not ours[id] then
        ours[id] = true
        count = count + 1
      end
    end
    if count == 0 then
      -- and -0 is no index for Redis 6
      return 0
    end
    local tail = call('LRANGE', P .. 'active', -count, '-1')
    for _, id in ipairs(tail) do
      if not ours[id] then
        return 0
      end
      ours[id] = nil
    end
    if #tail < count then
      return 0
    end
    call('LTRIM', P .. 'active', '0', -count - 1)
    return count
  end
  local cut, isOut = cutTail(), {}
  local isCutOut, mayBeTwice = cut > 0, cut < number

  -- Why the job cannot be put away by this token, or its fields.
  local function mine(at, n, way)
    local id, fields = ARGV[at], NOTHING
    if isOut[id] then
      return -3
    end
    if not way.wasFresh or try('HLEN', keys[n]) ~= FRESH_AND_STARTED then
      fields = try('HMGET', keys[n], 'name', 'parentKey', 'deid')
      if not fields[1] and not hasHash(id) then
        if isCutOut and locks[n] == ARGV[at + 1] then
          -- nothing is changed for a job that is not there
          call('RPUSH', P .. 'active', id)
        end
        return -1
      end
    end
    if not locks[n] then
      return -2
    elseif locks[n] ~= ARGV[at + 1] then
      return -6
    elseif areParents and way.what == 'completed' then
      if call('EXISTS', keys[n] .. ':dependencies') == 1 then
        return -4
      elseif call('EXISTS', keys[n] .. ':unsuccessful') == 1 then
        return -9
      end
    end
    if not isCutOut and call('LREM', P .. 'active', -1, id) == 0 then
      return -3
    end
    return 0, fields
  end

  local function finish(id, key, value, way, fields)
    local set = way.what
    -- read before the job may be forgotten
    local told = fields[2] and call('HGET', key, 'parent')
    if way.count == 0 then
      forget(id)
    else
      local finished = way.moment ~= '' and way.moment or NOW
      places[set] = places[set] or {}
      local place, at = places[set], #places[set]
      place[at + 1], place[at + 2] = finished, id
      if set == 'completed' then
        call('HSET', key, 'returnvalue', value, 'finishedOn', finished, 'atm', way.attempts)
      else
        call('HSET', key, 'failedReason', value, 'finishedOn', finished)
        call('HDEL', key, 'defa')
        if way.counts then
          call('HSET', key, 'atm', way.attempts)
        end
        if way.stacks ~= '' then
          call('HSET', key, 'stacktrace', way.stacks)
        end
      end
    end
    if way.trims then
      local policy = set .. ' ' .. way.count .. ' ' .. way.age .. ' ' .. way.most
      keeps[policy] = keeps[policy] or {set = set, way = way, ended = 0}
      keeps[policy].ended = keeps[policy].ended + 1
    end
    if fields[3] then
      careful(rare().giveWay, id, fields[3])
    end
    if fields[2] then
      careful(rare().tellParent, key, fields[2], told, set, value)
    end
    if set == 'completed' then
      event('completed', 'jobId', id, 'returnvalue', value, 'prev', 'active')
    else
      event('failed', 'jobId', id, 'failedReason', value, 'prev', 'active')
      if way.counts and way.made >= tonumber(way.last) then
        event('retries-exhausted', 'jobId', id, 'attemptsMade', way.attempts)
      end
    end
    ended[set] = ended[set] + 1
  end

  local function goBack(id, reason, way)
    local wait = tonumber(way.moment)
    if way.counts then
      call('HSET', P .. id, 'failedReason', reason, 'stacktrace', way.stacks, 'atm', way.attempts)
    end
    if wait > 0 then
      call('HSET', P .. id, 'delay', whole(wait))
      delay(id, now + wait)
      return
    end
    local priority = tonumber(call('HGET', P .. id, 'priority') or 0) or 0
    if way.counts then
      promoteDue()
      push(id, priority, way.last == '1')
    elseif priority > 0 then
      -- given back untried: to the front of its class
      call('ZADD', P .. 'prioritized', whole(priority * 4294967296), id)
      wake()
    else
      push(id, 0, true)
    end
    event('waiting', 'jobId', id, 'prev', 'active')
  end

  for n = 1, number do
    local at = first + (n - 1) * ENDED
    local id, way = ARGV[at], ways[ARGV[at + 3]]
    local code, fields = mine(at, n, way)
    codes[before + n] = code
    if code == 0 then
      if mayBeTwice then
        isOut[id] = true
      end
      out = out + 1
      freed[out] = id
      if way.what == 'back' then
        goBack(id, ARGV[at + 2], way)
      else
        finish(id, keys[n], ARGV[at + 2], way, fields)
      end
    end
  end

  if out > 0 then
    local unlocked = lockKeys
    if out < number then
      unlocked = {}
      for n = 1, number do
        unlocked[#unlocked + 1] = codes[before + n] == 0 and lockKeys[n] or nil
      end
    end
    call('DEL', unpack(unlocked))
    call('SREM', P .. 'stalled', unpack(freed))
  end
  for set, place in pairs(places) do
    call('ZADD', P .. set, unpack(place))
  end
  for _, keep in pairs(keeps) do
    trim(keep.set, keep.way.count, keep.way.age, MOST_REMOVALS, keep.way.most * keep.ended)
  end
  if points > 0 then
    for set, number in pairs(ended) do
      if number > 0 then
        careful(rare().measure, set, number, points)
      end
    end
  end
  return ended.completed + ended.failed
end
