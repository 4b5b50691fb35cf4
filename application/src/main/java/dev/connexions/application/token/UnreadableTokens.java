package dev.connexions.application.token;

import dev.connexions.application.shared.Tx;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.shared.OrganisationId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tokens that no key of the ring opens. Only trying tells; what it told is noted beside the row, so that a list of what
 * is in error finds it. The note is a hint: what a connexion is shown as depends on the token alone.
 */
public interface UnreadableTokens {

    /** A row whose note is missing ({@code unreadable}), or stands there in vain. */
    record Misnoted(OrganisationId organisation, ConnexionId connexion, boolean unreadable) {}

    /** @param end where the next glance begins; absent when this one came to the end */
    record Glance(List<Misnoted> found, @Nullable ConnexionId end) {}

    /**
     * Tries the tokens of the next {@code rows} connexions after {@code after}, by their ids. A job without an
     * organisation looks at all of them, everybody else at those of its organisation.
     */
    Glance glance(Tx tx, @Nullable ConnexionId after, int rows);

    /** Changes nothing else of the connexion, its version least of all. */
    void note(Tx tx, ConnexionId connexion, boolean unreadable, Instant now);
}
