-- Removes jobs and everything kept for them, wherever they stand.
-- KEYS[1] meta
-- ARGV    per job: id, where it stands or '' (see parts/state)
-- Returns per id: 1 done | -1 neither a hash nor a place in any list | -2 a worker holds it | -8 the present job of a
--         schedule, or a parent that waits for children | -100 search for it first (see parts/state).
--@include jobs/parts/queue
--@include jobs/parts/place
--@include jobs/parts/state
--@include jobs/parts/keep
--@include jobs/parts/store
--@include jobs/parts/single
--@include jobs/parts/family
--@include jobs/parts/removal

local results = {}
for at = 1, #ARGV, 2 do
  local code, state = erase(ARGV[at], ARGV[at + 1])
  results[#results + 1] = code
  if code == 1 then
    event('removed', 'jobId', ARGV[at], 'prev', state or 'unknown')
  end
end
return results
