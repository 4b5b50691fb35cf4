-- What a database administrator runs once in a database that has a platform already (CONNEXIONS_DATABASE_PLATFORM=existing),
-- after provision.sql:
--
--   psql -d the_database -f provision-existing.sql
--
-- The migrations touch nothing of the platform but its table instagram_connexion; what they and the service need is given
-- here. It may be run again.

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

-- The table, where the platform has it, and the functions of its two triggers get the owner that migrates. Whoever owned
-- them keeps every right on the rows; but an owner sees all rows and a former owner only what the policies show it, unless
-- it bypasses row security (as Supabase's postgres does).
select set_config('connexions.owner', :'owner', false);
do $$
declare
  former  text;
  trigger regprocedure;
begin
  select relowner::regrole::text into former from pg_class where oid = to_regclass('public.instagram_connexion');
  if former is null then
    return;
  end if;
  if former <> quote_ident(current_setting('connexions.owner')) then
    execute format('alter table public.instagram_connexion owner to %I', current_setting('connexions.owner'));
    execute format('grant select, insert, update, delete on public.instagram_connexion to %s', former);
  end if;
  for trigger in
    select p.oid from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname = 'public' and p.pronargs = 0 and p.proname in (
      'set_created_audit_fields_instagram_connexion', 'update_audit_fields_instagram_connexion')
  loop
    execute format('alter function %s owner to %I', trigger, current_setting('connexions.owner'));
  end loop;
end
$$;
