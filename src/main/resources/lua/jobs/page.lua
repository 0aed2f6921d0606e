-- A part of a state's jobs, newest first. Changes nothing.
-- KEYS[1] meta
-- ARGV[1] key of the state: 'wait' stands for `wait` followed by `paused`
-- ARGV[2] where to begin: '' at the start; in a sorted set the score of the last one seen, in a list its offset
-- ARGV[3] the id of the last one seen
-- ARGV[4] how many to look at
-- ARGV[5] what to look for in id, name, error and data, in lower case; '' for everything
-- ARGV[6] how many bytes of data an answer carries at most; larger data is only measured. -1 where only ids, places and
--         errors are wanted
-- Returns {1 if the end was reached, score or offset of the last one looked at, its id, how many were looked at, then
--          per job eleven values: id, score or offset, name, data or '', bytes of data, error (cut), attempts made,
--          timestamp, finishedOn, cbr, 1 where its data is too large to be searched here}; missing ones as '', all nine
--          as false where nothing is known of the id. All in one list: a table for each job would cost Redis 6 a block of
--          16 KiB and a write to the connection by itself.
local P = string.sub(KEYS[1], 1, -5)
local state, cursor, last, count, needle = ARGV[1], ARGV[2], ARGV[3], tonumber(ARGV[4]), ARGV[5]
local carried = tonumber(ARGV[6])
-- what one call reads at most, so that it stays short however large the jobs are
local budget = 1000000

-- Bytes decide, as they do in a sorted set; Lua's own comparison would ask the locale.
local function before(a, b)
  for at = 1, math.min(#a, #b) do
    local x, y = string.byte(a, at), string.byte(b, at)
    if x ~= y then
      return x < y
    end
  end
  return #a < #b
end

-- The rank, counted from the newest, at which to go on. The last one seen may be gone by now.
local function rankAfter(key)
  local low = redis.call('ZCOUNT', key, '(' .. cursor, '+inf')
  local high = redis.call('ZCOUNT', key, cursor, '+inf')
  while low < high do
    local middle = math.floor((low + high) / 2)
    if before(redis.call('ZREVRANGE', key, middle, middle)[1], last) then
      high = middle
    else
      low = middle + 1
    end
  end
  return low
end

local ids, scores, position = {}, {}, 0
if state == 'wait' or state == 'active' then
  position = cursor == '' and 0 or tonumber(cursor) + 1
  ids = redis.call('LRANGE', P .. state, position, position + count - 1)
  if state == 'wait' and #ids < count then
    local first = math.max(0, position - redis.call('LLEN', P .. 'wait'))
    for _, id in ipairs(redis.call('LRANGE', P .. 'paused', first, first + count - #ids - 1)) do
      ids[#ids + 1] = id
    end
  end
else
  local key = P .. state
  local from = cursor == '' and 0 or rankAfter(key)
  local found = redis.call('ZREVRANGE', key, from, from + count - 1, 'WITHSCORES')
  for at = 1, #found, 2 do
    ids[#ids + 1] = found[at]
    scores[#scores + 1] = found[at + 1]
  end
end

local function contains(text)
  return text and string.find(string.lower(text), needle, 1, true)
end

-- name, failedReason, atm, attemptsMade, timestamp, finishedOn, cbr, data; or nil where nothing is known of the id
local function read(key, bytes)
  local fields
  if needle == '' and carried < 0 then
    fields = redis.pcall('HMGET', key, 'name', 'failedReason')
  elseif bytes <= 65536 then
    fields = redis.pcall('HMGET', key, 'name', 'failedReason', 'atm', 'attemptsMade', 'timestamp', 'finishedOn', 'cbr',
        'data')
  else
    fields = redis.pcall('HMGET', key, 'name', 'failedReason', 'atm', 'attemptsMade', 'timestamp', 'finishedOn', 'cbr')
  end
  if fields.err or not fields[1] and redis.call('EXISTS', key) == 0 then
    return nil
  end
  return fields
end

local answer = {#ids < count and 1 or 0, cursor, last, 0}
for at, id in ipairs(ids) do
  local key = P .. id
  local bytes = 0
  if needle ~= '' or carried >= 0 then
    bytes = redis.pcall('HSTRLEN', key, 'data')
    bytes = type(bytes) == 'number' and bytes or 0
  end
  local fields = read(key, bytes)
  local unseen = 0
  local hit = needle == '' or contains(id)
  if fields then
    hit = hit or contains(fields[1]) or contains(fields[2]) or contains(fields[8])
    budget = budget - #(fields[2] or '') - 200
    if not hit and bytes > 500000 then
      -- folding it would take too long here
      hit, unseen = true, 1
    elseif not hit and bytes > 65536 then
      hit = contains(redis.call('HGET', key, 'data'))
      budget = budget - bytes
    end
  end
  local place = scores[at] or string.format('%d', position + at - 1)
  answer[2] = place
  answer[3] = id
  answer[4] = at
  if hit then
    local last = #answer
    answer[last + 1], answer[last + 2] = id, place
    for value = 3, 11 do
      answer[last + value] = false
    end
    if fields then
      answer[last + 3], answer[last + 4], answer[last + 5] = fields[1] or '', bytes <= carried and fields[8] or '', bytes
      answer[last + 6], answer[last + 7] = string.sub(fields[2] or '', 1, 2000), fields[3] or fields[4] or '0'
      answer[last + 8], answer[last + 9], answer[last + 10] = fields[5] or '', fields[6] or '', fields[7] or ''
      answer[last + 11] = unseen
    end
  end
  if budget <= 0 and at < #ids then
    answer[1] = 0
    break
  end
end
return answer
