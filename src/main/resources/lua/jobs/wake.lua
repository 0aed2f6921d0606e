-- Wakes a worker, where somebody took the marker and had no use for it.
-- KEYS[1] meta
--@include jobs/parts/queue
--@include jobs/parts/place

wake()
return 0
