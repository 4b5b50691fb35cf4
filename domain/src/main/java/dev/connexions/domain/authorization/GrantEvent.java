package dev.connexions.domain.authorization;

import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.shared.DomainEvent;
import dev.connexions.domain.shared.OrganisationId;
import java.time.Instant;
import java.util.Locale;

/** What became of a consent at Meta once an organisation had no use for it any more. */
public sealed interface GrantEvent extends DomainEvent {

    /** Whose erasure left the consent behind. */
    ConnexionId connexion();

    LoginProduct product();

    /** Meta forgot it: every token that came of it is dead. */
    record Revoked(OrganisationId organisation, ConnexionId connexion, Instant at, LoginProduct product)
            implements GrantEvent {}

    /** It stands at Meta as before; what the service had of it is gone. */
    record Left(OrganisationId organisation, ConnexionId connexion, Instant at, LoginProduct product, Reason why)
            implements GrantEvent {}

    enum Reason {
        /** Meta has no call for it: only the person can remove the app. */
        NOT_OFFERED,
        /** The person's consent serves other connexions. */
        STILL_USED,
        /** Meta could not be brought to do it. */
        UPSTREAM_UNAVAILABLE;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
