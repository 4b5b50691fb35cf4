-- The service compares the version of the schema with its own before it serves.
grant usage on schema connexions to "${application}";
grant select on connexions.schema_history to "${application}";
-- The turns in the background are kept on behalf of nobody.
grant select, insert, update, delete on connexions.scheduled_tasks to "${application}";
