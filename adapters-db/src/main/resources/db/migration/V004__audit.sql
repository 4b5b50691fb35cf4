-- Append only: nobody may change or delete an entry, so these columns are final. The details lie apart, so that they can
-- be erased while the chain still verifies.

create table connexions.audit_entry (
  entry_id        uuid        not null default gen_random_uuid(),
  organisation_id uuid,
  sequence        bigint      not null,
  at              timestamptz not null,
  actor_kind      text        not null,
  actor_id        uuid        not null,
  actor_reason    text,
  action          text        not null,
  outcome         text        not null,
  connexion_id    uuid,
  request_id      text        not null,
  details_digest  bytea       not null,
  previous_hash   bytea       not null,
  hash            bytea       not null,
  constraint audit_entry_pkey primary key (entry_id),
  constraint audit_entry_sequence_key unique nulls not distinct (organisation_id, sequence),
  constraint audit_entry_organisation_key unique (organisation_id, entry_id),
  constraint audit_entry_sequence_check check (sequence > 0),
  constraint audit_entry_actor_kind_check check (actor_kind in ('user', 'api_key', 'administrator', 'system', 'meta')),
  constraint audit_entry_action_check check (action ~ '^[a-z_]+\.[a-z_]+$'),
  constraint audit_entry_outcome_check check (outcome in ('done', 'refused', 'failed')),
  constraint audit_entry_digest_check check (
    octet_length(details_digest) = 32 and octet_length(previous_hash) = 32 and octet_length(hash) = 32)
);
create index audit_entry_connexion_idx on connexions.audit_entry (organisation_id, connexion_id, sequence desc);

comment on table connexions.audit_entry is
  'Who did what, as one chain for each organisation; append only. Entries outlive the connexions they tell of.';
comment on column connexions.audit_entry.organisation_id is
  'Null in the platform''s own chain: what administrators do that concerns no single organisation.';
comment on column connexions.audit_entry.connexion_id is 'No foreign key: the entry stays when the connexion is erased.';

create table connexions.audit_details (
  entry_id        uuid  not null,
  organisation_id uuid,
  details         jsonb not null,
  salt            bytea not null,
  constraint audit_details_pkey primary key (entry_id),
  -- with the organisation, so that nobody can find out which entries another one has; the platform's chain has none
  constraint audit_details_entry_fkey foreign key (organisation_id, entry_id)
    references connexions.audit_entry (organisation_id, entry_id) on delete restrict,
  constraint audit_details_details_check check (jsonb_typeof(details) = 'object'),
  constraint audit_details_salt_check check (octet_length(salt) = 32)
);
create index audit_details_entry_idx on connexions.audit_details (organisation_id, entry_id);

comment on table connexions.audit_details is
  'What changed, before and after, without secrets. The entry holds its digest, salted so that likely details cannot be '
  'tried against it once they are erased.';

alter table connexions.audit_entry enable row level security;
alter table connexions.audit_entry force row level security;
create policy admin_presenca_full_access_audit_entry on connexions.audit_entry
  for all to authenticated
  using ((select public.is_admin_presenca((select auth.uid()))))
  with check ((select public.is_admin_presenca((select auth.uid()))));
create policy organisation_only_access_audit_entry on connexions.audit_entry
  for all to authenticated
  using (organisation_id = (select public.get_user_organisation_id((select auth.uid()))))
  with check (organisation_id = (select public.get_user_organisation_id((select auth.uid()))));

alter table connexions.audit_details enable row level security;
alter table connexions.audit_details force row level security;
create policy admin_presenca_full_access_audit_details on connexions.audit_details
  for all to authenticated
  using ((select public.is_admin_presenca((select auth.uid()))))
  with check ((select public.is_admin_presenca((select auth.uid()))));
create policy organisation_only_access_audit_details on connexions.audit_details
  for all to authenticated
  using (organisation_id = (select public.get_user_organisation_id((select auth.uid()))))
  with check (organisation_id = (select public.get_user_organisation_id((select auth.uid()))));

grant select, insert on connexions.audit_entry, connexions.audit_details to authenticated;
