-- The platform's table, to the letter: its columns, triggers and policies are a contract with what else reads it.
-- What it cannot express lives beside it, in the schema connexions.

create table public.instagram_connexion (
  instagram_connexion_id        uuid        not null default gen_random_uuid(),
  organisation_id               uuid        not null,
  client_type                   text        not null default 'reseau',
  client_id                     uuid        not null,
  instagram_connexion_key       text        not null,
  instagram_email_compte        text        not null,
  instagram_access_token        text,
  instagram_token_expire_at     timestamptz,
  instagram_actif               boolean     not null default true,
  instagram_date_activation     timestamptz not null default now(),
  instagram_derniere_synchro    timestamptz,
  instagram_statut_connexion    text        not null default 'active',
  instagram_derniere_erreur     text,
  instagram_limite_quotidienne  integer,
  instagram_usage_quotidien     integer     default 0,
  instagram_reset_quota_at      timestamptz,
  instagram_business_account_id text,
  instagram_page_id             text,
  instagram_permissions         text[]      default '{instagram_basic,pages_read_engagement,instagram_manage_insights}',
  instagram_type_compte         text,
  instagram_created_at          timestamptz not null default now(),
  instagram_created_by          uuid,
  instagram_updated_at          timestamptz not null default now(),
  instagram_updated_by          uuid,
  instagram_audit_log           jsonb       default '{}',
  instagram_ia_extensions       jsonb       default '{}',
  constraint instagram_connexion_pkey primary key (instagram_connexion_id)
) with (fillfactor = 80); -- room on the page for the next version of a row, so that counting quota touches no index

comment on table public.instagram_connexion is 'The Instagram connexions of the platform''s organisations.';
comment on column public.instagram_connexion.instagram_access_token is
  'Sealed to its row and organisation: ctk1. and base64url. Anything else is clear text that the platform wrote.';

-- what the tables beside it refer to; legacy rows cannot break it, since the id alone is unique
create unique index instagram_connexion_organisation_key
  on public.instagram_connexion (organisation_id, instagram_connexion_id);
-- the lists, of an organisation and of an administrator, in the order of their pages
create index instagram_connexion_list_idx
  on public.instagram_connexion (organisation_id, instagram_created_at desc, instagram_connexion_id desc);
create index instagram_connexion_admin_list_idx
  on public.instagram_connexion (instagram_created_at desc, instagram_connexion_id desc);
create index instagram_connexion_key_idx
  on public.instagram_connexion (organisation_id, instagram_connexion_key);
create index instagram_connexion_client_idx
  on public.instagram_connexion (organisation_id, client_id);
create index instagram_connexion_status_idx
  on public.instagram_connexion
  (organisation_id, instagram_statut_connexion, instagram_created_at desc, instagram_connexion_id desc);
create index instagram_connexion_expiry_idx
  on public.instagram_connexion (organisation_id, instagram_token_expire_at)
  where instagram_token_expire_at is not null;
create index instagram_connexion_account_idx
  on public.instagram_connexion (organisation_id, instagram_business_account_id)
  where instagram_business_account_id is not null;

create function public.set_created_audit_fields_instagram_connexion() returns trigger
  language plpgsql
  set search_path = ''
as $$
begin
  new.instagram_created_at := now();
  new.instagram_created_by := auth.uid();
  new.instagram_updated_at := new.instagram_created_at;
  new.instagram_updated_by := new.instagram_created_by;
  return new;
end
$$;
comment on function public.set_created_audit_fields_instagram_connexion() is
  'Stamps who made a connexion and when, whatever was sent.';

create function public.update_audit_fields_instagram_connexion() returns trigger
  language plpgsql
  set search_path = ''
as $$
declare
  -- what is remembered of a row's history in the row itself; the audit proper is a table of its own
  entries constant integer := 20;
  log      jsonb;
  columns  text[];
  quota    text[];
