package dev.connexions.db.connexion;

import dev.connexions.db.shared.CallerQuery;

/** The statements on the platform's table and the one beside it. Each names the organisation, whatever row security says. */
final class ConnexionSql {

    static final String COLUMNS = """
        select c.instagram_connexion_id, c.organisation_id, c.client_type, c.client_id, c.instagram_connexion_key,
               c.instagram_email_compte, c.instagram_access_token, c.instagram_token_expire_at, c.instagram_actif,
               c.instagram_date_activation, c.instagram_derniere_synchro, c.instagram_statut_connexion,
               c.instagram_limite_quotidienne, c.instagram_business_account_id, c.instagram_page_id,
               c.instagram_type_compte, c.instagram_created_at, c.instagram_created_by, c.instagram_updated_at,
               c.instagram_updated_by,
               array(select p from unnest(c.instagram_permissions) as p where p is not null) as permissions,
               s.version, s.account_id, s.account_username, s.login_product, s.grant_id,
               coalesce(s.requested_permissions, '{}') as requested_permissions, s.status, s.since, s.reason,
               s.evidence_meta_code, s.evidence_meta_subcode, s.evidence_at, s.throttled_until, s.token_issued_at,
               s.token_expires_at, s.next_refresh_at, s.refresh_attempts, s.last_refresh_at, s.last_refresh_result,
               s.updated_at, s.updated_by
        """;

    private static final String BY_ID = COLUMNS + """
        from public.instagram_connexion c
        left join connexions.connexion_state s
          on s.organisation_id = c.organisation_id and s.connexion_id = c.instagram_connexion_id
        where c.instagram_connexion_id = cast(:id as uuid) and c.organisation_id =
        """;

    static final String FIND = BY_ID + "cast(:organisation as uuid)\n";

    static final String FIND_OWN = BY_ID + CallerQuery.ORGANISATION;

    /** Before the row itself, as saving does: two who lock in one order cannot wait for each other. */
    static final String LOCK_STATE = """
        select version from connexions.connexion_state
        where organisation_id = cast(:organisation as uuid) and connexion_id = cast(:id as uuid)
        for update
        """;

    static final String LOCK_ROW = """
        select instagram_connexion_id from public.instagram_connexion
        where organisation_id = cast(:organisation as uuid) and instagram_connexion_id = cast(:id as uuid)
        for update
        """;

    static final String LOCK = FIND + "for update of c";

    /** Rows that the platform wrote may hold one account twice: then who claimed it holds it. */
    static final String HOLDER = """
        select c.instagram_connexion_id
        from public.instagram_connexion c
        left join connexions.connexion_state s
          on s.organisation_id = c.organisation_id and s.connexion_id = c.instagram_connexion_id
        where c.organisation_id = cast(:organisation as uuid) and c.instagram_business_account_id = :account
          and c.instagram_statut_connexion <> 'en_attente'
        order by s.account_id is null, c.instagram_created_at, c.instagram_connexion_id
        limit 1
        """;

    static final String HOLDERS = """
        select distinct on (c.instagram_business_account_id) c.instagram_business_account_id, c.instagram_connexion_id
        from public.instagram_connexion c
        left join connexions.connexion_state s
          on s.organisation_id = c.organisation_id and s.connexion_id = c.instagram_connexion_id
        where c.organisation_id = cast(:organisation as uuid)
          and c.instagram_business_account_id = any (cast(:accounts as text[]))
          and c.instagram_statut_connexion <> 'en_attente'
        order by c.instagram_business_account_id, s.account_id is null, c.instagram_created_at, c.instagram_connexion_id
        """;

    static final String HANGING_ON = COLUMNS + """
        from connexions.connexion_state s
        join public.instagram_connexion c
          on c.organisation_id = s.organisation_id and c.instagram_connexion_id = s.connexion_id
        where s.organisation_id = cast(:organisation as uuid) and s.grant_id = cast(:grant as uuid)
        order by c.instagram_created_at, c.instagram_connexion_id
        """;

