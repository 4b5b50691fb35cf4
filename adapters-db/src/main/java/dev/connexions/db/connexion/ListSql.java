package dev.connexions.db.connexion;

import dev.connexions.application.connexion.ConnexionReads;
import dev.connexions.application.connexion.ConnexionReads.Scope;
import dev.connexions.db.shared.CallerQuery;

/**
 * The texts of the lists. Each goes along one index in the order of its pages and stops at the limit, whatever the server
 * believes of the data: the inner limit is a number so that it never sorts a whole organisation, and what stands beside a
 * row is looked up only once the row is to be shown.
 */
final class ListSql {

    /** As in the migration, to the letter: so the server knows that an index is of these rows and no others. */
    static final String SHOWN_AS_ERROR = """
        (case
            when instagram_statut_connexion = 'erreur' or not isfinite(instagram_date_activation)
              or not isfinite(instagram_derniere_synchro) then true
            when instagram_statut_connexion = 'en_attente' then false
            when instagram_statut_connexion in ('active', 'limitee') then
              instagram_access_token is null
              or instagram_access_token !~ '^[!-~]+$'
              or case when instagram_access_token ~ '^ctk[0-9]+\\.'
                then instagram_access_token !~ '^ctk1\\.[A-Za-z0-9_-]+$' or length(instagram_access_token) < 51
                else length(instagram_access_token) > 4096 end
              or instagram_business_account_id is null or instagram_business_account_id !~ '\\S'
              or length(instagram_business_account_id) > 64 or not coalesce(isfinite(instagram_token_expire_at), true)
            when instagram_statut_connexion in ('expiree', 'a_reautoriser', 'revoquee') then
              not coalesce(isfinite(instagram_token_expire_at), true)
              and coalesce(instagram_business_account_id ~ '\\S' and length(instagram_business_account_id) <= 64, false)
            else true
          end)
        """;

    /** As in the migration, to the letter. */
    static final String LINKED_UNTIL = """
        (case
            when instagram_statut_connexion = 'en_attente' or not isfinite(instagram_date_activation)
              or not isfinite(instagram_derniere_synchro) then false
            else isfinite(instagram_token_expire_at)
              and coalesce(instagram_business_account_id ~ '\\S' and length(instagram_business_account_id) <= 64, false)
          end)
        """;

    static final String FILTERS = """
        and (cast(:enabled as boolean) is null or instagram_actif = cast(:enabled as boolean))
        and (cast(:clientType as text) is null or client_type = cast(:clientType as text))
        and (cast(:clientId as uuid) is null or client_id = cast(:clientId as uuid))
        and (cast(:key as text) is null or instagram_connexion_key = cast(:key as text))
        and (cast(:status as text) is null or instagram_statut_connexion = cast(:status as text))
        and (cast(:scopes as text[]) is null or instagram_permissions && cast(:scopes as text[]))
        """;

    private static final String LIMIT = " limit " + ConnexionReads.MOST + "\n";
    private static final String NEWEST_FIRST = "order by instagram_created_at desc, instagram_connexion_id desc";
    private static final String FIRST_TO_EXPIRE = "order by instagram_token_expire_at, instagram_connexion_id";
    private static final String AFTER = "and (instagram_created_at, instagram_connexion_id)"
            + " < (cast(:afterAt as timestamptz), cast(:afterId as uuid))\n";
    private static final String AFTER_EXPIRY = "and (instagram_token_expire_at, instagram_connexion_id)"
            + " > (cast(:afterAt as timestamptz), cast(:afterId as uuid))\n";

    /** A fence: without its limit the server may read all states at once. */
    private static final String BESIDE = """
        left join lateral (
          select * from connexions.connexion_state
          where organisation_id = c.organisation_id and connexion_id = c.instagram_connexion_id
          limit 1) s on true
        """;

    /** Rows whose token no key opens: the columns do not tell, what was noted beside them does. Fenced as above. */
    private static final String NOTED = """
        select * from connexions.connexion_state
        where token_unreadable_since is not null
          and (token_unreadable_created_at, connexion_id)
            < (cast(:afterAt as timestamptz), cast(:afterId as uuid))
        """;

    private static final String NOTED_ORDER = "order by token_unreadable_created_at desc, connexion_id desc";

    private static final String NOTED_ROWS = """
        cross join lateral (
          select * from public.instagram_connexion
          where organisation_id = u.organisation_id and instagram_connexion_id = u.connexion_id
          limit 1) c
        where true
        """;

    private ListSql() {}

    static String newest(Scope scope, String rows, String filters) {
        return page(rows(scope, rows + "\n" + AFTER, filters) + NEWEST_FIRST, NEWEST_FIRST);
    }

    static String byExpiry(Scope scope, String filters) {
        var rows = "instagram_token_expire_at < :expiresBefore and " + LINKED_UNTIL + AFTER_EXPIRY;
        return page(rows(scope, rows, filters) + FIRST_TO_EXPIRE, FIRST_TO_EXPIRE);
    }

    /** A row that the columns tell of and that was noted as well comes twice, one right behind the other. */
    static String inError(Scope scope, String filters) {
        var told = rows(
                        "*, instagram_created_at as at, instagram_connexion_id as id",
                        scope,
                        SHOWN_AS_ERROR + AFTER,
                        filters)
                + NEWEST_FIRST
                + LIMIT;
        var notes = NOTED + of(scope, "and organisation_id = ") + NOTED_ORDER + (filters.isEmpty() ? LIMIT : "\n");
        var noted = "select c.*, u.token_unreadable_created_at as at, u.connexion_id as id from (" + notes + ") u\n"
                + NOTED_ROWS + filters + "order by u.token_unreadable_created_at desc, u.connexion_id desc" + LIMIT;
        var order = "order by at desc, id desc";
        return page("select * from ((" + told + ") union all (" + noted + ")) e\n" + order, order);
    }

    private static String rows(Scope scope, String rows, String filters) {
        return rows("*", scope, rows, filters);
    }

    private static String rows(String columns, Scope scope, String rows, String filters) {
        return "select " + columns + " from public.instagram_connexion where " + rows + filters
                + of(scope, "and organisation_id = ");
    }

    /** Of all for administrators only: row security would find others their own, among all there are. */
    private static String of(Scope scope, String condition) {
        return switch (scope) {
            case ORGANISATION -> condition + CallerQuery.ORGANISATION + "\n";
            case ALL -> "and (select public.is_admin_presenca(cast(:user as uuid)))\n";
        };
    }

    private static String page(String rows, String order) {
        return ConnexionSql.COLUMNS + "from (" + rows + LIMIT + ") c\n" + BESIDE + order + " limit :limit";
    }
}
