-- Sets what is on hand of one product, where the gate still has the wrong figures that were read while the product's row was
-- locked. Whoever comes late, when the lock is gone, finds others: newer news was served meanwhile, and stays.
-- KEYS  as hold.lua
-- ARGV  SKU, on hand, version, on hand as it was read, version as it was read (figures.lua)
-- Answers 'closed' | 'other' | 'done'
--@include stock/parts/epoch
if not epoch then return {'closed'} end
local known = redis.call('HMGET', KEYS[1], 's:' .. ARGV[1], 'v:' .. ARGV[1])
if (known[1] or '0') ~= ARGV[4] or (known[2] or '-1') ~= ARGV[5] then return {'other'} end
redis.call('HSET', KEYS[1], 's:' .. ARGV[1], ARGV[2], 'v:' .. ARGV[1], ARGV[3])
return {'done'}
