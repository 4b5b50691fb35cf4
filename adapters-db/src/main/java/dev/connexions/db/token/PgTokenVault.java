package dev.connexions.db.token;

import dev.connexions.application.shared.StaleException;
import dev.connexions.application.shared.Tx;
import dev.connexions.application.token.TokenVault;
import dev.connexions.db.shared.Columns;
import dev.connexions.db.shared.Params;
import dev.connexions.db.shared.PgTx;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.shared.AccessToken;
import dev.connexions.domain.shared.OrganisationId;
import java.lang.System.Logger.Level;

/** In the token's own column of the platform's table. */
public final class PgTokenVault implements TokenVault {

    private static final System.Logger LOG = System.getLogger(PgTokenVault.class.getName());

    private static final String OPEN = """
        select instagram_access_token
        from public.instagram_connexion
        where organisation_id = cast(:organisation as uuid) and instagram_connexion_id = cast(:id as uuid)
        """;

    private static final String STORE = """
        update public.instagram_connexion
        set instagram_access_token = :token
        where organisation_id = cast(:organisation as uuid) and instagram_connexion_id = cast(:id as uuid)
        """;

    private final TokenColumn column;

    public PgTokenVault(KeyRing keys) {
        this.column = new TokenColumn(keys);
    }

    @Override
    public Opened open(Tx tx, ConnexionId connexion) {
        var own = PgTx.of(tx);
        return own.organisation()
                .map(organisation -> open(own, organisation, connexion))
                .orElseGet(Opened.None::new);
    }

    private Opened open(PgTx tx, OrganisationId organisation, ConnexionId connexion) {
        var opened = tx.sql()
                .createGet(OPEN)
                .params(row(organisation, connexion).map())
                .execute()
                .map(row -> column.open(organisation, connexion, new Columns(row).textOrNull("instagram_access_token")))
                .orElseGet(Opened.None::new);
        if (opened instanceof Opened.Unreadable) {
            LOG.log(Level.WARNING, "no key of the ring opens the token of connexion {0}", connexion.value());
        }
        return opened;
    }

    @Override
    public void store(Tx tx, ConnexionId connexion, AccessToken token) {
        var own = PgTx.of(tx);
        var stored = own.organisation()
                .map(organisation -> own.sql()
                        .createUpdate(STORE)
                        .params(row(organisation, connexion)
                                .text("token", column.seal(organisation, connexion, token))
                                .map())
                        .execute())
                .orElse(0L);
        if (stored == 0) {
            throw new StaleException("connexion " + connexion.value() + " is gone");
        }
    }

    private static Params row(OrganisationId organisation, ConnexionId connexion) {
        return new Params().uuid("organisation", organisation.value()).uuid("id", connexion.value());
    }
}
