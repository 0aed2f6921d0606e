-- Opens the rebuilt gate.
-- KEYS  as begin.lua
-- ARGV  1 epoch
-- Answers 'refused' | 'open'
if redis.call('GET', KEYS[6]) ~= ARGV[1] then return {'refused'} end
for i = 1, 2 do
  if redis.call('EXISTS', KEYS[3 + i]) == 1 then redis.call('RENAME', KEYS[3 + i], KEYS[i]) end
  redis.call('HSET', KEYS[i], '#epoch', ARGV[1])
end
redis.call('DEL', KEYS[6])
return {'open'}
