-- When the gate was rebuilt and when it was last reconciled: whoever sees it drift must know whether somebody mends it.
alter table gate add column built_at timestamptz, add column reconciled_at timestamptz;
