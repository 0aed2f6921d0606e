-- Putting away what a worker has finished. Needs parts/queue, parts/place, parts/keep, parts/store, parts/single,
-- parts/family, parts/metrics.

-- Values per ended job in the arguments.
local ENDED = 11
-- Finished jobs that one call removes at most.
local MOST_REMOVALS = 500

-- Puts away `number` jobs whose values begin at ARGV[first]: id | token | 'completed', 'failed' or 'back' | return value
-- (JSON) or reason (raw) | stack traces (JSON) or '' to leave them | '1' if the attempt counts | for 'back' ms to wait,
-- else when it ended, ms, or '' for now | for 'back' '1' for lifo, else attempts allowed | keep: count, -1 for all | age
-- in s, -1 for any | attempts made before, where the job itself does not say.
-- Returns per job 0, or why nothing was changed: -1 no such job, -2 no lock, -6 another's lock, -3 not active, -4
-- unfinished children, -9 failed children; and the troubles on the way, as texts.
local function putAway(first, number, points)
  local codes, troubles = {}, {}
  local lockKeys, childKeys = {}, {}
  for n = 1, number do
    local at = first + (n - 1) * ENDED
    local key = P .. ARGV[at]
    lockKeys[n] = key .. ':lock'
    if ARGV[at + 2] == 'completed' then
      childKeys[#childKeys + 1] = key .. ':dependencies'
      childKeys[#childKeys + 1] = key .. ':unsuccessful'
    end
  end
  local locks = call('MGET', unpack(lockKeys))
  local areParents = #childKeys > 0 and call('EXISTS', unpack(childKeys)) > 0

  local unlocked, freed, places, keeps, ended = {}, {}, {}, {}, {completed = 0, failed = 0}

  local function careful(work, ...)
    local ok, trouble = pcall(work, ...)
    if not ok then
      troubles[#troubles + 1] = tostring(type(trouble) == 'table' and trouble.err or trouble)
    end
  end

  -- Why the job cannot be put away by this token, or its fields.
  local function mine(at, n)
    local id = ARGV[at]
    local fields = fieldsOf(id, 'name', 'atm', 'parentKey', 'deid')
    if not fields[1] and not hasHash(id) then
      return -1
    elseif not locks[n] then
      return -2
    elseif locks[n] ~= ARGV[at + 1] then
      return -6
    elseif areParents and ARGV[at + 2] == 'completed' then
      if call('EXISTS', P .. id .. ':dependencies') == 1 then
        return -4
      elseif call('EXISTS', P .. id .. ':unsuccessful') == 1 then
        return -9
      end
    end
    if call('LREM', P .. 'active', -1, id) == 0 then
      return -3
    end
    return 0, fields
  end

  local function finish(at, id, set, fields)
    local key = P .. id
    local value, stacks, count = ARGV[at + 3], ARGV[at + 4], tonumber(ARGV[at + 8])
    local made = tonumber(fields[2] or ARGV[at + 10]) or 0
    local counts = ARGV[at + 5] == '1'
    if counts then
      made = made + 1
    end
    -- read before the job may be forgotten
    fields[5] = fields[3] and call('HGET', key, 'parent')
    if count == 0 then
      forget(id)
    else
      local finished = ARGV[at + 6] ~= '' and ARGV[at + 6] or NOW
      places[set] = places[set] or {}
      local place = places[set]
      place[#place + 1] = finished
      place[#place + 1] = id
      if set == 'completed' then
        call('HSET', key, 'returnvalue', value, 'finishedOn', finished, 'atm', made)
      else
        call('HSET', key, 'failedReason', value, 'finishedOn', finished)
        call('HDEL', key, 'defa')
        if counts then
          call('HSET', key, 'atm', made)
        end
        if stacks ~= '' then
          call('HSET', key, 'stacktrace', stacks)
        end
      end
    end
    if count > 0 or count < 0 and ARGV[at + 9] ~= '-1' then
      keeps[set .. ' ' .. ARGV[at + 8] .. ' ' .. ARGV[at + 9]] = {set, count, tonumber(ARGV[at + 9])}
    end
    if fields[4] then
      careful(giveWay, id, fields[4])
    end
    if fields[3] then
      careful(tellParent, key, fields[3], fields[5], set, value)
    end
    if set == 'completed' then
      event('completed', 'jobId', id, 'returnvalue', value, 'prev', 'active')
    else
      event('failed', 'jobId', id, 'failedReason', value, 'prev', 'active')
      if counts and made >= tonumber(ARGV[at + 7]) then
        event('retries-exhausted', 'jobId', id, 'attemptsMade', whole(made))
      end
    end
    ended[set] = ended[set] + 1
  end

  local function goBack(at, id, fields)
    local wait, counts = tonumber(ARGV[at + 6]), ARGV[at + 5] == '1'
    local made = tonumber(fields[2] or ARGV[at + 10]) or 0
    if counts then
      call('HSET', P .. id, 'failedReason', ARGV[at + 3], 'stacktrace', ARGV[at + 4], 'atm', made + 1)
    end
    if wait > 0 then
      call('HSET', P .. id, 'delay', whole(wait))
      delay(id, now + wait)
      return
    end
    local priority = tonumber(call('HGET', P .. id, 'priority') or 0) or 0
    if counts then
      promoteDue()
      push(id, priority, ARGV[at + 7] == '1')
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
    local id, what = ARGV[at], ARGV[at + 2]
    local code, fields = mine(at, n)
    codes[n] = code
    if code == 0 then
      -- one job may stand in a call only once under its token
      locks[n] = nil
      unlocked[#unlocked + 1] = lockKeys[n]
      freed[#freed + 1] = id
      if what == 'back' then
        goBack(at, id, fields)
      else
        finish(at, id, what, fields)
      end
    end
  end

  if #freed > 0 then
    call('DEL', unpack(unlocked))
    call('SREM', P .. 'stalled', unpack(freed))
  end
  for set, place in pairs(places) do
    call('ZADD', P .. set, unpack(place))
  end
  for _, keep in pairs(keeps) do
    trim(keep[1], keep[2], keep[3], MOST_REMOVALS)
  end
  if points > 0 then
    for set, number in pairs(ended) do
      if number > 0 then
        careful(measure, set, number, points)
      end
    end
  end
  return codes, troubles, ended.completed + ended.failed
end
