-- The ids of a sorted state with their scores, newest first. Changes nothing.
-- KEYS[1] meta
-- ARGV[1] the state: failed, completed or delayed
-- ARGV[2] the rank to begin with
-- ARGV[3] how many at most
-- Returns id and score by turns.
local P = string.sub(KEYS[1], 1, -5)
local from = tonumber(ARGV[2])
return redis.call('ZREVRANGE', P .. ARGV[1], from, from + tonumber(ARGV[3]) - 1, 'WITHSCORES')
