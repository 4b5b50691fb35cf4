-- The platform's table is there already, with its rows. No row is touched, no column, constraint or trigger of somebody
-- else's; what the service relies on is put right. Runs instead of V001, which makes the table where there is none.

-- what the tables beside it refer to; legacy rows cannot break it, since the id alone is unique
create unique index if not exists instagram_connexion_organisation_key
  on public.instagram_connexion (organisation_id, instagram_connexion_id);
-- the lists, of an organisation and of an administrator, in the order of their pages
create index if not exists instagram_connexion_list_idx
  on public.instagram_connexion (organisation_id, instagram_created_at desc, instagram_connexion_id desc);
create index if not exists instagram_connexion_admin_list_idx
  on public.instagram_connexion (instagram_created_at desc, instagram_connexion_id desc);
create index if not exists instagram_connexion_key_idx
  on public.instagram_connexion (organisation_id, instagram_connexion_key);
create index if not exists instagram_connexion_client_idx
  on public.instagram_connexion (organisation_id, client_id);
create index if not exists instagram_connexion_status_idx
  on public.instagram_connexion
  (organisation_id, instagram_statut_connexion, instagram_created_at desc, instagram_connexion_id desc);
create index if not exists instagram_connexion_expiry_idx
  on public.instagram_connexion (organisation_id, instagram_token_expire_at)
  where instagram_token_expire_at is not null;
create index if not exists instagram_connexion_account_idx
  on public.instagram_connexion (organisation_id, instagram_business_account_id)
  where instagram_business_account_id is not null;

-- What they do is said in R__instagram_connexion_functions.sql, which runs right after; a trigger needs one to call.
do $$
declare
  missing text;
begin
  for missing in
    select name from (values
      ('set_created_audit_fields_instagram_connexion'), ('update_audit_fields_instagram_connexion')) as wanted (name)
    where to_regprocedure(format('public.%I()', name)) is null
  loop
    execute format(
      'create function public.%I() returns trigger language plpgsql set search_path = '''' as $f$ begin return new; end $f$',
      missing);
  end loop;
end
$$;

create or replace trigger trigger_set_created_audit_fields_instagram_connexion
  before insert on public.instagram_connexion
  for each row execute function public.set_created_audit_fields_instagram_connexion();
create or replace trigger trigger_update_audit_fields_instagram_connexion
  before update on public.instagram_connexion
  for each row execute function public.update_audit_fields_instagram_connexion();

-- The same conditions as before, but each function a constant of the statement instead of a call for each row.
alter table public.instagram_connexion enable row level security;
do $$
declare
  wanted record;
begin
  for wanted in
    select * from (values
      ('admin_presenca_full_access_instagram_connexion',
       '(select public.is_admin_presenca((select auth.uid())))'),
      ('organisation_only_access_instagram_connexion',
       'organisation_id = (select public.get_user_organisation_id((select auth.uid())))')) as p (name, condition)
  loop
    if not exists (
        select from pg_policy
        where polrelid = 'public.instagram_connexion'::regclass and polname = wanted.name) then
      execute format('create policy %I on public.instagram_connexion for all to authenticated using (%s)',
        wanted.name, wanted.condition);
    end if;
    execute format('alter policy %I on public.instagram_connexion to authenticated using (%s) with check (%s)',
      wanted.name, wanted.condition, wanted.condition);
  end loop;
end
$$;

-- Row security sees none of the three. What else anybody was given stays; authenticated gets what the service needs.
do $$
declare
  given record;
begin
  for given in
    select distinct case a.grantee when 0 then 'public' else a.grantee::regrole::text end as grantee
    from pg_class c, aclexplode(c.relacl) a
    where c.oid = 'public.instagram_connexion'::regclass and a.grantee <> c.relowner
      and a.privilege_type in ('TRUNCATE', 'TRIGGER', 'REFERENCES')
  loop
    execute format('revoke truncate, trigger, references on public.instagram_connexion from %s', given.grantee);
  end loop;
end
$$;
grant select, insert, update, delete on public.instagram_connexion to authenticated;
