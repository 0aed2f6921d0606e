-- Keeps locks alive.
-- KEYS[1] meta
-- ARGV[1] ms for which the locks hold from now | then per job: id, token
-- Returns the tokens whose lock is no longer there; the same job may be held again under another.
--@include jobs/parts/queue

local lost = {}
for at = 2, #ARGV, 2 do
  local id, token = ARGV[at], ARGV[at + 1]
  if redis.call('GET', P .. id .. ':lock') == token then
    redis.call('SET', P .. id .. ':lock', token, 'PX', ARGV[1])
    redis.call('SREM', P .. 'stalled', id)
  else
    lost[#lost + 1] = token
  end
end
return lost
