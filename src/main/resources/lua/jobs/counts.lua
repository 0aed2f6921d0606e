-- How many jobs stand where. Changes nothing.
-- KEYS[1] meta
-- Returns {1 if the queue exists, 1 if paused, version or '', wait + paused, active, delayed, prioritized,
--          waiting-children, completed, failed}; exists = 0 also where the key belongs to something else.
local P = string.sub(KEYS[1], 1, -5)
local meta = redis.pcall('HMGET', KEYS[1], 'paused', 'version')
local there = not meta.err and redis.call('EXISTS', KEYS[1], P .. 'id') or 0

local function size(command, key)
  local number = redis.pcall(command, P .. key)
  return type(number) == 'number' and number or 0
end

return {there > 0 and 1 or 0, meta[1] and 1 or 0, meta[2] or '', size('LLEN', 'wait') + size('LLEN', 'paused'),
    size('LLEN', 'active'), size('ZCARD', 'delayed'), size('ZCARD', 'prioritized'), size('ZCARD', 'waiting-children'),
    size('ZCARD', 'completed'), size('ZCARD', 'failed')}
