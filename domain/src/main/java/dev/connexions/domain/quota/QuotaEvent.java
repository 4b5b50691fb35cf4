package dev.connexions.domain.quota;

import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.connexion.DailyLimit;
import dev.connexions.domain.shared.DomainEvent;
import dev.connexions.domain.shared.OrganisationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

public sealed interface QuotaEvent extends DomainEvent {

    ConnexionId connexion();

    record LimitChanged(
            ConnexionId connexion,
            OrganisationId organisation,
            Instant at,
            @Nullable DailyLimit before,
            @Nullable DailyLimit after)
            implements QuotaEvent {}

    /** Somebody was refused; told once a day. */
    record Exhausted(ConnexionId connexion, OrganisationId organisation, Instant at, int asked, Room room)
            implements QuotaEvent {}

    /** A new day began, which counts {@code after} already if it had begun before. */
    record Reset(
            ConnexionId connexion, OrganisationId organisation, Instant at, long before, long after, Instant resetAt)
            implements QuotaEvent {}
}
