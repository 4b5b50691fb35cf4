package dev.connexions.application.connexion;

import dev.connexions.application.testing.Fixtures;
import dev.connexions.domain.connexion.Cause;
import dev.connexions.domain.connexion.ClientRef;
import dev.connexions.domain.connexion.Connexion;
import dev.connexions.domain.connexion.Connexion.Change;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.connexion.ConnexionKey;
import dev.connexions.domain.connexion.Link;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.connexion.NewConnexion;
import dev.connexions.domain.connexion.ScopeCatalogue;
import dev.connexions.domain.connexion.Scopes;
import dev.connexions.domain.connexion.State;
import dev.connexions.domain.shared.OrganisationId;
import dev.connexions.domain.token.TokenLease;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Connexions of every kind, for what must hold for all of them. */
final class Zoo {

    private static final Scopes INSTAGRAM = ScopeCatalogue.all(LoginProduct.INSTAGRAM);
    private static final Scopes FACEBOOK = ScopeCatalogue.all(LoginProduct.FACEBOOK);
    private static final Cause CAUSE = Cause.of("test");

    private Zoo() {}

    static Stream<State> states(Instant expiry) {
        return Stream.of(
                new State.Pending(),
                new State.Active(link(LoginProduct.INSTAGRAM, INSTAGRAM, expiry)),
                new State.Active(link(LoginProduct.INSTAGRAM, INSTAGRAM, null)),
                new State.Active(link(LoginProduct.INSTAGRAM, INSTAGRAM, Fixtures.NOW)),
                new State.Active(link(LoginProduct.INSTAGRAM, FACEBOOK, expiry)),
                new State.Active(link(LoginProduct.INSTAGRAM, Scopes.NONE, expiry)),
                new State.Active(link(
                        LoginProduct.INSTAGRAM,
                        Scopes.of(Set.of("instagram_business_basic", "instagram_business_manage_insights")),
                        null)),
                new State.Active(link(LoginProduct.FACEBOOK, FACEBOOK, null)),
                new State.Active(link(LoginProduct.FACEBOOK, INSTAGRAM, null)),
                new State.Active(link(null, INSTAGRAM, expiry)),
                new State.Active(link(null, FACEBOOK, expiry)),
                new State.Active(link(null, Scopes.of(Set.of("instagram_manage_comments")), null)),
                new State.Throttled(link(LoginProduct.INSTAGRAM, INSTAGRAM, expiry), CAUSE, expiry),
                new State.Failing(link(LoginProduct.INSTAGRAM, INSTAGRAM, expiry), CAUSE),
                new State.Failing(null, CAUSE),
                new State.Expired(link(LoginProduct.INSTAGRAM, INSTAGRAM, Fixtures.NOW), CAUSE),
                new State.ReauthorizationRequired(link(LoginProduct.INSTAGRAM, INSTAGRAM, expiry), CAUSE),
                new State.Revoked(link(LoginProduct.INSTAGRAM, INSTAGRAM, expiry), CAUSE));
    }

    static NewConnexion kept(OrganisationId organisation, int number) {
        var client = new ClientRef(number % 2 == 0 ? "reseau" : "agence", new UUID(0, number % 5));
        return fresh(ConnexionId.random(), organisation, client);
    }

    /** One whose id begins with this hexadecimal digit. */
    static NewConnexion beginning(long digit, OrganisationId organisation) {
        var random = UUID.randomUUID();
        var high = digit << 60 | random.getMostSignificantBits() >>> 4;
        var id = new ConnexionId(new UUID(high, random.getLeastSignificantBits()));
        return fresh(id, organisation, Fixtures.client());
    }

    private static NewConnexion fresh(ConnexionId id, OrganisationId organisation, ClientRef client) {
        var key = ConnexionKey.generated();
        return new NewConnexion(id, organisation, key, client, Fixtures.email(), null, Fixtures.NOW);
    }

    static Connexion disabled(Connexion connexion) {
        return switch (connexion.disable(Fixtures.NOW)) {
            case Change.Accepted(var next, var events) -> next;
            case Change.Refused refused -> throw new AssertionError(refused);
        };
    }

    private static Link link(@Nullable LoginProduct product, Scopes granted, @Nullable Instant expiry) {
        var issued = Fixtures.NOW.minusSeconds(60);
        return new Link(product, Fixtures.account(), null, granted, granted, new TokenLease(issued, expiry));
    }
}
