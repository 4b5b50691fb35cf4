package dev.connexions.domain.quota;

import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.shared.DomainEvent;
import dev.connexions.domain.shared.OrganisationId;
import java.time.Instant;

public sealed interface QuotaEvent extends DomainEvent {

    ConnexionId connexion();

    /** Somebody was refused; told once a day. */
    record Exhausted(ConnexionId connexion, OrganisationId organisation, Instant at, int asked, Room room)
            implements QuotaEvent {}

    /** A new day began, which counts {@code after} already if it had begun before. */
    record Reset(
            ConnexionId connexion, OrganisationId organisation, Instant at, long before, long after, Instant resetAt)
            implements QuotaEvent {}
}
