package dev.connexions.db.quota;

/** The statements on the count and its reservations. Each names the organisation, whatever row security says. */
final class QuotaSql {

    private static final String OF_THIS_ROW = """
        where organisation_id = cast(:organisation as uuid) and instagram_connexion_id = cast(:connexion as uuid)
        """;

    static final String LOCK =
            "select instagram_connexion_id from public.instagram_connexion\n" + OF_THIS_ROW + "for update";

    static final String FIND = """
        select c.instagram_connexion_id, c.organisation_id, c.instagram_limite_quotidienne, c.instagram_usage_quotidien,
               c.instagram_reset_quota_at, r.held, r.expired, r.first_lease_end, e.exhausted_at
        from public.instagram_connexion c
        cross join lateral (
          select coalesce(sum(h.units) filter (where h.expires_at > :now), 0) as held,
                 coalesce(sum(h.units) filter (where h.expires_at <= :now), 0) as expired,
                 min(h.expires_at) filter (where h.expires_at > :now) as first_lease_end
          from connexions.quota_reservation h
          where h.organisation_id = c.organisation_id and h.connexion_id = c.instagram_connexion_id
            and h.state = 'held' and h.day_ends_at = c.instagram_reset_quota_at) as r
        left join connexions.quota_exhaustion e
          on e.organisation_id = c.organisation_id and e.connexion_id = c.instagram_connexion_id
            and e.day_ends_at = c.instagram_reset_quota_at
        where c.organisation_id = cast(:organisation as uuid) and c.instagram_connexion_id = cast(:connexion as uuid)
        """;

    /** A day may begin twice, by a clock that was set back: what was reserved in it counts still. */
    static final String BEGIN_DAY =
            """
                update public.instagram_connexion c
                set instagram_reset_quota_at = :dayEnd, instagram_usage_quotidien = (
                  select coalesce(sum(r.units), 0) from connexions.quota_reservation r
                  where r.organisation_id = c.organisation_id and r.connexion_id = c.instagram_connexion_id
                    and r.day_ends_at = :dayEnd and r.state in ('held', 'spent'))
                """ + OF_THIS_ROW + "returning cast(instagram_usage_quotidien as bigint) as counted";

    static final String NOTE_EXHAUSTED = """
        insert into connexions.quota_exhaustion (connexion_id, organisation_id, day_ends_at, exhausted_at)
        values (cast(:connexion as uuid), cast(:organisation as uuid), :dayEnd, :now)
        on conflict on constraint quota_exhaustion_pkey
          do update set day_ends_at = excluded.day_ends_at, exhausted_at = excluded.exhausted_at
        """;

    static final String RESERVATION = """
        select reservation_id, organisation_id, connexion_id, cast(units as bigint) as units, state, purpose, held_at,
               expires_at, day_ends_at, settled_at
        from connexions.quota_reservation
        where organisation_id = cast(:organisation as uuid) and connexion_id = cast(:connexion as uuid)
          and reservation_id = cast(:id as uuid)
        """;

    static final String CONNEXION_OF = """
        select connexion_id from connexions.quota_reservation
        where organisation_id = cast(:organisation as uuid) and reservation_id = cast(:id as uuid)
        """;

    private static final String GIVE_BACK = """
        update public.instagram_connexion c
        set instagram_usage_quotidien = greatest(coalesce(c.instagram_usage_quotidien, 0) - ended.units, 0)
        from (select day_ends_at, sum(units) as units from settled where state <> 'spent' group by day_ends_at) as ended
        where c.organisation_id = cast(:organisation as uuid) and c.instagram_connexion_id = cast(:connexion as uuid)
          and c.instagram_reset_quota_at = ended.day_ends_at
        """;

    static final String SETTLE = """
        with settled as (
          update connexions.quota_reservation
          set state = :state, settled_at = :settledAt
          where organisation_id = cast(:organisation as uuid) and connexion_id = cast(:connexion as uuid)
            and reservation_id = cast(:id as uuid) and state = 'held'
          returning units, day_ends_at, state),
        given_back as (
        """ + GIVE_BACK + ") select count(*) as settled from settled";

    static final String LAPSE = """
        with settled as (
          update connexions.quota_reservation
          set state = 'lapsed', settled_at = :now
          where organisation_id = cast(:organisation as uuid) and connexion_id = cast(:connexion as uuid)
            and state = 'held' and expires_at <= :now
          returning units, day_ends_at, state),
        given_back as (
        """ + GIVE_BACK + ") select count(*) as settled from settled";

    static final String EXPIRED = """
        select organisation_id, connexion_id
        from connexions.quota_reservation
        where state = 'held' and expires_at <= :now
        order by expires_at limit :limit
        for update skip locked
        """;

    private QuotaSql() {}
}
