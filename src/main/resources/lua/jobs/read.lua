-- One job whole. Changes nothing.
-- KEYS[1] meta
-- ARGV[1] id | ARGV[2] how many of the newest log lines | ARGV[3] where it stands or '' (see parts/state)
-- Returns {state's key or '', score or '', 1 if locked, number of log lines, log lines, fields of the hash: field,
--          value, ...}; no fields where the hash is missing. The state is '?' where the caller must search first (see
--          parts/state).
--@include jobs/parts/queue
--@include jobs/parts/state

local id = ARGV[1]
local key = P .. id
local state, _, unsure = stateOf(id, ARGV[3])
if unsure then
  return {'?'}
end
local score = ''
if state and state ~= 'active' and state ~= 'wait' and state ~= 'paused' then
  score = redis.call('ZSCORE', P .. state, id)
end
local fields = hasHash(id) and redis.call('HGETALL', key) or {}
local lines = redis.pcall('LRANGE', key .. ':logs', -ARGV[2], -1)
local count = redis.pcall('LLEN', key .. ':logs')
if lines.err then
  lines, count = {}, 0
end
return {state or '', score, redis.call('EXISTS', key .. ':lock'), count, lines, fields}
