-- What a database administrator runs once in a database that has a platform already (CONNEXIONS_DATABASE_PLATFORM=existing),
-- after provision.sql:
--
--   psql -d the_database -f provision-existing.sql
--
-- The migrations touch nothing of the platform; what they and the service need of it is given here.

\if :{?owner} \else \set owner connexions_owner
\endif
\if :{?application} \else \set application connexions_app
\endif

create schema if not exists connexions authorization :"owner";
grant usage, create on schema public to :"owner";
grant usage on schema auth to :"owner";

-- the functions of the two policies, which the service also asks directly
grant usage on schema public, auth to authenticated;
grant usage on schema public to :"application";
grant execute on function auth.uid() to authenticated;
grant execute on function public.is_admin_presenca(uuid), public.get_user_organisation_id(uuid)
  to authenticated, :"application";
