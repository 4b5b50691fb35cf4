-- One consent may reach many accounts: the session waits for a choice with the consent's token sealed in its row, and a grant
-- of Facebook Login keeps its own, with which everybody who hangs on it is proved again after each new consent.

alter table connexions.authorization_session
  add column consent_user        text,
  add column consent_permissions text[],
  add column consent_issued_at   timestamptz,
  add column consent_expires_at  timestamptz,
  add column consent_token       bytea,
  add column candidates          jsonb,
  add column account_id          text,
  add column chosen              boolean;

-- a session in which somebody crashed is opened again, as one that waits; the owner is no exception to forced row security
alter table connexions.authorization_session no force row level security;
update connexions.authorization_session set progress = 'waiting', progress_at = null where progress = 'exchanging';
alter table connexions.authorization_session force row level security;

alter table connexions.authorization_session
  drop constraint authorization_session_digest_check,
  drop constraint authorization_session_progress_check,
  add constraint authorization_session_digest_check check (
    octet_length(link_digest) = 32
    and coalesce(octet_length(state_digest) = 32, true) and coalesce(octet_length(browser_digest) = 32, true)),
  add constraint authorization_session_candidates_check check (jsonb_typeof(candidates) = 'array'),
  -- as the sealed type Progress: what each step carries, and nothing else
  add constraint authorization_session_progress_check check (
    case progress
      when 'waiting'
        then num_nonnulls(progress_at, state_digest, browser_digest, state_expires_at, username, failure) = 0
      when 'consenting'
        then num_nulls(state_digest, browser_digest, state_expires_at) = 0
          and num_nonnulls(progress_at, username, failure) = 0
      when 'exchanging'
        then num_nulls(progress_at, browser_digest) = 0
          and num_nonnulls(state_digest, state_expires_at, username, failure) = 0
      when 'awaiting_choice'
        then num_nulls(progress_at, browser_digest) = 0
          and num_nonnulls(state_digest, state_expires_at, username, failure) = 0
      when 'proving'
        then num_nulls(progress_at, browser_digest) = 0
          and num_nonnulls(state_digest, state_expires_at, username, failure) = 0
      when 'completed'
        then progress_at is not null and num_nonnulls(state_digest, browser_digest, state_expires_at, failure) = 0
      when 'failed'
        then num_nulls(progress_at, failure) = 0
          and num_nonnulls(state_digest, browser_digest, state_expires_at, username) = 0
      when 'superseded'
        then progress_at is not null
          and num_nonnulls(state_digest, browser_digest, state_expires_at, username, failure) = 0
      when 'lapsed'
        then progress_at is not null
          and num_nonnulls(state_digest, browser_digest, state_expires_at, username, failure) = 0
      else false
    end is true),
  -- a consent is known while a choice or a proof is under way, and its token is nowhere else
  add constraint authorization_session_consent_check check (
    case
      when progress = 'awaiting_choice'
        then num_nulls(consent_user, consent_permissions, candidates) = 0 and num_nonnulls(account_id, chosen) = 0
      when progress = 'proving'
        then num_nulls(consent_user, consent_permissions, candidates, account_id, chosen) = 0
      else num_nonnulls(
        consent_user, consent_permissions, consent_issued_at, consent_expires_at, consent_token, account_id, chosen) = 0
        and (candidates is null or progress = 'failed')
    end is true);

drop index connexions.authorization_session_pending_idx;
create index authorization_session_pending_idx
  on connexions.authorization_session (organisation_id, expires_at)
  where progress in ('waiting', 'consenting', 'exchanging', 'awaiting_choice', 'proving');
create index authorization_session_overdue_idx
  on connexions.authorization_session (expires_at)
  where progress in ('awaiting_choice', 'proving');
create index authorization_session_stalled_idx
  on connexions.authorization_session (progress_at)
  where progress = 'proving';

comment on table connexions.authorization_session is
  'One trip through Meta''s consent. Of its secrets (link, state, browser) only the SHA-256 digests are kept.';
comment on column connexions.authorization_session.consent_token is
  'Sealed to this row. Destroyed with the step after which neither a choice nor a proof is under way.';

grant update (
  consent_user, consent_permissions, consent_issued_at, consent_expires_at, consent_token, candidates, account_id, chosen
) on connexions.authorization_session to authenticated;

alter table connexions.grants
  add column consent_issued_at  timestamptz,
  add column consent_expires_at timestamptz,
  add column consent_token      bytea,
  add column consented_for      uuid,
  add column consents           bigint      not null default 1,
  add column verify_at          timestamptz,
  add constraint grants_consents_check check (consents > 0),
  add constraint grants_consent_check check (
    consent_issued_at is not null or num_nonnulls(consent_expires_at, consent_token) = 0);
create index grants_verify_idx on connexions.grants (verify_at) where verify_at is not null;

comment on column connexions.grants.consent_token is
  'Sealed to this row: the person''s own token, of Facebook Login, which opens the tokens of Pages.';
comment on column connexions.grants.consents is 'How often the person consented.';
comment on column connexions.grants.verify_at is
  'From when on somebody is to prove who hangs on it; in the future while somebody is at it. Null: nobody waits.';

grant update (consent_issued_at, consent_expires_at, consent_token, consented_for, consents, verify_at)
  on connexions.grants to authenticated;

alter table connexions.connexion_state
  add column proved_under bigint;
comment on column connexions.connexion_state.proved_under is
  'The consent of its grant, by number, under which it was proved or judged last: under a later one it is still to be.';
grant update (proved_under) on connexions.connexion_state to authenticated;
