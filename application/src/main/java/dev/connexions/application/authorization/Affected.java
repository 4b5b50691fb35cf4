package dev.connexions.application.authorization;

import dev.connexions.application.connexion.Connexions;
import dev.connexions.application.shared.Tx;
import dev.connexions.domain.authorization.AuthorizationSession;
import dev.connexions.domain.connexion.Connexion;
import dev.connexions.domain.connexion.Link;
import java.util.List;

/** Whom a consent decides about besides the connexion that it is asked for. */
final class Affected {

    private Affected() {}

    /** Those that hang on the grant that the session's connexion hangs on, as far as a consent of this kind renews it. */
    static List<Connexion> by(Tx tx, Connexions connexions, AuthorizationSession session) {
        return connexions
                .find(tx, session.connexion())
                .flatMap(connexion -> connexion.state().linked())
                .filter(link -> link.way() == session.product())
                .map(Link::grant)
                .map(grant -> connexions.hangingOn(tx, grant).stream()
                        .filter(other -> !other.id().equals(session.connexion()))
                        .toList())
                .orElseGet(List::of);
    }
}