    /** Answers nothing where a row has the key; where one of ours takes it meanwhile, the state's own key refuses. */
    static final String ADD = """
        with added as (
          insert into public.instagram_connexion
            (instagram_connexion_id, organisation_id, client_type, client_id, instagram_connexion_key,
             instagram_email_compte, instagram_actif, instagram_date_activation, instagram_statut_connexion,
             instagram_limite_quotidienne, instagram_permissions)
          select cast(:id as uuid), cast(:organisation as uuid), :clientType, cast(:clientId as uuid), :key, :email, true,
                 cast(:at as timestamptz), 'en_attente', cast(:limit as integer), '{}'
          where not exists (
            select from public.instagram_connexion
            where organisation_id = cast(:organisation as uuid) and instagram_connexion_key = :key)
          returning organisation_id, instagram_connexion_id, instagram_created_at, instagram_created_by),
        beside as (
          insert into connexions.connexion_state
            (connexion_id, organisation_id, version, connexion_key, status, since)
          select instagram_connexion_id, organisation_id, 1, :key, 'en_attente', :at from added)
        select instagram_created_at, instagram_created_by from added
        """;

    /** The account is claimed unless it has been this row's all along and another row, written by the platform too, has it. */
    private static final String ACCOUNT_CLAIM = """
        case when c.instagram_business_account_id = cast(:account as text) and exists (
            select from connexions.connexion_state o
            where o.organisation_id = c.organisation_id and o.connexion_id <> c.instagram_connexion_id
              and o.account_id = cast(:account as text))
          then null else cast(:account as text) end
        """;

    /** As the row's own is about to be: what a state without a link says nothing of stays. */
    private static final String TOKEN_END =
            "case when :linked then cast(:expiresAt as timestamptz) else c.instagram_token_expire_at end";

    static final String INSERT_STATE = """
        insert into connexions.connexion_state
          (connexion_id, organisation_id, version, connexion_key, account_id, account_username, login_product, grant_id,
           requested_permissions, status, since, reason, evidence_meta_code, evidence_meta_subcode, evidence_at,
           throttled_until, token_issued_at, next_refresh_at, refresh_attempts, last_refresh_at, last_refresh_result,
           token_expires_at)
        select c.instagram_connexion_id, c.organisation_id, 1,
               case when exists (
                   select from connexions.connexion_state o
                   where o.organisation_id = c.organisation_id and o.connexion_key = c.instagram_connexion_key)
                 then null else c.instagram_connexion_key end,
        """ + ACCOUNT_CLAIM + """
        , cast(:username as text), cast(:product as text), cast(:grant as uuid),
        cast(:requested as text[]), cast(:status as text), cast(:since as timestamptz), cast(:reason as text),
        cast(:metaCode as integer), cast(:metaSubcode as integer), cast(:evidenceAt as timestamptz),
        cast(:until as timestamptz), cast(:issuedAt as timestamptz), cast(:nextRefreshAt as timestamptz), :refreshFailures,
        cast(:lastRefreshAt as timestamptz), cast(:lastRefreshResult as text),\
        """ + TOKEN_END + """

        from public.instagram_connexion c
        where c.organisation_id = cast(:organisation as uuid) and c.instagram_connexion_id = cast(:id as uuid)
        """;

    private static final String NEXT_VERSION = """
        update connexions.connexion_state s
        set version = s.version + 1, updated_at = now(), updated_by = auth.uid()
        """;

    private static final String OF_THIS_VERSION = """
        from public.instagram_connexion c
        where c.organisation_id = cast(:organisation as uuid) and c.instagram_connexion_id = cast(:id as uuid)
          and s.organisation_id = c.organisation_id and s.connexion_id = c.instagram_connexion_id
          and s.version = :version
        """;

