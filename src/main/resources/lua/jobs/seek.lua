-- Looks for an id in a part of a list. Changes nothing.
-- KEYS[1] meta
-- ARGV    1 list: active, wait or paused | 2 id | 3 index from the head at which to begin | 4 how many to look at
-- Returns {the id's index or -1, 1 if the list's end was reached}.
local key = string.sub(KEYS[1], 1, -5) .. ARGV[1]
local from, count = tonumber(ARGV[3]), tonumber(ARGV[4])

local ids = redis.call('LRANGE', key, from, from + count - 1)
for at, id in ipairs(ids) do
  if id == ARGV[2] then
    return {from + at - 1, 0}
  end
end
return {-1, #ids < count and 1 or 0}