begin
  new.instagram_created_at := old.instagram_created_at;
  new.instagram_created_by := old.instagram_created_by;
  new.instagram_updated_at := now();
  new.instagram_updated_by := auth.uid();
  new.instagram_audit_log  := old.instagram_audit_log;

  -- names only: a value may be a secret
  columns := array_remove(array[
    case when new.instagram_connexion_id is distinct from old.instagram_connexion_id then 'instagram_connexion_id' end,
    case when new.organisation_id is distinct from old.organisation_id then 'organisation_id' end,
    case when new.client_type is distinct from old.client_type then 'client_type' end,
    case when new.client_id is distinct from old.client_id then 'client_id' end,
    case when new.instagram_connexion_key is distinct from old.instagram_connexion_key then 'instagram_connexion_key' end,
    case when new.instagram_email_compte is distinct from old.instagram_email_compte then 'instagram_email_compte' end,
    case when new.instagram_access_token is distinct from old.instagram_access_token then 'instagram_access_token' end,
    case when new.instagram_token_expire_at is distinct from old.instagram_token_expire_at then 'instagram_token_expire_at' end,
    case when new.instagram_actif is distinct from old.instagram_actif then 'instagram_actif' end,
    case when new.instagram_date_activation is distinct from old.instagram_date_activation then 'instagram_date_activation' end,
    case when new.instagram_derniere_synchro is distinct from old.instagram_derniere_synchro then 'instagram_derniere_synchro' end,
    case when new.instagram_statut_connexion is distinct from old.instagram_statut_connexion then 'instagram_statut_connexion' end,
    case when new.instagram_derniere_erreur is distinct from old.instagram_derniere_erreur then 'instagram_derniere_erreur' end,
    case when new.instagram_business_account_id is distinct from old.instagram_business_account_id then 'instagram_business_account_id' end,
    case when new.instagram_page_id is distinct from old.instagram_page_id then 'instagram_page_id' end,
    case when new.instagram_permissions is distinct from old.instagram_permissions then 'instagram_permissions' end,
    case when new.instagram_type_compte is distinct from old.instagram_type_compte then 'instagram_type_compte' end,
    case when new.instagram_ia_extensions is distinct from old.instagram_ia_extensions then 'instagram_ia_extensions' end
  ], null);
  if columns = '{}' then
    return new; -- nothing, or only the quota, which is counted too often to be told each time
  end if;

  quota := array_remove(array[
    case when new.instagram_limite_quotidienne is distinct from old.instagram_limite_quotidienne then 'instagram_limite_quotidienne' end,
    case when new.instagram_usage_quotidien is distinct from old.instagram_usage_quotidien then 'instagram_usage_quotidien' end,
    case when new.instagram_reset_quota_at is distinct from old.instagram_reset_quota_at then 'instagram_reset_quota_at' end
  ], null);
  -- other members of the log are somebody else's and stay
  log := case jsonb_typeof(old.instagram_audit_log)
    when 'object' then old.instagram_audit_log
    when 'null' then '{}'
    else case when old.instagram_audit_log is null then '{}' else jsonb_build_object('anterieur', old.instagram_audit_log) end
  end;
  new.instagram_audit_log := jsonb_set(log, '{modifications}', (
    select jsonb_agg(entry.value order by entry.place)
    from (
      select jsonb_build_object(
          'at', new.instagram_updated_at, 'by', new.instagram_updated_by, 'columns', to_jsonb(columns || quota)) as value,
        0::bigint as place
      union all
      select earlier.value, earlier.place
      from jsonb_array_elements(
        case jsonb_typeof(log -> 'modifications') when 'array' then log -> 'modifications' else '[]' end)
        with ordinality as earlier(value, place)
      where earlier.place < entries
    ) as entry));
  return new;
end
$$;
comment on function public.update_audit_fields_instagram_connexion() is
  'Stamps who changed a connexion and when, keeps who made it, and remembers which columns the latest changes touched.';

revoke all on function
  public.set_created_audit_fields_instagram_connexion(), public.update_audit_fields_instagram_connexion() from public;

create trigger trigger_set_created_audit_fields_instagram_connexion
  before insert on public.instagram_connexion
  for each row execute function public.set_created_audit_fields_instagram_connexion();
create trigger trigger_update_audit_fields_instagram_connexion
  before update on public.instagram_connexion
  for each row execute function public.update_audit_fields_instagram_connexion();

-- Not forced: the seed says so. The service owns nothing, so the policies bind it all the same. The inner selects make
-- each function a constant of the statement instead of a call for each row.
alter table public.instagram_connexion enable row level security;
create policy admin_presenca_full_access_instagram_connexion on public.instagram_connexion
  for all to authenticated
  using ((select public.is_admin_presenca((select auth.uid()))))
  with check ((select public.is_admin_presenca((select auth.uid()))));
create policy organisation_only_access_instagram_connexion on public.instagram_connexion
  for all to authenticated
  using (organisation_id = (select public.get_user_organisation_id((select auth.uid()))))
  with check (organisation_id = (select public.get_user_organisation_id((select auth.uid()))));

-- whatever default privileges a platform hands out: no TRUNCATE, which row security does not see, and no update of what
-- says whose a row is and who made it
revoke all on public.instagram_connexion from public, authenticated;
grant select, insert, delete on public.instagram_connexion to authenticated;
grant update (
  client_type, client_id, instagram_connexion_key, instagram_email_compte, instagram_access_token,
  instagram_token_expire_at, instagram_actif, instagram_date_activation, instagram_derniere_synchro,
  instagram_statut_connexion, instagram_derniere_erreur, instagram_limite_quotidienne, instagram_usage_quotidien,
  instagram_reset_quota_at, instagram_business_account_id, instagram_page_id, instagram_permissions,
  instagram_type_compte, instagram_updated_at, instagram_updated_by, instagram_audit_log, instagram_ia_extensions
) on public.instagram_connexion to authenticated;
