-- Giving a worker jobs to do. Needs parts/queue, parts/place.
--
-- The present iteration of a schedule is left where it is: whoever takes it must plan the next one, which is not done
-- here. An older one that was sent back, or one whose schedule is gone, is a job like any other.

-- What a call carries at most, in bytes of data; the rest is for the next.
local MOST_BYTES = 1000000
-- How many ids a call looks at most in `wait`, and as many in `prioritized`: those left for others are passed over.
local MOST_LOOKED = 1000
local STEP = 50
-- The last places in a list, so many as are found one by one in less time than as a range.
local FROM_TAIL = {'-1', '-2', '-3', '-4', '-5', '-6', '-7', '-8', '-9', '-10', '-11', '-12', '-13', '-14', '-15', '-16',
    '-17', '-18', '-19', '-20', '-21', '-22', '-23', '-24', '-25'}
-- Fields of a job that was stored and never touched since: the six that every one has.
local FRESH = 6
-- Values that are said of a job that is not fresh.
local OTHERS = 6
local BYTE_0, BYTE_R = string.byte('0r', 1, 2)
-- Each job of a call adds one of these to the call's token.
local LETTERS = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'

-- Takes up to `wanted` jobs (no more than there are letters), each locked under a token of its own, and adds four values
-- of each to the answer: id, name, data, opts. Of those that are not fresh it adds to `others` six values: which of the
-- new jobs, atm, ats, defa, cbr, stacktrace; false for what is not there. The limits are: starts per window (0 for none),
-- and the window's length in ms.
-- Returns how many were taken, ms until the window ends or 0, whether jobs were left for other workers, ids that were
-- dropped because nothing is known of them.
local function begin(wanted, answer, others, tokens, lockMillis, most, windowMillis, worker)
  wanted = math.min(wanted, #LETTERS)
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

  local taken, number, counted, last = {}, 0, 0, #answer

  -- The candidate's fields if it can be taken; else nil and whether it is to be dropped. Third, true for a fresh job.
  local function look(id, key)
    local initial = string.byte(id)
    if initial == BYTE_0 and string.sub(id, 1, 2) == '0:' then
      return nil, true
    end
    if initial ~= BYTE_R and try('HLEN', key) == FRESH then
      local fields = call('HMGET', key, 'name', 'data', 'opts', 'timestamp', 'delay', 'priority')
      if fields[1] and fields[2] and fields[3] and fields[4] and fields[5] and fields[6] then
        return fields, false, true
      end
    end
    local fields = try('HMGET', key, 'name', 'data', 'opts', 'atm', 'attemptsMade', 'ats', 'defa', 'cbr', 'stacktrace',
        'rjk')
    if (fields[10] or initial == BYTE_R) and isPresentIteration(id, fields[10]) then
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
    return number >= wanted or bytes > MOST_BYTES or limit > 0 and counted >= starts
  end

  local function take(id, key, fields, isFresh)
    number = number + 1
    taken[number] = id
    local started = '1'
    if isFresh then
      bytes = bytes + #fields[2]
      counted = counted + 1
    else
      bytes = bytes + #(fields[2] or '')
      if not fields[7] then
        counted = counted + 1
      end
      started = whole((tonumber(fields[6] or 0) or 0) + 1)
      local at = #others
      others[at + 1], others[at + 2], others[at + 3] = number, fields[4] or fields[5], started
      others[at + 4], others[at + 5], others[at + 6] = fields[7], fields[8], fields[9]
    end
    call('SET', key .. ':lock', tokens .. string.sub(LETTERS, number, number), 'PX', lockMillis)
    event('active', 'jobId', id, 'prev', 'waiting')
    call('HSET', key, 'processedOn', NOW, 'pb', worker, 'ats', started)
    answer[last + 1], answer[last + 2], answer[last + 3], answer[last + 4] = id, fields[1], fields[2], fields[3]
    last = last + 4
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
      local key = P .. id
      local fields, drop, isFresh = look(id, key)
      if fields then
        take(id, key, fields, isFresh)
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
  local function fromWait(passed, step)
    local ids = {}
    if passed == 0 and step <= #FROM_TAIL then
      -- Redis seeks the start of a range from the head of a list, a single place from the nearer end
      for at = 1, step do
        local id = call('LINDEX', P .. 'wait', FROM_TAIL[at])
        if not id then
          break
        end
        ids[at] = id
      end
    else
      local found = call('LRANGE', P .. 'wait', -passed - step, -passed - 1)
      for at = #found, 1, -1 do
        ids[#ids + 1] = found[at]
      end
    end
    local smooth, gone, stay = choose(ids)
    if passed > 0 then
      for at = 1, smooth do
        gone[#gone + 1] = ids[at]
      end
    elseif smooth > 0 then
      call('LTRIM', P .. 'wait', '0', -smooth - 1)
    end
    for _, id in ipairs(gone) do
      call('LREM', P .. 'wait', -1, id)
    end
    return stay, #ids
  end

  local function fromPrioritized(passed, step)
    local ids = call('ZRANGE', P .. 'prioritized', passed, passed + step - 1)
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
    local passed, looked, step = 0, 0, wanted - number
    repeat
      local stay, found = from(passed, step)
      passed, looked = passed + stay, looked + found
      local isEnd = found < step or looked >= MOST_LOOKED
      step = math.max(wanted - number, STEP)
    until isFull() or isEnd
  end

  if wanted > 0 then
    all(fromWait)
    if not isFull() then
      all(fromPrioritized)
    end
  end

  if number > 0 then
    call('LPUSH', P .. 'active', unpack(taken))
    if limit > 0 and counted > 0 and call('INCRBY', P .. 'limiter', counted) == counted then
      call('PEXPIRE', P .. 'limiter', window)
    end
    -- passes the wake-up on to the next worker
    call('ZADD', P .. 'marker', '0', '0')
  elseif left or #dropped > 0 then
    wake()
  end
  return number, 0, left, dropped
end