    static final String UPDATE_STATE = NEXT_VERSION + """
        , account_username = cast(:username as text), login_product = cast(:product as text),
        grant_id = cast(:grant as uuid), requested_permissions = cast(:requested as text[]),
        status = cast(:status as text), since = cast(:since as timestamptz), reason = cast(:reason as text),
        evidence_meta_code = cast(:metaCode as integer), evidence_meta_subcode = cast(:metaSubcode as integer),
        evidence_at = cast(:evidenceAt as timestamptz), throttled_until = cast(:until as timestamptz),
        token_issued_at = cast(:issuedAt as timestamptz), next_refresh_at = cast(:nextRefreshAt as timestamptz),
        refresh_attempts = :refreshFailures, last_refresh_at = cast(:lastRefreshAt as timestamptz),
        last_refresh_result = cast(:lastRefreshResult as text), token_expires_at =
        """ + TOKEN_END + """
        , account_id =
        """ + ACCOUNT_CLAIM + OF_THIS_VERSION;

    /** For what cannot be read: its state stays as it is, to be read again once it can be. */
    static final String TOUCH_STATE = NEXT_VERSION + OF_THIS_VERSION;

    private static final String UPDATE_SWITCH = """
        update public.instagram_connexion
        set client_type = :clientType, client_id = cast(:clientId as uuid), instagram_email_compte = :email,
            instagram_limite_quotidienne = cast(:limit as integer), instagram_actif = :enabled,
            instagram_date_activation = :activatedAt, instagram_derniere_synchro = cast(:syncedAt as timestamptz)
        """;

    private static final String OF_THIS_ROW = """
        where organisation_id = cast(:organisation as uuid) and instagram_connexion_id = cast(:id as uuid)
        returning instagram_created_at, instagram_created_by, instagram_updated_at, instagram_updated_by
        """;

    /**
     * Leaves alone what the state says nothing of: a pending one's account, an unlinked one's permissions and expiry, a
     * type of account that only the platform knows, the token, unless it is to be destroyed, and permissions that already
     * say the same, in whatever order.
     */
    static final String UPDATE_ROW = UPDATE_SWITCH + """
        , instagram_statut_connexion = :status, instagram_derniere_erreur = cast(:reason as text),
        instagram_access_token = case when :destroyToken then null else instagram_access_token end,
        instagram_business_account_id =
          case when :status = 'en_attente' then instagram_business_account_id else cast(:account as text) end,
        instagram_page_id = case when :status = 'en_attente' then instagram_page_id else cast(:page as text) end,
        instagram_type_compte =
          case when :status = 'en_attente' or (
              cast(:type as text) is null and instagram_business_account_id = cast(:account as text)
              and upper(instagram_type_compte) not in ('BUSINESS', 'MEDIA_CREATOR'))
            then instagram_type_compte else cast(:type as text) end,
        instagram_token_expire_at =
          case when :linked then cast(:expiresAt as timestamptz) else instagram_token_expire_at end,
        instagram_permissions =
          case when not :linked or (
              coalesce(instagram_permissions, '{}') @> cast(:granted as text[])
              and cast(:granted as text[]) @> array(select p from unnest(instagram_permissions) as p where p is not null))
            then instagram_permissions else cast(:granted as text[]) end
        """ + OF_THIS_ROW;

    static final String TOUCH_ROW = UPDATE_SWITCH + OF_THIS_ROW;

    static final String GRANT_OF = """
        select grant_id from connexions.connexion_state
        where organisation_id = cast(:organisation as uuid) and connexion_id = cast(:id as uuid)
          and grant_id is not null
        """;

    /** What hangs on the row goes with it, by foreign keys. */
    static final String REMOVE = """
        delete from public.instagram_connexion
        where organisation_id = cast(:organisation as uuid) and instagram_connexion_id = cast(:id as uuid)
        """;

    /** A statement of its own: only one that begins with the grant locked sees everything that hangs on it. */
    static final String LOCK_GRANT = """
        select grant_id from connexions.grants
        where organisation_id = cast(:organisation as uuid) and grant_id = cast(:grant as uuid)
        for update
        """;

    static final String REMOVE_ORPHANED_GRANT = """
        delete from connexions.grants g
        where g.organisation_id = cast(:organisation as uuid) and g.grant_id = cast(:grant as uuid)
          and not exists (
            select from connexions.connexion_state s
            where s.organisation_id = g.organisation_id and s.grant_id = g.grant_id)
        """;

    private ConnexionSql() {}
}
