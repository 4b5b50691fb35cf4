package dev.connexions.db.token;

/**
 * The statements that find and claim. Those that find look into every organisation when {@code :across} says so; what they
 * find is worked within its own.
 */
final class RenewalSql {

    /**
     * Compares as the index {@code connexion_state_due_idx} does, so that no row is read in vain; and updates what an array
     * names, since a join would be planned to read the whole table.
     */
    static final String CLAIM = """
        with due as (
          select connexion_id
          from connexions.connexion_state
          where next_refresh_at is not null and greatest(next_refresh_at, refresh_claimed_until) <= :now
            and (:across or organisation_id = cast(:organisation as uuid))
          order by greatest(next_refresh_at, refresh_claimed_until)
          limit :limit
          for update skip locked)
        update connexions.connexion_state s
        set refresh_claim = s.refresh_claim + 1, refresh_claimed_until = :until
        where s.connexion_id = any (array(select connexion_id from due))
        returning s.organisation_id, s.connexion_id, s.refresh_claim
        """;

    static final String CLAIM_ONE = """
        update connexions.connexion_state
        set refresh_claim = refresh_claim + 1, refresh_claimed_until = :until
        where organisation_id = cast(:organisation as uuid) and connexion_id = cast(:id as uuid)
          and (refresh_claimed_until is null or refresh_claimed_until <= :now)
        returning organisation_id, connexion_id, refresh_claim
        """;

    static final String IS_HELD = """
        select exists (
          select from connexions.connexion_state
          where organisation_id = cast(:organisation as uuid) and connexion_id = cast(:id as uuid)
            and refresh_claim = :fence) as held
        """;

    static final String RELEASE = """
        update connexions.connexion_state
        set refresh_claimed_until = :from
        where organisation_id = cast(:organisation as uuid) and connexion_id = cast(:id as uuid)
          and refresh_claim = :fence
        """;

    static final String PLAN = """
        update connexions.connexion_state s
        set next_refresh_at = cast(:nextAt as timestamptz), refresh_attempts = 0,
            token_expires_at = c.instagram_token_expire_at
        from public.instagram_connexion c
        where c.organisation_id = cast(:organisation as uuid) and c.instagram_connexion_id = cast(:id as uuid)
          and s.organisation_id = c.organisation_id and s.connexion_id = c.instagram_connexion_id
        """;

    /** Says nothing of the state, the account and the stamps, which stay the row's own. */
    static final String PLAN_FOREIGN = """
        insert into connexions.connexion_state
          (connexion_id, organisation_id, version, connexion_key, updated_at, updated_by, next_refresh_at,
           token_expires_at)
        select c.instagram_connexion_id, c.organisation_id, 1,
               case when exists (
                   select from connexions.connexion_state o
                   where o.organisation_id = c.organisation_id and o.connexion_key = c.instagram_connexion_key)
                 then null else c.instagram_connexion_key end,
               c.instagram_updated_at, c.instagram_updated_by, cast(:nextAt as timestamptz), c.instagram_token_expire_at
        from public.instagram_connexion c
        where c.organisation_id = cast(:organisation as uuid) and c.instagram_connexion_id = cast(:id as uuid)
        """;

    static final String ENDED = """
        select organisation_id, instagram_connexion_id, instagram_token_expire_at
        from public.instagram_connexion
        where instagram_statut_connexion in ('active', 'limitee', 'erreur') and instagram_token_expire_at is not null
          and instagram_token_expire_at <= :now
          and (instagram_token_expire_at, instagram_connexion_id) > (:afterAt, cast(:afterId as uuid))
          and instagram_access_token is not null and instagram_business_account_id is not null
          and (:across or organisation_id = cast(:organisation as uuid))
        order by instagram_token_expire_at, instagram_connexion_id
        limit :limit
        """;

    /** The last row of the page comes along, wanted or not, to go on from. */
    static final String UNPLANNED = """
        with page as (
          select instagram_connexion_id, organisation_id, instagram_token_expire_at, instagram_statut_connexion,
                 instagram_access_token is not null and instagram_business_account_id is not null as linked
          from public.instagram_connexion
          where instagram_connexion_id > cast(:after as uuid)
            and (:across or organisation_id = cast(:organisation as uuid))
          order by instagram_connexion_id
          limit :limit),
        seen as (
          select p.*,
                 p.linked and p.instagram_statut_connexion in ('active', 'limitee', 'erreur')
                   and p.instagram_token_expire_at > :now and p.instagram_token_expire_at < 'infinity'
                   and p.instagram_token_expire_at is distinct from (
                     select s.token_expires_at from connexions.connexion_state s
                     where s.organisation_id = p.organisation_id and s.connexion_id = p.instagram_connexion_id)
                   as unplanned,
                 row_number() over (order by p.instagram_connexion_id desc) as place,
                 count(*) over () as rows
          from page p)
        select organisation_id, instagram_connexion_id, coalesce(unplanned, false) as unplanned, rows
        from seen
        where unplanned or place = 1
        order by instagram_connexion_id
        """;

    private RenewalSql() {}
}
