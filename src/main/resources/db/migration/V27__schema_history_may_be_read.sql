-- Whoever sets up a connection is told whether the schema is older or newer than the program; that it learns from the
-- list of migrations, which belonged to the owner alone.
grant select on flyway_schema_history to callboard_kiosk, callboard_staff, callboard_admin, callboard_worker,
  callboard_gateway;
