package dev.connexions.domain.connexion;

import dev.connexions.domain.shared.DomainEvent;
import dev.connexions.domain.shared.OrganisationId;
import dev.connexions.domain.shared.UserId;
import dev.connexions.domain.token.RenewalFailure;
import dev.connexions.domain.token.TokenLease;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

public sealed interface ConnexionEvent extends DomainEvent {

    ConnexionId connexion();

    record Created(ConnexionId connexion, OrganisationId organisation, Instant at, ConnexionKey key, ClientRef client)
            implements ConnexionEvent {}

    record Activated(
            ConnexionId connexion, OrganisationId organisation, Instant at, Status before, Link link, UserId onBehalfOf)
            implements ConnexionEvent {}

    record Recovered(
            ConnexionId connexion, OrganisationId organisation, Instant at, Status before, Link link, UserId onBehalfOf)
            implements ConnexionEvent {}

    record Enabled(ConnexionId connexion, OrganisationId organisation, Instant at) implements ConnexionEvent {}

    record Disabled(ConnexionId connexion, OrganisationId organisation, Instant at) implements ConnexionEvent {}

    record Updated(
            ConnexionId connexion,
            OrganisationId organisation,
            Instant at,
            ClientRef clientBefore,
            ClientRef clientAfter,
            AccountEmail emailBefore,
            AccountEmail emailAfter)
            implements ConnexionEvent {}

    record Erased(ConnexionId connexion, OrganisationId organisation, Instant at, ConnexionKey key, Status before)
            implements ConnexionEvent {}

    record LimitChanged(
            ConnexionId connexion,
            OrganisationId organisation,
            Instant at,
            @Nullable DailyLimit before,
            @Nullable DailyLimit after)
            implements ConnexionEvent {}

    record Renewed(ConnexionId connexion, OrganisationId organisation, Instant at, TokenLease before, TokenLease lease)
            implements ConnexionEvent {}

    /** @param nextAt when it is tried again, if it is */
    record RenewalFailed(
            ConnexionId connexion,
            OrganisationId organisation,
            Instant at,
            RenewalFailure why,
            @Nullable Instant nextAt)
            implements ConnexionEvent {}

    record Expired(
            ConnexionId connexion,
            OrganisationId organisation,
            Instant at,
            Status before,
            @Nullable Instant expiredAt) implements ConnexionEvent {}

    record ReauthorizationRequired(
            ConnexionId connexion,
            OrganisationId organisation,
            Instant at,
            Status before,
            Cause cause,
            UserId onBehalfOf)
            implements ConnexionEvent {}
}
