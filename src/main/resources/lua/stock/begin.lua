-- Closes the gate for a rebuild under a new epoch (protocol, rule 11).
-- KEYS  1 stock, 2 holds, 3 taken, 4 staged stock, 5 staged holds, 6 building (the epoch being built)
-- ARGV  1 epoch
-- Answers 'refused' where the same or a newer rebuild exists | 'begun'
local epoch = tonumber(ARGV[1])
local building = tonumber(redis.call('GET', KEYS[6]) or '-1')
local open = tonumber(redis.call('HGET', KEYS[1], '#epoch') or '-1')
if building >= epoch or open >= epoch then return {'refused'} end
redis.call('UNLINK', KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5])
redis.call('SET', KEYS[6], ARGV[1])
return {'begun'}
