-- Giving a worker jobs to do. Needs parts/queue, parts/place.
--
-- The present iteration of a schedule is left where it is: whoever takes it must plan the next one, which is not done
-- here. An older one that was sent back, or one whose schedule is gone, is a job like any other.

-- What a call carries at most, in bytes of data; the rest is for the next.
local MOST_BYTES = 1000000
-- How many ids a call looks at most in `wait`, and as many in `prioritized`: those left for others are passed over.
local MOST_LOOKED = 1000
local STEP = 50

-- Takes up to `wanted` jobs, each locked under a token of its own, and adds them to the answer: id, token and then the
-- fields name, data, opts, atm, attemptsMade, ats, defa, cbr, stacktrace. The limits are: starts per window (0 for none),
-- and the window's length in ms.
-- Returns how many were taken, ms until the window ends or 0, whether jobs were left for other workers, ids that were
-- dropped because nothing is known of them.
local function begin(wanted, answer, tokens, counter, lockMillis, most, windowMillis, worker)
  local settings = call('HMGET', P .. 'meta', 'paused', 'concurrency', 'max', 'duration')
  promoteDue()

  local limit = tonumber(settings[3] or '') or most
  local window = most > 0 and windowMillis or settings[4] or windowMillis
  local starts = 0
  local dropped, left, bytes = {}, false, 0

  if settings[1] then
    return 0, 0, false, dropped
  end
  if limit > 0 then
    local used = tonumber(call('GET', P .. 'limiter') or 0) or 0
    if used >= limit then
      local pause = call('PTTL', P .. 'limiter')
      if pause > 0 then
        return 0, pause, false, dropped
      end
      call('DEL', P .. 'limiter')
      used = 0
    end
    starts = limit - used
  end
  if settings[2] then
    wanted = math.min(wanted, (tonumber(settings[2]) or math.huge) - call('LLEN', P .. 'active'))
  end

  local taken, counted = {}, 0

  -- The candidate's fields if it can be taken; else nil and whether it is to be dropped.
  local function look(id)
    if string.sub(id, 1, 2) == '0:' then
      return nil, true
    end
    local fields = fieldsOf(id, 'name', 'data', 'opts', 'atm', 'attemptsMade', 'ats', 'defa', 'cbr', 'stacktrace', 'rjk')
    if isPresentIteration(id, fields[10]) then
      left = true
      return nil, false
    end
    if not fields[1] and not hasHash(id) then
      dropped[#dropped + 1] = id
      return nil, true
    end
    return fields
  end

  local function isFull()
    return #taken >= wanted or bytes > MOST_BYTES or limit > 0 and counted >= starts
  end

  local function take(id, fields)
    local key = P .. id
    local token = tokens .. whole(counter + #taken)
    taken[#taken + 1] = id
    bytes = bytes + #(fields[2] or '')
    if not fields[7] then
      counted = counted + 1
    end
    local started = (tonumber(fields[6] or 0) or 0) + 1
    call('SET', key .. ':lock', token, 'PX', lockMillis)
    event('active', 'jobId', id, 'prev', 'waiting')
    call('HSET', key, 'processedOn', NOW, 'pb', worker, 'ats', started)
    local at = #answer
    answer[at + 1], answer[at + 2], answer[at + 3], answer[at + 4], answer[at + 5], answer[at + 6], answer[at + 7],
        answer[at + 8], answer[at + 9], answer[at + 10], answer[at + 11] = id, token, fields[1], fields[2], fields[3],
        fields[4], fields[5], started, fields[7], fields[8], fields[9]
  end

  -- Looks at ids in their order, until full. Returns how many of the first were taken without a gap, those beyond the gap
  -- that must go from where they stand, and how many stay.
  local function choose(ids)
    local smooth, gone, stay = 0, {}, 0
    for at = 1, #ids do
      if isFull() then
        break
      end
      local id = ids[at]
      local fields, drop = look(id)
      if fields then
        take(id, fields)
      end
      if fields or drop then
        if smooth == at - 1 then
          smooth = at
        else
          gone[#gone + 1] = id
        end
      else
        stay = stay + 1
      end
    end
    return smooth, gone, stay
  end

  -- Both look at so many ids, after those that were passed over already, and return how many of them stay.
  local function fromWait(passed, number)
    local found = call('LRANGE', P .. 'wait', -passed - number, -passed - 1)
    local ids = {}
    for at = #found, 1, -1 do
      ids[#ids + 1] = found[at]
    end
    local smooth, gone, stay = choose(ids)
    if passed > 0 then
      for at = 1, smooth do
        gone[#gone + 1] = ids[at]
      end
    elseif smooth > 0 then
      call('LTRIM', P .. 'wait', 0, -smooth - 1)
    end
    for _, id in ipairs(gone) do
      call('LREM', P .. 'wait', -1, id)
    end
    return stay, #ids
  end

  local function fromPrioritized(passed, number)
    local ids = call('ZRANGE', P .. 'prioritized', passed, passed + number - 1)
    if #ids == 0 and passed == 0 then
      call('DEL', P .. 'pc')
    end
    local smooth, gone, stay = choose(ids)
    for at = 1, smooth do
      gone[#gone + 1] = ids[at]
    end
    if #gone > 0 then
      call('ZREM', P .. 'prioritized', unpack(gone))
    end
    return stay, #ids
  end

  -- In steps, where something was dropped or left.
  local function all(from)
    local passed, looked, number = 0, 0, wanted - #taken
    repeat
      local stay, found = from(passed, number)
      passed, looked = passed + stay, looked + found
      local isEnd = found < number or looked >= MOST_LOOKED
      number = math.max(wanted - #taken, STEP)
    until isFull() or isEnd
  end

  if wanted > 0 then
    all(fromWait)
    if not isFull() then
      all(fromPrioritized)
    end
  end

  if #taken > 0 then
    call('LPUSH', P .. 'active', unpack(taken))
    if limit > 0 and counted > 0 and call('INCRBY', P .. 'limiter', counted) == counted then
      call('PEXPIRE', P .. 'limiter', window)
    end
    -- passes the wake-up on to the next worker
    call('ZADD', P .. 'marker', 0, '0')
  elseif left or #dropped > 0 then
    wake()
  end
  return #taken, 0, left, dropped
end
