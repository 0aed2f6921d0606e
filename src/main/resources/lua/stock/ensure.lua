-- Puts back the hold of an order that Postgres holds for sure, without asking what is available (protocol, rule 12).
-- KEYS  as hold.lua
-- ARGV  1 hold id; then pairs: SKU, quantity
-- Answers 'closed' | 'there' | 'ended' | 'done'
local epoch = redis.call('HGET', KEYS[1], '#epoch')
if not epoch or redis.call('HGET', KEYS[2], '#epoch') ~= epoch then return {'closed'} end
local id = ARGV[1]
if redis.call('HEXISTS', KEYS[2], 'h:' .. id) == 1 then return {'there'} end
if redis.call('HEXISTS', KEYS[2], 'x:' .. id) == 1 then return {'ended'} end
local lines = {}
for i = 2, #ARGV, 2 do
  redis.call('HINCRBY', KEYS[1], 'h:' .. ARGV[i], ARGV[i + 1])
  lines[#lines + 1] = {ARGV[i], tonumber(ARGV[i + 1])}
end
redis.call('HSET', KEYS[2], 'h:' .. id, cjson.encode(lines))
return {'done'}
