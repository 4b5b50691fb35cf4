package dev.connexions.db.schema;

import dev.connexions.application.shared.DatabaseUnavailableException;
import dev.connexions.application.token.TokenVault.Opened;
import dev.connexions.db.shared.Database;
import dev.connexions.db.token.KeyRing;
import dev.connexions.db.token.TokenColumn;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.shared.OrganisationId;
import dev.connexions.domain.shared.UserId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.LongConsumer;

/** Looks at every row of the platform's table, as the system user, and tells which are odd. Changes nothing. */
public final class RowReport {

    private static final int EXAMPLES = 3;
    private static final int BATCH = 5_000;

    /** Whoever adds one: what is odd, what is done about it, which rows. Read in one pass each. */
    private static final String NOTES = """
        with c as (select * from public.instagram_connexion),
        odd (rank, what, mend, id) as (
          select 1, 'have a status that no connexion can have', 'shown as error; connect them anew or correct the status',
            instagram_connexion_id
          from c where instagram_statut_connexion not in
            ('en_attente', 'active', 'limitee', 'erreur', 'expiree', 'a_reautoriser', 'revoquee')
          union all
          select 2, 'keep a token in clear text', 'nothing to do: `serve` seals it in the background', instagram_connexion_id
          from c where instagram_access_token is not null and instagram_access_token !~ '^ctk[0-9]+[.]'
            and instagram_access_token ~ '^[!-~]+$' and length(instagram_access_token) <= 4096
          union all
          select 3, 'keep something that is no token where the token belongs', 'shown as error; connect them anew',
            instagram_connexion_id
          from c where instagram_access_token is not null and instagram_access_token !~ '^ctk[0-9]+[.]'
            and not (instagram_access_token ~ '^[!-~]+$' and length(instagram_access_token) <= 4096)
          union all
          select 4, 'say active and have no token', 'shown as error; connect them anew', instagram_connexion_id
          from c where instagram_statut_connexion in ('active', 'limitee') and instagram_access_token is null
          union all
          select 5, 'say active and name no account', 'shown as error; connect them anew', instagram_connexion_id
          from c where instagram_statut_connexion in ('active', 'limitee') and instagram_access_token is not null
            and coalesce(instagram_business_account_id, '') !~ '^[0-9]{1,64}$'
          union all
          select 6, 'say active and have expired', 'nothing to do: `serve` marks them expired; connect them anew',
            instagram_connexion_id
          from c where instagram_statut_connexion = 'active' and instagram_token_expire_at <= now()
          union all
          select 7, 'name the end of time', 'shown as error; put a moment there, or nothing', instagram_connexion_id
          from c where not isfinite(instagram_date_activation)
            or not isfinite(instagram_token_expire_at) or not isfinite(instagram_derniere_synchro)
          union all
          select 8, 'share their key with another of their organisation', 'served; only one of them can be claimed by it',
            instagram_connexion_id
          from (select instagram_connexion_id, count(*) over (partition by organisation_id, instagram_connexion_key) as n
                from c) as keyed where n > 1
          union all
          select 9, 'share their account with another of their organisation', 'served; erase the ones that are not used',
            instagram_connexion_id
          from (select instagram_connexion_id,
                  count(*) over (partition by organisation_id, instagram_business_account_id) as n
                from c where instagram_business_account_id is not null and instagram_statut_connexion <> 'en_attente')
            as held where n > 1
          union all
          select 10, 'have a limit or a count below zero', 'taken for zero', instagram_connexion_id
          from c where instagram_limite_quotidienne < 0 or instagram_usage_quotidien < 0
          union all
          select 11, 'have no daily limit', 'nothing is refused them; set one with PUT …/quota', instagram_connexion_id
          from c where instagram_limite_quotidienne is null)
        select what, mend, count(*) as rows, (array_agg(id order by id))[1:%s] as examples
        from odd group by rank, what, mend order by rank
        """.formatted(EXAMPLES);

