package dev.connexions.domain.connexion;

import dev.connexions.domain.shared.OrganisationId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A connexion that no store has seen yet, and so has no stamps. It begins enabled and {@link State.Pending}. */
public record NewConnexion(
        ConnexionId id,
        OrganisationId organisation,
        ConnexionKey key,
        ClientRef client,
        AccountEmail accountEmail,
        @Nullable DailyLimit dailyLimit,
        Instant at) {

    public NewConnexion {
        if (organisation.equals(OrganisationId.PLATFORM)) {
            throw new IllegalArgumentException("a connexion belongs to an organisation");
        }
    }

    public List<ConnexionEvent> events() {
        return List.of(new ConnexionEvent.Created(id, organisation, at, key, client));
    }
}
