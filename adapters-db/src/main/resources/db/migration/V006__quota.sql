-- What is reserved of a connexion's day. The count itself stands in the platform's table, where the platform reads it:
-- held and spent of the day, and what the platform counted there itself.

create table connexions.quota_reservation (
  reservation_id  uuid        not null,
  organisation_id uuid        not null,
  connexion_id    uuid        not null,
  units           integer     not null,
  state           text        not null,
  purpose         text,
  held_at         timestamptz not null,
  expires_at      timestamptz not null,
  day_ends_at     timestamptz not null,
  settled_at      timestamptz,
  constraint quota_reservation_pkey primary key (reservation_id),
  constraint quota_reservation_connexion_fkey foreign key (organisation_id, connexion_id)
    references public.instagram_connexion (organisation_id, instagram_connexion_id) on delete cascade,
  constraint quota_reservation_units_check check (units between 1 and 1000),
  constraint quota_reservation_purpose_check check (char_length(purpose) between 1 and 200),
  constraint quota_reservation_expires_at_check check (expires_at > held_at),
  constraint quota_reservation_state_check check (
    case state
      when 'held' then settled_at is null
      when 'spent' then settled_at is not null
      when 'released' then settled_at is not null
      when 'lapsed' then settled_at is not null
      else false
    end is true)
);
-- of a connexion, and of one of its days
create index quota_reservation_day_idx
  on connexions.quota_reservation (organisation_id, connexion_id, day_ends_at);
-- few at a time: also whoever looks for ended leases reads it whole
create index quota_reservation_held_idx
  on connexions.quota_reservation (organisation_id, connexion_id, expires_at)
  where state = 'held';

comment on table connexions.quota_reservation is
  'Units of a connexion''s day that were kept for somebody: held under a lease, then spent, released or lapsed.';
comment on column connexions.quota_reservation.day_ends_at is
  'The day they count in, by instagram_reset_quota_at at the time; given back later, they return to that day only.';

create table connexions.quota_exhaustion (
  connexion_id    uuid        not null,
  organisation_id uuid        not null,
  day_ends_at     timestamptz not null,
  exhausted_at    timestamptz not null,
  constraint quota_exhaustion_pkey primary key (connexion_id),
  constraint quota_exhaustion_connexion_fkey foreign key (organisation_id, connexion_id)
    references public.instagram_connexion (organisation_id, instagram_connexion_id) on delete cascade
);
create index quota_exhaustion_connexion_idx on connexions.quota_exhaustion (organisation_id, connexion_id);

comment on table connexions.quota_exhaustion is
  'The latest day in which the first refusal was written into the audit; those after it cost no more than a look.';

alter table connexions.quota_reservation enable row level security;
alter table connexions.quota_reservation force row level security;
create policy admin_presenca_full_access_quota_reservation on connexions.quota_reservation
  for all to authenticated
  using ((select public.is_admin_presenca((select auth.uid()))))
  with check ((select public.is_admin_presenca((select auth.uid()))));
create policy organisation_only_access_quota_reservation on connexions.quota_reservation
  for all to authenticated
  using (organisation_id = (select public.get_user_organisation_id((select auth.uid()))))
  with check (organisation_id = (select public.get_user_organisation_id((select auth.uid()))));

alter table connexions.quota_exhaustion enable row level security;
alter table connexions.quota_exhaustion force row level security;
create policy admin_presenca_full_access_quota_exhaustion on connexions.quota_exhaustion
  for all to authenticated
  using ((select public.is_admin_presenca((select auth.uid()))))
  with check ((select public.is_admin_presenca((select auth.uid()))));
create policy organisation_only_access_quota_exhaustion on connexions.quota_exhaustion
  for all to authenticated
  using (organisation_id = (select public.get_user_organisation_id((select auth.uid()))))
  with check (organisation_id = (select public.get_user_organisation_id((select auth.uid()))));

-- deleted with the platform's row only, by their foreign keys
grant select, insert on connexions.quota_reservation, connexions.quota_exhaustion to authenticated;
grant update (state, settled_at) on connexions.quota_reservation to authenticated;
grant update (day_ends_at, exhausted_at) on connexions.quota_exhaustion to authenticated;
