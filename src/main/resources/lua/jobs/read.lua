-- One job whole. Changes nothing.
-- KEYS[1] meta
-- ARGV[1] id | ARGV[2] how many of the newest log lines
-- Returns {state's key or '', score or '', 1 if locked, number of log lines, log lines, fields of the hash: field,
--          value, ...}; no fields where the hash is missing.
--@include jobs/parts/queue
--@include jobs/parts/state

local id = ARGV[1]
local key = P .. id
local state = stateOf(id)
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
