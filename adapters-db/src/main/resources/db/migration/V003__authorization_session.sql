create table connexions.authorization_session (
  session_id            uuid        not null,
  organisation_id       uuid        not null,
  connexion_id          uuid        not null,
  version               bigint      not null,
  login_product         text        not null,
  requested_permissions text[]      not null,
  return_url            text,
  started_by            uuid        not null,
  started_at            timestamptz not null,
  expires_at            timestamptz not null,
  link_digest           bytea       not null,
  progress              text        not null,
  progress_at           timestamptz,
  state_digest          bytea,
  browser_digest        bytea,
  state_expires_at      timestamptz,
  username              text,
  failure               text,
  constraint authorization_session_pkey primary key (session_id),
  constraint authorization_session_connexion_fkey foreign key (organisation_id, connexion_id)
    references public.instagram_connexion (organisation_id, instagram_connexion_id) on delete cascade,
  constraint authorization_session_link_key unique (link_digest),
  constraint authorization_session_state_key unique (state_digest),
  constraint authorization_session_version_check check (version > 0),
  constraint authorization_session_login_product_check check (login_product in ('instagram', 'facebook')),
  constraint authorization_session_lifetime_check check (started_at < expires_at),
  constraint authorization_session_digest_check check (
    octet_length(link_digest) = 32
    and coalesce(octet_length(state_digest) = 32 and octet_length(browser_digest) = 32, true)),
  -- as the sealed type Progress: what each step carries, and nothing else
  constraint authorization_session_progress_check check (
    case progress
      when 'waiting'
        then num_nonnulls(progress_at, state_digest, browser_digest, state_expires_at, username, failure) = 0
      when 'consenting'
        then num_nulls(state_digest, browser_digest, state_expires_at) = 0
          and num_nonnulls(progress_at, username, failure) = 0
      when 'completed'
        then progress_at is not null and num_nonnulls(state_digest, browser_digest, state_expires_at, failure) = 0
      when 'failed'
        then num_nulls(progress_at, failure) = 0
          and num_nonnulls(state_digest, browser_digest, state_expires_at, username) = 0
      when 'exchanging'
        then progress_at is not null
          and num_nonnulls(state_digest, browser_digest, state_expires_at, username, failure) = 0
      when 'superseded'
        then progress_at is not null
          and num_nonnulls(state_digest, browser_digest, state_expires_at, username, failure) = 0
      else false
    end is true)
);
create index authorization_session_connexion_idx
  on connexions.authorization_session (organisation_id, connexion_id);
create index authorization_session_pending_idx
  on connexions.authorization_session (organisation_id, expires_at)
  where progress in ('waiting', 'consenting', 'exchanging');

comment on table connexions.authorization_session is
  'One trip through Meta''s consent. Of its secrets (link, state, browser) only the SHA-256 digests are kept.';

alter table connexions.authorization_session enable row level security;
alter table connexions.authorization_session force row level security;
create policy admin_presenca_full_access_authorization_session on connexions.authorization_session
  for all to authenticated
  using ((select public.is_admin_presenca((select auth.uid()))))
  with check ((select public.is_admin_presenca((select auth.uid()))));
create policy organisation_only_access_authorization_session on connexions.authorization_session
  for all to authenticated
  using (organisation_id = (select public.get_user_organisation_id((select auth.uid()))))
  with check (organisation_id = (select public.get_user_organisation_id((select auth.uid()))));

-- deleted with the platform's row only, by its foreign key
grant select, insert on connexions.authorization_session to authenticated;
grant update (
  version, progress, progress_at, state_digest, browser_digest, state_expires_at, username, failure
) on connexions.authorization_session to authenticated;
