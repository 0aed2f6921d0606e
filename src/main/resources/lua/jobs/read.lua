-- Jobs whole. Changes nothing.
-- KEYS[1] meta
-- ARGV[1] how many of the newest log lines | then per job: id, where it stands or '' (see parts/state)
-- Returns per job {state's key or '', score or '', 1 if locked, number of log lines, log lines, fields of the hash:
--          field, value, ..., children}; no fields where the hash is missing. Children are none where the job has none, else
--          by turns how many and the keys of at most a hundred: unfinished, processed, failed and ignored, failed. The
--          state is '?', and nothing follows, where the caller must search first (see parts/state). Where the jobs are
--          large, the last ones are left out.
--@include jobs/parts/queue
--@include jobs/parts/state

-- What one call reads at most, so that it stays short however large the jobs are.
local budget = 1000000

local MOST_CHILDREN = 100

-- The keys in the answer of a scan; of field and value, the fields.
local function keysIn(scanned, step)
  local keys = {}
  for at = 1, #scanned, step do
    if #keys < MOST_CHILDREN then
      keys[#keys + 1] = scanned[at]
    end
  end
  return keys
end

local function childrenOf(key)
  local waits, processed, ignored, failed = key .. ':dependencies', key .. ':processed', key .. ':failed',
      key .. ':unsuccessful'
  if call('EXISTS', waits, processed, ignored, failed) == 0 then
    return {}
  end
  local most = MOST_CHILDREN
  return {call('SCARD', waits), keysIn(call('SSCAN', waits, 0, 'COUNT', most)[2], 1),
      call('HLEN', processed), keysIn(call('HSCAN', processed, 0, 'COUNT', most)[2], 2),
      call('HLEN', ignored), keysIn(call('HSCAN', ignored, 0, 'COUNT', most)[2], 2),
      call('ZCARD', failed), call('ZRANGE', failed, 0, most - 1)}
end

local function read(id, place)
  local key = P .. id
  local state, _, unsure = stateOf(id, place)
  if unsure then
    return {'?'}
  end
  local score = ''
  if state and state ~= 'active' and state ~= 'wait' and state ~= 'paused' then
    score = call('ZSCORE', P .. state, id)
  end
  local fields = hasHash(id) and call('HGETALL', key) or {}
  local lines = redis.pcall('LRANGE', key .. ':logs', -ARGV[1], -1)
  local count = redis.pcall('LLEN', key .. ':logs')
  if lines.err then
    lines, count = {}, 0
  end
  budget = budget - 1000
  for _, value in ipairs(fields) do
    budget = budget - #value
  end
  for _, line in ipairs(lines) do
    budget = budget - #line
  end
  -- a key may be another program's
  local areKnown, children = pcall(childrenOf, key)
  return {state or '', score, call('EXISTS', key .. ':lock'), count, lines, fields,
      areKnown and children or {}}
end

local answers = {}
for at = 2, #ARGV, 2 do
  answers[#answers + 1] = read(ARGV[at], ARGV[at + 1])
  if budget <= 0 then
    break
  end
end
return answers
