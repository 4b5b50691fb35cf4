package dev.connexions.domain.authorization;

import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.shared.DomainEvent;
import dev.connexions.domain.shared.OrganisationId;
import dev.connexions.domain.shared.UserId;
import java.time.Instant;

public sealed interface SessionEvent extends DomainEvent {

    AuthorizationSessionId session();

    ConnexionId connexion();

    record Started(
            AuthorizationSessionId session,
            ConnexionId connexion,
            OrganisationId organisation,
            Instant at,
            LoginProduct product)
            implements SessionEvent {}

    record Failed(
            AuthorizationSessionId session,
            ConnexionId connexion,
            OrganisationId organisation,
            Instant at,
            Failure failure,
            UserId onBehalfOf)
            implements SessionEvent {}
}
