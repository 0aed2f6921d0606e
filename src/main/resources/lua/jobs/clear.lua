-- Removes jobs of one list or set, a few per call: for draining a queue and for cleaning it by age.
-- KEYS[1] meta
-- ARGV[1] key of the list or set: wait, paused, active, prioritized, delayed, completed or failed
-- ARGV[2] how many of the first are to stay: those that earlier calls left. A list's first stand at its tail
-- ARGV[3] how many to look at
-- ARGV[4] only what was added, or of completed and failed jobs what ended, so many ms ago or earlier; '' for all
-- ARGV[5] most removals
-- ARGV[6] '1' to say how many were cleaned
-- ARGV[7] the time (ms) from which the age counts: what the first call answered; '' in the first
-- Returns {1 if the end was reached, how many of the first stay, the time from which the age counts, ids removed ...}.
--
-- Of active jobs only those are removed that nobody holds; never the present job of a schedule.
--@include jobs/parts/queue
--@include jobs/parts/place
--@include jobs/parts/state
--@include jobs/parts/keep
--@include jobs/parts/store
--@include jobs/parts/single
--@include jobs/parts/family
--@include jobs/parts/removal

local state, stay, count, age, most = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4]),
    tonumber(ARGV[5])
local from = tonumber(ARGV[7]) or now
local till = age and from - age
local isList = state == 'wait' or state == 'paused' or state == 'active'
local isFinished = state == 'completed' or state == 'failed'

local ids, times = {}, {}
if isList then
  local found = call('LRANGE', P .. state, -stay - count, -stay - 1)
  for at = #found, 1, -1 do
    ids[#ids + 1] = found[at]
  end
else
  local found = call('ZRANGE', P .. state, stay, stay + count - 1, 'WITHSCORES')
  for at = 1, #found, 2 do
    ids[#ids + 1] = found[at]
    times[#ids] = tonumber(found[at + 1])
  end
end

local function isDue(at, id)
  if not till then
    return true
  end
  local time = isFinished and times[at] or tonumber(fieldsOf(id, 'timestamp')[1] or 0) or 0
  return time <= till
end

local removed, looked = {}, 0
-- steps of searches and, at a hundred for one, bytes of data: so that no call is long
local budget = 100000
for at, id in ipairs(ids) do
  if #removed >= most or budget <= 0 then
    break
  end
  looked = at
  if not isDue(at, id) then
    stay = stay + 1
    if isFinished then
      -- the rest is younger
      most = #removed
      break
    end
  else
    local bytes = hasHash(id) and call('HSTRLEN', P .. id, 'data') or 0
    if erase(id, nil, state) == 1 then
      removed[#removed + 1] = id
      if isList then
        local steps, came = takeOut(state, id, stay)
        budget = budget - steps
        stay = stay + came
      else
        call('ZREM', P .. state, id)
      end
      budget = budget - bytes / 100
    else
      stay = stay + 1
    end
  end
end
if ARGV[6] == '1' and #removed > 0 then
  event('cleaned', 'count', #removed)
end
local isEnd = #ids < count and looked == #ids or #removed >= most
return {isEnd and 1 or 0, stay, whole(from), unpack(removed)}
