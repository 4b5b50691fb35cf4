-- Lists that read no row which they do not show, whoever asks: each filter that promises it has an index in the order of its
-- pages, once with the organisation first and once without, for administrators. None has a column of the quota in it.
--
-- Two of the filters are about what a row reads as, and not about what stands in it. What the columns can tell of that is
-- in two expressions, which the queries repeat to the letter: row security lets no index be searched for the outcome of
-- such an expression, but it may say which rows the index is of.

-- whether the row is shown as an error: it says so, or cannot be read
create index instagram_connexion_error_idx
  on public.instagram_connexion (organisation_id, instagram_created_at desc, instagram_connexion_id desc)
  where (case
    when instagram_statut_connexion = 'erreur' or not isfinite(instagram_date_activation)
      or not isfinite(instagram_derniere_synchro) then true
    when instagram_statut_connexion = 'en_attente' then false
    when instagram_statut_connexion in ('active', 'limitee') then
      instagram_access_token is null
      or instagram_access_token !~ '^[!-~]+$'
      or case when instagram_access_token ~ '^ctk[0-9]+\.'
        then instagram_access_token !~ '^ctk1\.[A-Za-z0-9_-]+$' or length(instagram_access_token) < 51
        else length(instagram_access_token) > 4096 end
      or instagram_business_account_id is null or instagram_business_account_id !~ '\S'
      or length(instagram_business_account_id) > 64 or not coalesce(isfinite(instagram_token_expire_at), true)
    when instagram_statut_connexion in ('expiree', 'a_reautoriser', 'revoquee') then
      not coalesce(isfinite(instagram_token_expire_at), true)
      and coalesce(instagram_business_account_id ~ '\S' and length(instagram_business_account_id) <= 64, false)
    else true
  end);
create index instagram_connexion_admin_error_idx
  on public.instagram_connexion (instagram_created_at desc, instagram_connexion_id desc)
  where (case
    when instagram_statut_connexion = 'erreur' or not isfinite(instagram_date_activation)
      or not isfinite(instagram_derniere_synchro) then true
    when instagram_statut_connexion = 'en_attente' then false
    when instagram_statut_connexion in ('active', 'limitee') then
      instagram_access_token is null
      or instagram_access_token !~ '^[!-~]+$'
      or case when instagram_access_token ~ '^ctk[0-9]+\.'
        then instagram_access_token !~ '^ctk1\.[A-Za-z0-9_-]+$' or length(instagram_access_token) < 51
        else length(instagram_access_token) > 4096 end
      or instagram_business_account_id is null or instagram_business_account_id !~ '\S'
      or length(instagram_business_account_id) > 64 or not coalesce(isfinite(instagram_token_expire_at), true)
    when instagram_statut_connexion in ('expiree', 'a_reautoriser', 'revoquee') then
      not coalesce(isfinite(instagram_token_expire_at), true)
      and coalesce(instagram_business_account_id ~ '\S' and length(instagram_business_account_id) <= 64, false)
    else true
  end);

drop index public.instagram_connexion_status_idx;
create index instagram_connexion_status_idx
  on public.instagram_connexion
  (organisation_id, instagram_statut_connexion, instagram_created_at desc, instagram_connexion_id desc)
  where not (case
    when instagram_statut_connexion = 'erreur' or not isfinite(instagram_date_activation)
      or not isfinite(instagram_derniere_synchro) then true
    when instagram_statut_connexion = 'en_attente' then false
    when instagram_statut_connexion in ('active', 'limitee') then
      instagram_access_token is null
      or instagram_access_token !~ '^[!-~]+$'
      or case when instagram_access_token ~ '^ctk[0-9]+\.'
        then instagram_access_token !~ '^ctk1\.[A-Za-z0-9_-]+$' or length(instagram_access_token) < 51
        else length(instagram_access_token) > 4096 end
      or instagram_business_account_id is null or instagram_business_account_id !~ '\S'
      or length(instagram_business_account_id) > 64 or not coalesce(isfinite(instagram_token_expire_at), true)
    when instagram_statut_connexion in ('expiree', 'a_reautoriser', 'revoquee') then
      not coalesce(isfinite(instagram_token_expire_at), true)
      and coalesce(instagram_business_account_id ~ '\S' and length(instagram_business_account_id) <= 64, false)
    else true
  end);
