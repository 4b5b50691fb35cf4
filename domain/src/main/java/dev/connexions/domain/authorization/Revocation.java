package dev.connexions.domain.authorization;

import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.shared.OrganisationId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A consent that an organisation has no use for any more, and that Meta is to forget.
 *
 * @param connexion whose erasure left it behind
 * @param metaUserId Meta's app-scoped id of the person, a text
 */
public record Revocation(
        OrganisationId organisation, ConnexionId connexion, LoginProduct product, String metaUserId, Instant since) {

    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(6);
    private static final Duration GIVEN_UP = Duration.ofDays(7);

    /** When Meta is asked again that did not do it at {@code now}; empty once it had its time. */
    public Optional<Instant> again(Instant now) {
        var waited = Duration.between(since, now);
        if (waited.compareTo(GIVEN_UP) >= 0) {
            return Optional.empty();
        }
        // the longer Meta has not done it, the rarer it is asked
        var half = waited.dividedBy(2);
        var pause = half.compareTo(FIRST_PAUSE) < 0 ? FIRST_PAUSE : half;
        return Optional.of(now.plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE));
    }

    public GrantEvent revoked(Instant now) {
        return new GrantEvent.Revoked(organisation, connexion, now, product);
    }

    public GrantEvent left(GrantEvent.Reason why, Instant now) {
        return new GrantEvent.Left(organisation, connexion, now, product, why);
    }
}