    private static final String ORPHANS = """
        select 'belong to an organisation that the platform does not know' as what,
          'nobody can see them; erase them, or restore the organisation' as mend, count(*) as rows,
          (array_agg(c.instagram_connexion_id order by c.instagram_connexion_id))[1:%s] as examples
        from public.instagram_connexion c
        where not exists (select from public.organisations o where o.organisation_id = c.organisation_id)
        having count(*) > 0
        """.formatted(EXAMPLES);

    private static final String SEALED = """
        select organisation_id, instagram_connexion_id, instagram_access_token
        from public.instagram_connexion
        where instagram_access_token ~ '^ctk[0-9]+[.]' and instagram_connexion_id > ?
        order by instagram_connexion_id
        limit ?
        """;

    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private RowReport() {}

    /** @throws DatabaseUnavailableException when the database cannot be asked */
    public static List<RowNote> run(Database database, UserId systemUser) {
        return inTransaction(database, systemUser, connection -> notes(connection, NOTES));
    }

    /** Empty as well where the role authenticated may not read the platform's organisations; then {@code denied} runs. */
    public static List<RowNote> orphans(Database database, UserId systemUser, Runnable denied) {
        return inTransaction(database, systemUser, connection -> {
            try {
                return notes(connection, ORPHANS);
            } catch (SQLException failure) {
                if (INSUFFICIENT_PRIVILEGE.equals(failure.getSQLState())) {
                    denied.run();
                    return List.of();
                }
                throw failure;
            }
        });
    }

    /**
     * Tries every sealed token.
     *
     * @param progress hears how many were tried so far, after each batch
     */
    public static List<RowNote> unreadable(Database database, UserId systemUser, KeyRing keys, LongConsumer progress) {
        var column = new TokenColumn(keys);
        return inTransaction(database, systemUser, connection -> {
            var shut = new ArrayList<UUID>();
            var count = 0L;
            var tried = 0L;
            var last = new UUID(0, 0);
            for (var batch = BATCH; batch == BATCH; ) {
                batch = 0;
                try (var query = connection.prepareStatement(SEALED)) {
                    query.setObject(1, last);
                    query.setInt(2, BATCH);
                    try (var rows = query.executeQuery()) {
                        while (rows.next()) {
                            batch++;
                            last = rows.getObject(2, UUID.class);
                            var opened = column.open(
                                    new OrganisationId(rows.getObject(1, UUID.class)),
                                    new ConnexionId(last),
                                    rows.getString(3));
                            if (!(opened instanceof Opened.Token)) {
                                count++;
                                if (shut.size() < EXAMPLES) {
                                    shut.add(last);
                                }
                            }
                        }
                    }
                }
                if (batch > 0) {
                    tried += batch;
                    progress.accept(tried);
                }
            }
            return count == 0
                    ? List.of()
                    : List.of(new RowNote(
                            "keep a token that no key of the ring opens",
                            "shown as error; restore the key, or connect them anew",
                            count,
                            shut));
        });
    }

    private interface Work {
        List<RowNote> with(Connection connection) throws SQLException;
    }

    private static List<RowNote> inTransaction(Database database, UserId systemUser, Work work) {
        try (var connection = database.connection()) {
            connection.setAutoCommit(false);
            try (var bind = connection.prepareStatement("select set_config('role', 'authenticated', true),"
                    + " set_config('request.jwt.claims', ?, true), set_config('statement_timeout', '0', true)")) {
                bind.setString(1, "{\"sub\":\"" + systemUser.value() + "\",\"role\":\"authenticated\"}");
                bind.execute();
                return work.with(connection);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException failure) {
            throw new DatabaseUnavailableException("the rows could not be looked at", failure);
        }
    }

    private static List<RowNote> notes(Connection connection, String sql) throws SQLException {
        var notes = new ArrayList<RowNote>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                notes.add(new RowNote(
                        rows.getString("what"), rows.getString("mend"), rows.getLong("rows"), List.of((UUID[])
                                rows.getArray("examples").getArray())));
            }
        }
        return notes;
    }
}
