-- Which of some jobs Redis has lost: those without a hash that do not lie in the failed set either. Changes nothing.
-- KEYS[1] meta
-- ARGV    ids
-- Returns their ids.
local P = string.sub(KEYS[1], 1, -5)
local lost = {}
for _, id in ipairs(ARGV) do
  if redis.call('EXISTS', P .. id) == 0 and not redis.call('ZSCORE', P .. 'failed', id) then
    lost[#lost + 1] = id
  end
end
return lost
