-- Forgets holds that ended long ago: the id of an order is spent in Postgres for ever. One bounded step.
-- KEYS  1 holds
-- ARGV  1 cursor, 2 seconds after which an ended hold is forgotten
-- Answers {next cursor, how many were forgotten}
local step = redis.call('HSCAN', KEYS[1], ARGV[1], 'MATCH', 'x:*', 'COUNT', 500)
local limit = redis.call('TIME')[1] - tonumber(ARGV[2])
local forgotten = 0
for i = 1, #step[2], 2 do
  if tonumber(step[2][i + 1]) < limit then
    redis.call('HDEL', KEYS[1], step[2][i])
    forgotten = forgotten + 1
  end
end
return {step[1], tostring(forgotten)}
