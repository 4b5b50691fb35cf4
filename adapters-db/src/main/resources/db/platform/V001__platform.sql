-- The least of a platform that the seed's table needs: who somebody is, which organisation that person belongs to, and
-- who is an administrator. Only for a database without a platform of its own.

create table public.organisations (
  organisation_id         uuid        not null default gen_random_uuid(),
  organisation_nom        text        not null,
  organisation_created_at timestamptz not null default now(),
  constraint organisations_pkey primary key (organisation_id)
);
comment on table public.organisations is 'The tenants of the platform.';

create table public.utilisateurs (
  utilisateur_id             uuid    not null,
  organisation_id            uuid,
  utilisateur_admin_presenca boolean not null default false,
  constraint utilisateurs_pkey primary key (utilisateur_id),
  constraint utilisateurs_organisation_fkey foreign key (organisation_id)
    references public.organisations (organisation_id) on delete restrict
);
create index utilisateurs_organisation_idx on public.utilisateurs (organisation_id);
comment on table public.utilisateurs is 'The users of the platform: their organisation, and whether they administer it.';

-- after a transaction that set it, a session reads the setting as the empty string, not as null
create function auth.uid() returns uuid
  language plpgsql stable
  set search_path = ''
as $$
begin
  return (nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub')::uuid;
end
$$;
comment on function auth.uid() is 'The user whom the claims of the request name, or null.';

-- The next two run as their owner: callers need not, and may not, read the table of users.
create function public.is_admin_presenca(p_utilisateur_id uuid) returns boolean
  language plpgsql stable security definer
  set search_path = ''
as $$
begin
  return exists (
    select from public.utilisateurs u
    where u.utilisateur_id = p_utilisateur_id and u.utilisateur_admin_presenca);
end
$$;
comment on function public.is_admin_presenca(uuid) is 'Whether the user administers the platform.';

create function public.get_user_organisation_id(p_utilisateur_id uuid) returns uuid
  language plpgsql stable security definer
  set search_path = ''
as $$
begin
  return (select u.organisation_id from public.utilisateurs u where u.utilisateur_id = p_utilisateur_id);
end
$$;
comment on function public.get_user_organisation_id(uuid) is 'The organisation of the user, or null.';

revoke all on function auth.uid(), public.is_admin_presenca(uuid), public.get_user_organisation_id(uuid) from public;
grant usage on schema auth to authenticated;
grant execute on function auth.uid(), public.is_admin_presenca(uuid), public.get_user_organisation_id(uuid)
  to authenticated;

-- not forced: the functions above read as the owner
alter table public.organisations enable row level security;
create policy admin_presenca_full_access_organisations on public.organisations
  for all to authenticated
  using ((select public.is_admin_presenca((select auth.uid()))))
  with check ((select public.is_admin_presenca((select auth.uid()))));
create policy organisation_only_access_organisations on public.organisations
  for all to authenticated
  using (organisation_id = (select public.get_user_organisation_id((select auth.uid()))))
  with check (organisation_id = (select public.get_user_organisation_id((select auth.uid()))));

alter table public.utilisateurs enable row level security;
create policy admin_presenca_full_access_utilisateurs on public.utilisateurs
  for all to authenticated
  using ((select public.is_admin_presenca((select auth.uid()))))
  with check ((select public.is_admin_presenca((select auth.uid()))));
create policy organisation_only_access_utilisateurs on public.utilisateurs
  for all to authenticated
  using (organisation_id = (select public.get_user_organisation_id((select auth.uid()))))
  with check (organisation_id = (select public.get_user_organisation_id((select auth.uid()))));
