-- Replaces the data of a job.
-- KEYS[1] meta
-- ARGV    1 id | 2 data (JSON)
-- Returns 1 done | -1 no such job.
--@include jobs/parts/queue

if not hasHash(ARGV[1]) then
  return -1
end
call('HSET', P .. ARGV[1], 'data', ARGV[2])
return 1
