-- Everything that the gate knows, of one moment, for checks.
-- KEYS  as hold.lua
-- Answers {'closed'} | {epoch, number of products, then each: SKU, on hand, version, held;
--   number of hold lines, then each: hold id, SKU, quantity; then the ids in taken}; missing figures as in figures.lua
--@include stock/parts/epoch
if not epoch then return {'closed'} end
local products, skus = {}, {}
local stock = redis.call('HGETALL', KEYS[1])
for i = 1, #stock, 2 do
  local kind, sku = string.sub(stock[i], 1, 2), string.sub(stock[i], 3)
  if kind == 's:' or kind == 'v:' or kind == 'h:' then
    if not products[sku] then products[sku] = {['s:'] = '0', ['v:'] = '-1', ['h:'] = '0'}; skus[#skus + 1] = sku end
    products[sku][kind] = stock[i + 1]
  end
end
local answer = {epoch, tostring(#skus)}
for _, sku in ipairs(skus) do
  local figures = products[sku]
  answer[#answer + 1] = sku
  answer[#answer + 1] = figures['s:']
  answer[#answer + 1] = figures['v:']
  answer[#answer + 1] = figures['h:']
end
local count = #answer + 1
answer[count] = 0
local holds = redis.call('HGETALL', KEYS[2])
for i = 1, #holds, 2 do
  if string.sub(holds[i], 1, 2) == 'h:' then
    for _, line in ipairs(cjson.decode(holds[i + 1])) do
      answer[#answer + 1] = string.sub(holds[i], 3)
      answer[#answer + 1] = line[1]
      answer[#answer + 1] = string.format('%d', line[2])
    end
  end
end
answer[count] = tostring((#answer - count) / 3)
for _, id in ipairs(redis.call('ZRANGE', KEYS[3], 0, -1)) do answer[#answer + 1] = id end
return answer
