-- Sums up the open holds anew, of each product; holds Redis up for a moment in a large shop.
-- KEYS  as hold.lua
-- Answers 'closed' | {'done', how many sums were wrong}
--@include stock/parts/epoch
if not epoch then return {'closed'} end
local sums, wrong = {}, 0
local holds = redis.call('HGETALL', KEYS[2])
for i = 1, #holds, 2 do
  if string.sub(holds[i], 1, 2) == 'h:' then
    for _, line in ipairs(cjson.decode(holds[i + 1])) do sums[line[1]] = (sums[line[1]] or 0) + line[2] end
  end
end
local stock = redis.call('HGETALL', KEYS[1])
local known = {}
for i = 1, #stock, 2 do
  if string.sub(stock[i], 1, 2) == 'h:' then
    known[string.sub(stock[i], 3)] = tonumber(stock[i + 1]) or -1
  end
end
for sku in pairs(known) do sums[sku] = sums[sku] or 0 end
for sku, sum in pairs(sums) do
  if (known[sku] or 0) ~= sum then
    redis.call('HSET', KEYS[1], 'h:' .. sku, string.format('%d', sum))
    wrong = wrong + 1
  end
end
return {'done', tostring(wrong)}
