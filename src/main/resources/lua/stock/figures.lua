-- What the gate says of some products, for people and checks.
-- KEYS  1 stock, 2 holds
-- ARGV  SKUs
-- Answers {'closed'} | {epoch, on hand, version, held, on hand, …}; missing figures are '0' and version '-1'
--@include stock/parts/epoch
if not epoch then return {'closed'} end
local answer = {epoch}
for _, sku in ipairs(ARGV) do
  local figures = redis.call('HMGET', KEYS[1], 's:' .. sku, 'v:' .. sku, 'h:' .. sku)
  answer[#answer + 1] = figures[1] or '0'
  answer[#answer + 1] = figures[2] or '-1'
  answer[#answer + 1] = figures[3] or '0'
end
return answer