create index instagram_connexion_admin_status_idx
  on public.instagram_connexion
  (instagram_statut_connexion, instagram_created_at desc, instagram_connexion_id desc)
  where not (case
    when instagram_statut_connexion = 'erreur' or not isfinite(instagram_date_activation)
      or not isfinite(instagram_derniere_synchro) then true
    when instagram_statut_connexion = 'en_attente' then false
    when instagram_statut_connexion in ('active', 'limitee') then
      instagram_access_token is null
      or instagram_access_token !~ '^[!-~]+$'
      or case when instagram_access_token ~ '^ctk[0-9]+\.'
        then instagram_access_token !~ '^ctk1\.[A-Za-z0-9_-]+$' or length(instagram_access_token) < 51
        else length(instagram_access_token) > 4096 end
      or instagram_business_account_id is null or instagram_business_account_id !~ '\S'
      or length(instagram_business_account_id) > 64 or not coalesce(isfinite(instagram_token_expire_at), true)
    when instagram_statut_connexion in ('expiree', 'a_reautoriser', 'revoquee') then
      not coalesce(isfinite(instagram_token_expire_at), true)
      and coalesce(instagram_business_account_id ~ '\S' and length(instagram_business_account_id) <= 64, false)
    else true
  end);

-- whether the row is linked to an account by a token that expires
drop index public.instagram_connexion_expiry_idx;
create index instagram_connexion_expiry_idx
  on public.instagram_connexion (organisation_id, instagram_token_expire_at, instagram_connexion_id)
  where (case
    when instagram_statut_connexion = 'en_attente' or not isfinite(instagram_date_activation)
      or not isfinite(instagram_derniere_synchro) then false
    else isfinite(instagram_token_expire_at)
      and coalesce(instagram_business_account_id ~ '\S' and length(instagram_business_account_id) <= 64, false)
  end);
create index instagram_connexion_admin_expiry_idx
  on public.instagram_connexion (instagram_token_expire_at, instagram_connexion_id)
  where (case
    when instagram_statut_connexion = 'en_attente' or not isfinite(instagram_date_activation)
      or not isfinite(instagram_derniere_synchro) then false
    else isfinite(instagram_token_expire_at)
      and coalesce(instagram_business_account_id ~ '\S' and length(instagram_business_account_id) <= 64, false)
  end);

drop index public.instagram_connexion_key_idx;
create index instagram_connexion_key_idx
  on public.instagram_connexion
  (organisation_id, instagram_connexion_key, instagram_created_at desc, instagram_connexion_id desc);
create index instagram_connexion_admin_key_idx
  on public.instagram_connexion (instagram_connexion_key, instagram_created_at desc, instagram_connexion_id desc);

drop index public.instagram_connexion_client_idx;
create index instagram_connexion_client_idx
  on public.instagram_connexion
  (organisation_id, client_id, instagram_created_at desc, instagram_connexion_id desc);
create index instagram_connexion_admin_client_idx
  on public.instagram_connexion (client_id, instagram_created_at desc, instagram_connexion_id desc);

-- No expression tells whether a key opens a token. Who finds that none does notes it here, with the moment that the row
-- was created at, which never changes: so these rows, too, are found in the order of the pages.
alter table connexions.connexion_state
  add token_unreadable_since timestamptz,
  add token_unreadable_created_at timestamptz,
  add constraint connexion_state_token_unreadable_check
    check ((token_unreadable_since is null) = (token_unreadable_created_at is null));
create index connexion_state_unreadable_idx
  on connexions.connexion_state (organisation_id, token_unreadable_created_at desc, connexion_id desc)
  where token_unreadable_since is not null;
create index connexion_state_admin_unreadable_idx
  on connexions.connexion_state (token_unreadable_created_at desc, connexion_id desc)
  where token_unreadable_since is not null;
comment on column connexions.connexion_state.token_unreadable_since is
  'When it was noticed that no key opens the token of the row. A hint to find it by: the token itself decides.';
comment on column connexions.connexion_state.token_unreadable_created_at is
  'The instagram_created_at of the row, while token_unreadable_since is set.';
grant update (token_unreadable_since, token_unreadable_created_at) on connexions.connexion_state to authenticated;

-- One round trip for what every write does. As a function, since each statement in it sees what was committed before it
-- began: the tail is read once the turn came, and not before.
create function connexions.take_audit_turn(p_organisation_id uuid)
  returns table (sequence bigint, hash bytea)
  language plpgsql volatile
  set search_path = ''
as $$
begin
  perform pg_catalog.pg_advisory_xact_lock(
    pg_catalog.hashtextextended('connexions.audit/' || p_organisation_id::text, 0));
  return query
    select e.sequence, e.hash from connexions.audit_entry e
    where e.organisation_id = p_organisation_id
    order by e.sequence desc limit 1;
end
$$;
comment on function connexions.take_audit_turn(uuid) is
  'Waits until no other transaction writes to the organisation''s chain, and answers its last entry.';
revoke all on function connexions.take_audit_turn(uuid) from public;
grant execute on function connexions.take_audit_turn(uuid) to authenticated;
