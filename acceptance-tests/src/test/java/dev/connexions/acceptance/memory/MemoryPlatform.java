package dev.connexions.acceptance.memory;

import dev.connexions.application.testing.Fixtures;
import dev.connexions.application.testing.InMemoryApplication;
import dev.connexions.domain.connexion.Cause;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.connexion.Link;
import dev.connexions.domain.connexion.Scopes;
import dev.connexions.domain.connexion.State;
import dev.connexions.domain.shared.Caller;
import dev.connexions.domain.shared.OrganisationId;
import dev.connexions.domain.shared.RequestId;
import dev.connexions.domain.token.TokenLease;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the platform does to its own table, past the use cases. */
record MemoryPlatform(InMemoryApplication app) {

    private static final Duration LIFE_OF_A_TOKEN = Duration.ofDays(60);

    ConnexionId stores(OrganisationId organisation, String status, @Nullable String token) {
        var store = app.store();
        var row = store.transactions()
                .in(
                        Caller.Job.across("platform", RequestId.random()).within(organisation),
                        tx -> store.connexions().add(tx, Fixtures.newConnexion(organisation)));
        var lease = new TokenLease(null, app.clock().instant().plus(LIFE_OF_A_TOKEN));
        var scopes = Scopes.of(Set.of("instagram_business_basic"));
        store.plant(Fixtures.with(
                row, stored(status, new Link(null, Fixtures.account(), null, Scopes.NONE, scopes, lease))));
        if (token != null) {
            store.writeInClear(row.id(), token);
        }
        return row.id();
    }

    void writesStatus(ConnexionId connexion, String status) {
        var row = app.store().row(connexion);
        app.store().plant(Fixtures.with(row, stored(status, row.state().linked().orElseThrow())));
    }

    void writesToken(ConnexionId connexion, String token) {
        app.store().writeInClear(connexion, token);
    }

    boolean isInClear(ConnexionId connexion) {
        return app.store().isInClear(connexion);
    }

    private static State stored(String status, Link link) {
        return switch (status) {
            case "active" -> new State.Active(link);
            case "a_reautoriser" -> new State.ReauthorizationRequired(link, Cause.of(Cause.UNKNOWN));
            default -> new State.Unreadable(link, Cause.of(Cause.ROW_UNREADABLE));
        };
    }
}
