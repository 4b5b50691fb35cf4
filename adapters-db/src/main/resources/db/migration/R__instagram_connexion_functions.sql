-- What the two triggers of the platform's table do, in whichever database they are: the one place where it is changed.

create or replace function public.set_created_audit_fields_instagram_connexion() returns trigger
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

create or replace function public.update_audit_fields_instagram_connexion() returns trigger
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

