-- Sets what is on hand of one product whose row is locked: no higher version can have been committed, so that a gate which
-- has one, or another number under the same one, is wrong. One with a lower version hears by sync.lua as ever.
-- KEYS  as hold.lua
-- ARGV  SKU, on hand, version
-- Answers 'closed' | 'late' | 'right' | 'done'
local epoch = redis.call('HGET', KEYS[1], '#epoch')
if not epoch or redis.call('HGET', KEYS[2], '#epoch') ~= epoch then return {'closed'} end
local known = redis.call('HMGET', KEYS[1], 's:' .. ARGV[1], 'v:' .. ARGV[1])
if (tonumber(known[2]) or -1) < tonumber(ARGV[3]) then return {'late'} end
if known[1] == ARGV[2] and known[2] == ARGV[3] then return {'right'} end
redis.call('HSET', KEYS[1], 's:' .. ARGV[1], ARGV[2], 'v:' .. ARGV[1], ARGV[3])
return {'done'}
