-- A consent that erased connexions left behind stands at Meta until Meta is told. Who has to be told of is kept here from the
-- transaction on that erases; no token is needed for it, and none is kept.

create table connexions.consent_revocation (
  organisation_id uuid        not null,
  login_product   text        not null,
  meta_user_id    text        not null,
  connexion_id    uuid        not null,
  since           timestamptz not null,
  due_at          timestamptz not null,
  constraint consent_revocation_pkey primary key (organisation_id, login_product, meta_user_id),
  constraint consent_revocation_login_product_check check (login_product in ('instagram', 'facebook'))
);
create index consent_revocation_due_idx on connexions.consent_revocation (due_at);

comment on table connexions.consent_revocation is
  'Consents that nobody of the organisation needs any more and that Meta is still to forget.';
comment on column connexions.consent_revocation.connexion_id is 'Whose erasure left it behind; it is gone itself.';
comment on column connexions.consent_revocation.due_at is 'When somebody is to tell Meta; in the future while somebody is at it.';

alter table connexions.consent_revocation enable row level security;
alter table connexions.consent_revocation force row level security;
create policy admin_presenca_full_access_consent_revocation on connexions.consent_revocation
  for all to authenticated
  using ((select public.is_admin_presenca((select auth.uid()))))
  with check ((select public.is_admin_presenca((select auth.uid()))));
create policy organisation_only_access_consent_revocation on connexions.consent_revocation
  for all to authenticated
  using (organisation_id = (select public.get_user_organisation_id((select auth.uid()))))
  with check (organisation_id = (select public.get_user_organisation_id((select auth.uid()))));
grant select, insert, delete on connexions.consent_revocation to authenticated;
grant update (connexion_id, since, due_at) on connexions.consent_revocation to authenticated;

-- one person may have consented for several organisations: taking the consent back ends it for all of them
create index grants_person_idx on connexions.grants (meta_user_id, login_product);
create index authorization_session_person_idx
  on connexions.authorization_session (consent_user, login_product)
  where consent_user is not null;
