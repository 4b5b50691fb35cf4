-- The platform's own chain, of what administrators do that concerns no single organisation: null is no organisation's id.
create or replace function connexions.take_audit_turn(p_organisation_id uuid)
  returns table (sequence bigint, hash bytea)
  language plpgsql volatile
  set search_path = ''
as $$
begin
  perform pg_catalog.pg_advisory_xact_lock(
    pg_catalog.hashtextextended('connexions.audit/' || coalesce(p_organisation_id::text, 'platform'), 0));
  if p_organisation_id is null then
    return query
      select e.sequence, e.hash from connexions.audit_entry e
      where e.organisation_id is null
      order by e.sequence desc limit 1;
  else
    return query
      select e.sequence, e.hash from connexions.audit_entry e
      where e.organisation_id = p_organisation_id
      order by e.sequence desc limit 1;
  end if;
end
$$;
