package dev.connexions.domain.connexion;

import dev.connexions.domain.shared.OrganisationId;
import dev.connexions.domain.shared.UserId;
import dev.connexions.domain.token.Refreshing;
import dev.connexions.domain.token.RenewalFailure;
import dev.connexions.domain.token.TokenLease;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Connexions to judge and to change. */
final class Samples {

    static final Instant CREATED = Instant.parse("2026-03-29T00:30:00.000001Z");
    static final Instant NOW = CREATED.plus(Duration.ofDays(2));
    static final UserId USER = new UserId(UUID.randomUUID());
    static final Scopes ALL = ScopeCatalogue.all(LoginProduct.INSTAGRAM);
    static final Cause CAUSE = new Cause("some_reason", new Cause.Evidence(190, 463, CREATED));

    private Samples() {}

    static Account account() {
        return new Account(new AccountId("17841400000000000"), "atelier.vert", AccountType.BUSINESS, null);
    }

    static Link link() {
        return link(LoginProduct.INSTAGRAM, ALL);
    }

    static Link link(@Nullable LoginProduct product, Scopes granted) {
        var lease = new TokenLease(CREATED, CREATED.plus(Duration.ofDays(60)));
        return new Link(product, account(), GrantId.random(), ALL, granted, lease);
    }

    static Stream<State> statesWithALink() {
        return Stream.of(
                new State.Active(link()),
                new State.Throttled(link(), CAUSE, NOW),
                new State.Throttled(link(), CAUSE, null),
                new State.Failing(link(), CAUSE),
                new State.Expired(link(), CAUSE),
                new State.ReauthorizationRequired(link(), CAUSE),
                new State.Revoked(link(), CAUSE),
                new State.Unreadable(link(), CAUSE));
    }

    static Stream<State> statesWithoutALink() {
        return Stream.of(
                new State.Pending(),
                new State.Failing(null, CAUSE),
                new State.Expired(null, CAUSE),
                new State.ReauthorizationRequired(null, CAUSE),
                new State.Revoked(null, CAUSE),
                new State.Unreadable(null, CAUSE));
    }

    static Stream<State> states() {
        return Stream.concat(statesWithALink(), statesWithoutALink());
    }

    static Connexion connexion(State state) {
        return connexion(state, true);
    }

    static Connexion connexion(State state, boolean enabled) {
        return new Connexion(
                ConnexionId.random(),
                new OrganisationId(UUID.randomUUID()),
                ConnexionKey.generated(),
                new ClientRef(ClientRef.DEFAULT_TYPE, UUID.randomUUID()),
                AccountEmail.chosen("atelier@example.org"),
                new DailyLimit(25),
                enabled,
                CREATED.plusSeconds(1),
                state,
                CREATED.plusSeconds(2),
                CREATED.plusSeconds(3),
                new Stamps(CREATED, USER, CREATED.plusSeconds(4), null),
                7,
                new Refreshing(
                        CREATED.plus(Duration.ofDays(1)),
                        2,
                        new Refreshing.Attempt(CREATED.plusSeconds(5), RenewalFailure.THROTTLED)));
    }
}
