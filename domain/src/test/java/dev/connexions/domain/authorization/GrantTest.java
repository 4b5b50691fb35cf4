package dev.connexions.domain.authorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.connexion.Scopes;
import dev.connexions.domain.shared.OneTimeSecret;
import dev.connexions.domain.shared.OrganisationId;
import dev.connexions.domain.shared.UserId;
import dev.connexions.domain.token.TokenLease;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class GrantTest {

    private static final Instant FIRST = Instant.parse("2026-03-29T00:30:00Z");
    private static final Instant AGAIN = FIRST.plusSeconds(60);
    private static final Scopes A = Scopes.of(Set.of("a"));
    private static final Scopes B = Scopes.of(Set.of("b"));
    private static final TokenLease LEASE = new TokenLease(FIRST, FIRST.plus(Duration.ofDays(60)));

    private final OrganisationId organisation = new OrganisationId(UUID.randomUUID());

    @Test
    void staysTheSameGrantWhenThePersonConsentsAgain() {
        var session = session(LoginProduct.FACEBOOK, A);
        var grant = Grant.first(session, consent(A), FIRST);
        var later = session(LoginProduct.FACEBOOK, B);
        assertThat(grant.renewed(later, consent(Scopes.NONE), AGAIN))
                .isEqualTo(new Grant(
                        grant.id(),
                        organisation,
                        LoginProduct.FACEBOOK,
                        "4711",
                        B,
                        Scopes.NONE,
                        AGAIN,
                        AGAIN,
                        LEASE,
                        later.startedBy(),
                        2));
        assertThat(later.startedBy()).isNotEqualTo(session.startedBy());
    }

    @Test
    void keepsThePersonsTokenOnlyWhereItIsNotTheAccountsOwn() {
        assertThat(Grant.first(session(LoginProduct.FACEBOOK, A), consent(A), FIRST)
                        .consent())
                .isEqualTo(LEASE);
        assertThat(Grant.first(session(LoginProduct.INSTAGRAM, A), consent(A), FIRST)
                        .consent())
                .isNull();
    }

    @Test
    void remembersWhenItWasConfirmed() {
        var grant = Grant.first(session(LoginProduct.FACEBOOK, A), consent(A), FIRST);
        assertThat(grant.verified(AGAIN))
                .usingRecursiveComparison()
                .ignoringFields("lastVerifiedAt")
                .isEqualTo(grant);
        assertThat(grant.verified(AGAIN).lastVerifiedAt()).isEqualTo(AGAIN);
    }

    @Test
    void missesWhatWasAskedForAndNotGiven() {
        var grant = Grant.first(session(LoginProduct.FACEBOOK, B), consent(A), FIRST);
        assertThat(grant.missing()).isEqualTo(B);
    }

    @Test
    void knowsWhenATokenThatItKeepsWasIssued() {
        var unknown = new Consent("4711", A, new TokenLease(null, AGAIN), List.of());
        var session = session(LoginProduct.FACEBOOK, A);
        assertThatThrownBy(() -> Grant.first(session, unknown, FIRST)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Consent consent(Scopes granted) {
        return new Consent("4711", granted, LEASE, List.of());
    }

    private AuthorizationSession session(LoginProduct product, Scopes requested) {
        return AuthorizationSession.start(
                AuthorizationSessionId.random(),
                organisation,
                ConnexionId.random(),
                product,
                requested,
                null,
                new UserId(UUID.randomUUID()),
                OneTimeSecret.random(),
                FIRST);
    }
}
