-- What a database administrator runs once for each cluster, before the first migration:
--
--   psql -d postgres -f provision.sql
--   psql -d postgres -v owner=other_owner -v application=other_login -f provision.sql     with names of your own
--   psql -d postgres -c '\password connexions_owner' -c '\password connexions_app'
--   createdb --owner connexions_owner connexions                                           for a database of its own
--
-- It may be run again: what exists stays. In a database that has a platform already (Supabase and its like), run
-- provision-existing.sql there as well. Needs PostgreSQL 15 or later and a role that may create roles.

\if :{?owner} \else \set owner connexions_owner
\endif
\if :{?application} \else \set application connexions_app
\endif

-- a block cannot see psql's variables, a setting of the session it can
select set_config('connexions.owner', :'owner', false), set_config('connexions.application', :'application', false);

-- owns the tables, migrates, never serves; inherits what the owner of a database may do in its schema public
do $$
begin
  execute format('create role %I', current_setting('connexions.owner'));
exception when duplicate_object or unique_violation then null;
end
$$;
alter role :"owner" login inherit nocreaterole nocreatedb;
alter role :"owner" set statement_timeout = '10min';
alter role :"owner" set lock_timeout = '5s';
alter role :"owner" set idle_in_transaction_session_timeout = '1min';

-- the login of the service: owns nothing, can do nothing until it takes the role of a caller
do $$
begin
  execute format('create role %I', current_setting('connexions.application'));
exception when duplicate_object or unique_violation then null;
end
$$;
alter role :"application" login noinherit nocreaterole nocreatedb;
alter role :"application" set statement_timeout = '5s';
alter role :"application" set lock_timeout = '2s';
alter role :"application" set idle_in_transaction_session_timeout = '10s';
-- bound values, tokens among them, stay out of the server's log
alter role :"application" set log_parameter_max_length_on_error = 0;

-- what callers are; a platform like Supabase has these three
do $$
begin
  create role authenticated nologin noinherit;
exception when duplicate_object or unique_violation then null;
end
$$;
do $$
begin
  create role anon nologin noinherit;
exception when duplicate_object or unique_violation then null;
end
$$;
do $$
begin
  create role service_role nologin noinherit;
exception when duplicate_object or unique_violation then null;
end
$$;

-- may become a caller, is none: from PostgreSQL 16 on that is a matter of the grant, before of the role (noinherit)
do $$
begin
  execute format(
    case
      when current_setting('server_version_num')::int >= 160000
        then 'grant authenticated to %I with inherit false, set true'
      else 'grant authenticated to %I'
    end,
    current_setting('connexions.application'));
end
$$;
