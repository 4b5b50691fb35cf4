package dev.connexions.application.audit;

import dev.connexions.application.shared.Tx;
import dev.connexions.domain.authorization.AuthorizationSessionId;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.connexion.GrantId;
import dev.connexions.domain.shared.OrganisationId;
import java.util.Optional;

/** Whose something is, of whichever organisation: for administrators. For everybody else only their own exists. */
public interface Owners {

    Optional<OrganisationId> ofConnexion(Tx tx, ConnexionId id);

    Optional<OrganisationId> ofSession(Tx tx, AuthorizationSessionId id);

    Optional<OrganisationId> ofGrant(Tx tx, GrantId id);
}
