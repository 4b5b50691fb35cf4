package dev.connexions.db.token;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.connexions.application.authorization.ConsentTokens;
import dev.connexions.application.shared.StaleException;
import dev.connexions.application.shared.Tx;
import dev.connexions.application.token.TokenVault.Opened;
import dev.connexions.db.shared.Columns;
import dev.connexions.db.shared.Params;
import dev.connexions.db.shared.PgTx;
import dev.connexions.domain.authorization.AuthorizationSessionId;
import dev.connexions.domain.connexion.GrantId;
import dev.connexions.domain.shared.AccessToken;
import dev.connexions.domain.shared.OrganisationId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** In a column of the session's or the grant's own row, sealed to organisation and row: moved to another it does not open. */
public final class PgConsentTokens implements ConsentTokens {

    /** A table whose rows keep a consent's token. */
    private record Table(String purpose, String open, String store) {}

    private static final Table SESSIONS = new Table("connexions/authorization_session.consent_token/1", """
        select consent_token from connexions.authorization_session
        where organisation_id = cast(:organisation as uuid) and session_id = cast(:id as uuid)
        """, """
            update connexions.authorization_session set consent_token = :token
            where organisation_id = cast(:organisation as uuid) and session_id = cast(:id as uuid)
              and progress in ('awaiting_choice', 'proving')
            """);

    private static final Table GRANTS = new Table("connexions/grants.consent_token/1", """
        select consent_token from connexions.grants
        where organisation_id = cast(:organisation as uuid) and grant_id = cast(:id as uuid)
        """, """
            update connexions.grants set consent_token = :token
            where organisation_id = cast(:organisation as uuid) and grant_id = cast(:id as uuid)
              and consent_issued_at is not null
            """);

    private final KeyRing keys;

    public PgConsentTokens(KeyRing keys) {
        this.keys = keys;
    }

    @Override
    public Opened of(Tx tx, AuthorizationSessionId session) {
        return open(PgTx.of(tx), SESSIONS, session.value());
    }

    @Override
    public void keep(Tx tx, AuthorizationSessionId session, AccessToken token) {
        store(PgTx.of(tx), SESSIONS, session.value(), token);
    }

    @Override
    public Opened of(Tx tx, GrantId grant) {
        return open(PgTx.of(tx), GRANTS, grant.value());
    }

    @Override
    public void keep(Tx tx, GrantId grant, AccessToken token) {
        store(PgTx.of(tx), GRANTS, grant.value(), token);
    }

    private Opened open(PgTx tx, Table table, UUID id) {
        return tx.organisation()
                .flatMap(organisation -> tx.sql()
                        .createGet(table.open())
                        .params(row(organisation, id).map())
                        .execute()
                        .map(row -> opened(table, organisation, id, new Columns(row).bytesOrNull("consent_token"))))
                .orElseGet(Opened.None::new);
    }

    private Opened opened(Table table, OrganisationId organisation, UUID id, byte @Nullable [] sealed) {
        if (sealed == null) {
            return new Opened.None();
        }
        return keys.open(table.purpose(), sealed, SealedRow.of(organisation, id))
                .<Opened>map(bytes -> new Opened.Token(new AccessToken(new String(bytes, US_ASCII))))
                .orElseGet(Opened.Unreadable::new);
    }

    private void store(PgTx tx, Table table, UUID id, AccessToken token) {
        var stored = tx.organisation()
                .map(organisation -> tx.sql()
                        .createUpdate(table.store())
                        .params(row(organisation, id)
                                .bytes(
                                        "token",
                                        keys.seal(
                                                table.purpose(),
                                                token.reveal().getBytes(US_ASCII),
                                                SealedRow.of(organisation, id)))
                                .map())
                        .execute())
                .orElse(0L);
        if (stored == 0) {
            throw new StaleException("nothing that may keep a consent's token has the id " + id);
        }
    }

    private static Params row(OrganisationId organisation, UUID id) {
        return new Params().uuid("organisation", organisation.value()).uuid("id", id);
    }
}
