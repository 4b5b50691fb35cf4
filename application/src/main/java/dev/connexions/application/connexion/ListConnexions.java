package dev.connexions.application.connexion;

import dev.connexions.application.connexion.ConnexionReads.Filter;
import dev.connexions.application.connexion.ConnexionReads.Position;
import dev.connexions.application.connexion.ConnexionReads.Scope;
import dev.connexions.application.shared.NoOrganisationException;
import dev.connexions.domain.connexion.Connexion;
import dev.connexions.domain.shared.Acting;
import dev.connexions.domain.shared.Caller;
import dev.connexions.domain.shared.OrganisationId;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

public final class ListConnexions {

    /**
     * @param inside the organisation (the platform, for a list of all) that {@code after} was handed out in, if any
     * @param limit 1 to 200
     */
    public record Query(
            Filter filter,
            @Nullable OrganisationId inside,
            @Nullable Position after,
            int limit) {}

    public sealed interface Result {

        /** @param next where the following page begins; absent on the last */
        record Listed(
                OrganisationId organisation,
                List<Connexion> items,
                @Nullable Position next) implements Result {}

        /** The position was handed out in another organisation. */
        record ForeignPosition() implements Result {}
    }

    private final ConnexionReads connexions;
    private final InstantSource clock;

    public ListConnexions(ConnexionReads connexions, InstantSource clock) {
        this.connexions = connexions;
        this.clock = clock;
    }

    public Result handle(Caller caller, Query query) {
        // one more than asked for tells whether there is a next page
        var found = connexions.list(
                caller, scope(caller), query.filter(), query.after(), query.limit() + 1, clock.instant());
        var organisation = scope(caller) == Scope.ALL ? OrganisationId.PLATFORM : found.organisation();
        if (organisation == null) {
            throw new NoOrganisationException();
        }
        if (query.inside() != null && !query.inside().equals(organisation)) {
            return new Result.ForeignPosition();
        }
        if (found.items().size() <= query.limit()) {
            return new Result.Listed(organisation, found.items(), null);
        }
        var items = List.copyOf(found.items().subList(0, query.limit()));
        return new Result.Listed(organisation, items, Position.of(items.getLast(), query.filter()));
    }

    private static Scope scope(Caller caller) {
        return caller instanceof Caller.User user && user.acting() instanceof Acting.Everywhere
                ? Scope.ALL
                : Scope.ORGANISATION;
    }
}
