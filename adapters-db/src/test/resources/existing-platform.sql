-- A platform as one finds it, dumped: Supabase-like functions, the table with its policies as its description has them,
-- and rows that eight months of hurry have left behind. Organisations: a = …000a, b = …000b, and one that is gone.

create schema auth;
create function auth.uid() returns uuid language sql stable as $$
  select (nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub')::uuid
$$;
create table public.organisations (organisation_id uuid primary key, organisation_nom text not null);
create table public.profils (
  utilisateur_id uuid primary key, organisation_id uuid references public.organisations, presenca boolean not null default false);
create function public.is_admin_presenca(p_user uuid) returns boolean
  language sql stable security definer set search_path = public as $$
  select coalesce((select presenca from public.profils where utilisateur_id = p_user), false)
$$;
create function public.get_user_organisation_id(p_user uuid) returns uuid
  language sql stable security definer set search_path = public as $$
  select organisation_id from public.profils where utilisateur_id = p_user
$$;
revoke all on function public.is_admin_presenca(uuid), public.get_user_organisation_id(uuid) from public;
grant execute on function public.is_admin_presenca(uuid), public.get_user_organisation_id(uuid) to authenticated, anon;

create table public.instagram_connexion (
  instagram_connexion_id uuid not null default gen_random_uuid() primary key,
  organisation_id uuid not null,
  client_type text not null default 'reseau',
  client_id uuid not null,
  instagram_connexion_key text not null,
  instagram_email_compte text not null,
  instagram_access_token text,
  instagram_token_expire_at timestamptz,
  instagram_actif boolean not null default true,
  instagram_date_activation timestamptz not null default now(),
  instagram_derniere_synchro timestamptz,
  instagram_statut_connexion text not null default 'active',
  instagram_derniere_erreur text,
  instagram_limite_quotidienne integer,
  instagram_usage_quotidien integer default 0,
  instagram_reset_quota_at timestamptz,
  instagram_business_account_id text,
  instagram_page_id text,
  instagram_permissions text[] default '{instagram_basic,pages_read_engagement,instagram_manage_insights}',
  instagram_type_compte text,
  instagram_created_at timestamptz not null default now(),
  instagram_created_by uuid,
  instagram_updated_at timestamptz not null default now(),
  instagram_updated_by uuid,
  instagram_audit_log jsonb default '{}',
  instagram_ia_extensions jsonb default '{}');

create function public.set_created_audit_fields_instagram_connexion() returns trigger language plpgsql as $$
begin
  new.instagram_created_at := coalesce(new.instagram_created_at, now());
  new.instagram_created_by := coalesce(new.instagram_created_by, auth.uid());
  return new;
end $$;
create function public.update_audit_fields_instagram_connexion() returns trigger language plpgsql as $$
begin
  new.instagram_updated_at := now();
  new.instagram_updated_by := auth.uid();
  return new;
end $$;
create trigger trigger_set_created_audit_fields_instagram_connexion before insert on public.instagram_connexion
  for each row execute function public.set_created_audit_fields_instagram_connexion();
create trigger trigger_update_audit_fields_instagram_connexion before update on public.instagram_connexion
  for each row execute function public.update_audit_fields_instagram_connexion();

alter table public.instagram_connexion enable row level security;
create policy admin_presenca_full_access_instagram_connexion on public.instagram_connexion
  for all to authenticated using (is_admin_presenca(auth.uid()));
create policy organisation_only_access_instagram_connexion on public.instagram_connexion
  for all to authenticated using (organisation_id = get_user_organisation_id(auth.uid()));
-- what the default privileges of such a platform hand out
grant all on public.instagram_connexion to anon, authenticated, service_role;

insert into public.organisations values
  ('00000000-0000-4000-8000-00000000000a', 'A'), ('00000000-0000-4000-8000-00000000000b', 'B');
insert into public.profils values
  ('00000000-0000-4000-8000-0000000000a1', '00000000-0000-4000-8000-00000000000a', false),
  ('00000000-0000-4000-8000-0000000000b1', '00000000-0000-4000-8000-00000000000b', false),
  ('00000000-0000-4000-8000-0000000000ff', null, true);

-- the last two digits of an id say which row it is; names of clients as people write them
insert into public.instagram_connexion (
  instagram_connexion_id, organisation_id, client_id, instagram_connexion_key, instagram_email_compte,
  instagram_access_token, instagram_token_expire_at, instagram_statut_connexion, instagram_business_account_id,
  instagram_limite_quotidienne, instagram_usage_quotidien, instagram_permissions, instagram_audit_log)
select ('00000000-0000-4000-8000-0000000010' || r.digits)::uuid, ('00000000-0000-4000-8000-0000000000' || r.org)::uuid,
  '00000000-0000-4000-8000-00000000c000', r.key, r.email, r.token, r.expires, r.status, r.account, r.limite, r.usage, r.permissions, r.log
from (values
  -- healthy, in clear text
  ('01', '0a', 'boutique', 'a@example.org', 'EAAclear01', '2031-01-01T00:00:00Z'::timestamptz, 'active', '17841400000000001', 25, 3, '{instagram_basic,instagram_content_publish}'::text[], '{"note":"x"}'::jsonb),
  -- the same key, the same account
  ('02', '0a', 'boutique', 'A@example.org', 'EAAclear02', '2031-01-01T00:00:00Z', 'active', '17841400000000001', null, null, '{instagram_basic}', '{}'),
  -- a status that nobody knows; in clear text all the same
  ('03', '0a', 'k03', 'b@example.org', 'EAAclear03', null, 'connected', '17841400000000003', 25, 0, null, null),
  -- active without a token; by the column's default
  ('04', '0a', 'k04', '', null, null, 'active', null, null, null, '{}', '[]'),
  -- active, and long expired
  ('05', '0a', 'k05', 'c@example.org', 'EAAclear05', '2024-02-29T12:00:00Z', 'active', '17841400000000005', 0, 7, '{instagram_basic,NULL}', '"free text"'),
  -- something in the column that is no token
  ('06', '0a', 'k06', 'd@example.org', 'a token, copied by hand', '2031-01-01T00:00:00Z', 'active', '17841400000000006', -1, -5, '{instagram_basic}', '{}'),
  -- expiry at the end of time; a status with a token that it does not need
  ('07', '0a', 'k07', 'e@example.org', 'EAAclear07', 'infinity', 'active', '17841400000000007', 25, 25, '{instagram_basic}', '{}'),
  ('08', '0a', 'k08', 'f@example.org', 'EAAclear08', null, 'a_reautoriser', '17841400000000008', 25, 1, '{instagram_basic}', '{}'),
  -- no account; never connected; revoked, with the token left behind
  ('09', '0a', 'k09', 'g@example.org', 'EAAclear09', null, 'active', null, 25, 1, '{instagram_basic}', '{}'),
  ('10', '0a', 'k10', 'h@example.org', null, null, 'en_attente', null, null, 0, '{}', '{}'),
  ('11', '0a', 'k11', 'i@example.org', 'EAAclear11', null, 'revoquee', '17841400000000011', null, 0, '{}', '{}'),
  -- the other organisation: the same account and key as the first
  ('21', '0b', 'boutique', 'a@example.org', 'EAAclear21', '2031-01-01T00:00:00Z', 'active', '17841400000000001', 25, 3, '{instagram_basic}', '{}'),
  -- an organisation that is gone
  ('31', '0c', 'k31', 'z@example.org', 'EAAclear31', '2031-01-01T00:00:00Z', 'active', '17841400000000031', 25, 3, '{instagram_basic}', '{}')
) as r (digits, org, key, email, token, expires, status, account, limite, usage, permissions, log);
