-- Adds a line to the log of a job.
-- KEYS[1] meta
-- ARGV[1] id | ARGV[2] the line | ARGV[3] lines to keep, 0 for all
-- Returns how many lines there are, or -1 where there is no such job.
local P = string.sub(KEYS[1], 1, -5)
local key = P .. ARGV[1]
if redis.call('EXISTS', key) == 0 then
  return -1
end
local lines = redis.call('RPUSH', key .. ':logs', ARGV[2])
if tonumber(ARGV[3]) > 0 then
  redis.call('LTRIM', key .. ':logs', -ARGV[3], -1)
end
return lines
