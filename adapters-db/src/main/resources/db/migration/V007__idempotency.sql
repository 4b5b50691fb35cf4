-- One row for each key that an organisation used in the last 24 hours; a job removes the older ones.

create table connexions.idempotency_record (
  organisation_id uuid        not null,
  key_digest      bytea       not null,
  fingerprint     bytea       not null,
  attempt         text        not null,
  began_at        timestamptz not null,
  entries_before  bigint      not null,
  progress        text        not null,
  leased_until    timestamptz,
  answer          text,
  constraint idempotency_record_pkey primary key (organisation_id, key_digest),
  constraint idempotency_record_digest_check check (octet_length(key_digest) = 32 and octet_length(fingerprint) = 32),
  constraint idempotency_record_entries_check check (entries_before >= 0),
  -- as the sealed type Progress: what each step carries, and nothing else
  constraint idempotency_record_progress_check check (
    case progress
      when 'in_flight' then leased_until is not null and answer is null
      when 'answered' then answer is not null and leased_until is null
      when 'answered_once' then num_nonnulls(leased_until, answer) = 0
      else false
    end is true)
);
create index idempotency_record_began_idx on connexions.idempotency_record (began_at);

comment on table connexions.idempotency_record is
  'What came under an Idempotency-Key, of which only the SHA-256 digest is kept, and how it was answered.';
comment on column connexions.idempotency_record.attempt is
  'The request id that the audit entries carry of what the request did.';
comment on column connexions.idempotency_record.answer is
  'Base64; encrypted with the service''s keys, bound to the organisation and the key.';

alter table connexions.idempotency_record enable row level security;
alter table connexions.idempotency_record force row level security;
create policy admin_presenca_full_access_idempotency_record on connexions.idempotency_record
  for all to authenticated
  using ((select public.is_admin_presenca((select auth.uid()))))
  with check ((select public.is_admin_presenca((select auth.uid()))));
create policy organisation_only_access_idempotency_record on connexions.idempotency_record
  for all to authenticated
  using (organisation_id = (select public.get_user_organisation_id((select auth.uid()))))
  with check (organisation_id = (select public.get_user_organisation_id((select auth.uid()))));

grant select, insert, delete on connexions.idempotency_record to authenticated;
grant update (
  fingerprint, attempt, began_at, entries_before, progress, leased_until, answer
) on connexions.idempotency_record to authenticated;
