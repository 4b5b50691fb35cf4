-- What a connexion needs beyond the platform's table. Names of this schema are English; the schema is our own because a
-- platform's default privileges reach what is made in public.

create table connexions.grants (
  grant_id              uuid        not null,
  organisation_id       uuid        not null,
  login_product         text        not null,
  meta_user_id          text        not null,
  requested_permissions text[]      not null,
  granted_permissions   text[]      not null,
  granted_at            timestamptz not null,
  last_verified_at      timestamptz not null,
  constraint grants_pkey primary key (grant_id),
  constraint grants_organisation_key unique (organisation_id, grant_id),
  constraint grants_person_key unique (organisation_id, login_product, meta_user_id),
  constraint grants_login_product_check check (login_product in ('instagram', 'facebook'))
);
comment on table connexions.grants is
  'What one consent at Meta gave an organisation: one for each login product and person, shared by connexions.';

create table connexions.connexion_state (
  connexion_id          uuid        not null,
  organisation_id       uuid        not null,
  version               bigint      not null,
  connexion_key         text,
  account_id            text,
  account_username      text,
  login_product         text,
  grant_id              uuid,
  requested_permissions text[]      not null default '{}',
  status                text,
  since                 timestamptz,
  reason                text,
  evidence_meta_code    integer,
  evidence_meta_subcode integer,
  evidence_at           timestamptz,
  throttled_until       timestamptz,
  token_issued_at       timestamptz,
  next_refresh_at       timestamptz,
  refresh_attempts      integer     not null default 0,
  updated_at            timestamptz not null default now(),
  updated_by            uuid        default auth.uid(),
  constraint connexion_state_pkey primary key (connexion_id),
  constraint connexion_state_connexion_fkey foreign key (organisation_id, connexion_id)
    references public.instagram_connexion (organisation_id, instagram_connexion_id) on delete cascade,
  constraint connexion_state_grant_fkey foreign key (organisation_id, grant_id)
    references connexions.grants (organisation_id, grant_id) on delete restrict,
  constraint connexion_state_key_key unique (organisation_id, connexion_key),
  constraint connexion_state_account_key unique (organisation_id, account_id),
  constraint connexion_state_version_check check (version > 0),
  constraint connexion_state_refresh_attempts_check check (refresh_attempts >= 0),
  constraint connexion_state_login_product_check check (login_product in ('instagram', 'facebook')),
  constraint connexion_state_evidence_check check (
    case when evidence_at is null then num_nonnulls(evidence_meta_code, evidence_meta_subcode) = 0 else reason is not null end),
  -- as the sealed type State: what each state carries, and nothing else
  constraint connexion_state_status_check check (
    case
      when status is null
        then num_nonnulls(since, reason, throttled_until) = 0
      when status in ('en_attente', 'active')
        then since is not null and num_nonnulls(reason, throttled_until) = 0
      when status = 'limitee'
        then num_nulls(since, reason) = 0
      when status in ('erreur', 'expiree', 'a_reautoriser', 'revoquee')
        then num_nulls(since, reason) = 0 and throttled_until is null
      else false
    end is true)
);
create index connexion_state_connexion_idx on connexions.connexion_state (organisation_id, connexion_id);
create index connexion_state_grant_idx on connexions.connexion_state (organisation_id, grant_id)
  where grant_id is not null;

comment on table connexions.connexion_state is
  'One for each row of instagram_connexion at most: a row that the platform wrote has none until it is saved through us.';
comment on column connexions.connexion_state.version is 'The optimistic lock; always written before the platform''s row.';
comment on column connexions.connexion_state.connexion_key is
  'The claim to the key; null where another row of the organisation, that the platform wrote, has it already.';
comment on column connexions.connexion_state.account_id is
  'The claim to the account; null without one, or where another row of the organisation has it already.';
comment on column connexions.connexion_state.status is
  'The status that since, reason, evidence and throttled_until tell of: they say nothing once the platform has written '
  'another one. Null while the row says what no connexion can say.';
comment on column connexions.connexion_state.updated_at is
  'Of the connexion proper: unlike the row''s own stamp it does not move with the quota.';

alter table connexions.grants enable row level security;
alter table connexions.grants force row level security;
create policy admin_presenca_full_access_grants on connexions.grants
  for all to authenticated
  using ((select public.is_admin_presenca((select auth.uid()))))
  with check ((select public.is_admin_presenca((select auth.uid()))));
create policy organisation_only_access_grants on connexions.grants
  for all to authenticated
  using (organisation_id = (select public.get_user_organisation_id((select auth.uid()))))
  with check (organisation_id = (select public.get_user_organisation_id((select auth.uid()))));

alter table connexions.connexion_state enable row level security;
alter table connexions.connexion_state force row level security;
create policy admin_presenca_full_access_connexion_state on connexions.connexion_state
  for all to authenticated
  using ((select public.is_admin_presenca((select auth.uid()))))
  with check ((select public.is_admin_presenca((select auth.uid()))));
create policy organisation_only_access_connexion_state on connexions.connexion_state
  for all to authenticated
  using (organisation_id = (select public.get_user_organisation_id((select auth.uid()))))
  with check (organisation_id = (select public.get_user_organisation_id((select auth.uid()))));

grant usage on schema connexions to authenticated;
grant select, insert, delete on connexions.grants to authenticated;
grant update (requested_permissions, granted_permissions, granted_at, last_verified_at)
  on connexions.grants to authenticated;
-- deleted with the platform's row only, by its foreign key
grant select, insert on connexions.connexion_state to authenticated;
grant update (
  version, account_id, account_username, login_product, grant_id, requested_permissions, status, since, reason,
  evidence_meta_code, evidence_meta_subcode, evidence_at, throttled_until, token_issued_at, next_refresh_at,
  refresh_attempts, updated_at, updated_by
) on connexions.connexion_state to authenticated;
