-- How the renewal of a connexion's token goes, and who is at it.

alter table connexions.connexion_state
  add column token_expires_at      timestamptz,
  add column last_refresh_at       timestamptz,
  add column last_refresh_result   text,
  add column refresh_claim         bigint not null default 0,
  add column refresh_claimed_until timestamptz,
  add constraint connexion_state_last_refresh_check check (
    num_nonnulls(last_refresh_at, last_refresh_result) in (0, 2)),
  add constraint connexion_state_last_refresh_result_check check (last_refresh_result in (
    'renewed', 'token_refused', 'permission_missing', 'refused', 'throttled', 'upstream_failed', 'upstream_invalid',
    'upstream_timeout'));

comment on column connexions.connexion_state.token_expires_at is
  'The end of the token that token_issued_at and next_refresh_at tell of: they say nothing once the platform has written '
  'another one.';
comment on column connexions.connexion_state.refresh_claim is
  'Raised by each claim: whoever held an earlier one writes nothing any more.';

grant update (
  token_expires_at, last_refresh_at, last_refresh_result, refresh_claim, refresh_claimed_until
) on connexions.connexion_state to authenticated;

-- what is due and nobody's, however many rows are planned for later or claimed
create index connexion_state_due_idx
  on connexions.connexion_state (greatest(next_refresh_at, refresh_claimed_until))
  where next_refresh_at is not null;

-- what counts as connected and whose token has ended
create index instagram_connexion_ended_idx
  on public.instagram_connexion (instagram_token_expire_at, instagram_connexion_id)
  where instagram_statut_connexion in ('active', 'limitee', 'erreur') and instagram_token_expire_at is not null;

-- db-scheduler's, as it wants them; names of turns only, no row of any organisation
create table connexions.scheduled_tasks (
  task_name            text        not null,
  task_instance        text        not null,
  task_data            bytea,
  execution_time       timestamptz not null,
  picked               boolean     not null,
  picked_by            text,
  last_success         timestamptz,
  last_failure         timestamptz,
  consecutive_failures integer,
  last_heartbeat       timestamptz,
  version              bigint      not null,
  priority             smallint,
  constraint scheduled_tasks_pkey primary key (task_name, task_instance)
);
create index scheduled_tasks_execution_time_idx on connexions.scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat_idx on connexions.scheduled_tasks (last_heartbeat);

comment on table connexions.scheduled_tasks is
  'When the service''s recurring turns come next and which replica is at one. The service uses it as its own login: it '
  'holds nothing of any organisation.';
