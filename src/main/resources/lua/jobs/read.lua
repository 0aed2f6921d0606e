-- Jobs whole. Changes nothing.
-- KEYS[1] meta
-- ARGV[1] how many of the newest log lines | then per job: id, where it stands or '' (see parts/state)
-- Returns per job {state's key or '', score or '', 1 if locked, number of log lines, log lines, fields of the hash:
--          field, value, ...}; no fields where the hash is missing. The state is '?', and nothing follows, where the
--          caller must search first (see parts/state). Where the jobs are large, the last ones are left out.
--@include jobs/parts/queue
--@include jobs/parts/state

-- What one call reads at most, so that it stays short however large the jobs are.
local budget = 1000000

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
  return {state or '', score, call('EXISTS', key .. ':lock'), count, lines, fields}
end

local answers = {}
for at = 2, #ARGV, 2 do
  answers[#answers + 1] = read(ARGV[at], ARGV[at + 1])
  if budget <= 0 then
    break
  end
end
return answers
