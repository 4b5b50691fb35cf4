package dev.connexions.db.connexion;

import dev.connexions.application.connexion.ConnexionReads.Filter;
import dev.connexions.application.connexion.ConnexionReads.Position;
import dev.connexions.application.connexion.ConnexionReads.Scope;
import dev.connexions.db.shared.CallerQuery;
import dev.connexions.db.shared.Columns;
import dev.connexions.db.shared.Params;
import dev.connexions.domain.connexion.Capability;
import dev.connexions.domain.connexion.Capability.Availability;
import dev.connexions.domain.connexion.Connexion;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.connexion.ScopeCatalogue;
import dev.connexions.domain.connexion.Status;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One filtered list. SQL finds what the columns say; whether a row can be read as what it says it is, and so what it counts
 * as, shows only once it is read: those few are sorted out afterwards.
 */
final class ListQuery {

    private static final UUID LOWEST = new UUID(0, 0);
    private static final UUID HIGHEST = new UUID(-1, -1);

    private final Filter filter;
    private final ListPath path;
    private final Instant now;

    ListQuery(Filter filter, Instant now) {
        this.filter = filter;
        this.path = ListPath.of(filter);
        this.now = now;
    }

    CallerQuery sql(Scope scope) {
        return ListTexts.of(path, scope, isNarrowedFurther());
    }

    Params params(@Nullable Position after, int limit) {
        var params = new Params()
                .flag("enabled", filter.enabled())
                .text("clientType", filter.clientType())
                .uuid("clientId", filter.clientId())
                .text("key", filter.key())
                .text("status", status())
                .at("expiresBefore", filter.expiresBefore())
                .texts("scopes", scopes(filter.capability()))
                .number("limit", limit);
        return switch (after) {
            case null ->
                path == ListPath.BY_EXPIRY
                        ? params.beginningOfTime("afterAt").uuid("afterId", LOWEST)
                        : params.endOfTime("afterAt").uuid("afterId", HIGHEST);
            case Position position -> after(params, position);
        };
    }

    /** Of a row as it stands, even one that is not wanted once it is read. */
    Position position(Columns row) {
        var id = new ConnexionId(row.uuid("instagram_connexion_id"));
        return path == ListPath.BY_EXPIRY
                ? new Position.Expiring(row.at("instagram_token_expire_at"), id)
                : new Position.Created(row.boundedAt("instagram_created_at"), id);
    }

    boolean wants(Connexion connexion) {
        return (filter.status() == null || connexion.state().status() == filter.status())
                && (filter.expiresBefore() == null || expiresBefore(connexion, filter.expiresBefore()))
                && (filter.capability() == null
                        || connexion.availability(filter.capability(), now) instanceof Availability.Available);
    }

    private Params after(Params params, Position position) {
        var isByExpiry = switch (position) {
            case Position.Created created -> false;
            case Position.Expiring expiring -> true;
        };
        if (isByExpiry != (path == ListPath.BY_EXPIRY)) {
            throw new IllegalArgumentException("a position in a list of the other order");
        }
        return params.at("afterAt", position.at()).uuid("afterId", position.id().value());
    }

    /** By anything but what the index is of. */
    private boolean isNarrowedFurther() {
        return filter.enabled() != null
                || filter.clientType() != null
                || filter.capability() != null
                || (filter.clientId() != null && path != ListPath.BY_CLIENT)
                || (filter.key() != null && path != ListPath.BY_KEY)
                || (status() != null && path != ListPath.BY_STATUS);
    }

    /** What the column says of rows of the status that the filter wants, or that its capability needs. */
    private @Nullable String status() {
        var status = filter.status();
        if (status == null && filter.capability() != null) {
            status = Status.ACTIVE;
        }
        return status == null || status == Status.ERROR ? null : StateColumns.column(status);
    }

    private static boolean expiresBefore(Connexion connexion, Instant bound) {
        return connexion
                .state()
                .linked()
                .map(link -> link.lease().expiresAt())
                .filter(at -> at.isBefore(bound))
                .isPresent();
    }

    private static String @Nullable [] scopes(@Nullable Capability capability) {
        return capability == null
                ? null
                : Arrays.stream(LoginProduct.values())
                        .map(product -> ScopeCatalogue.opens(product, capability))
                        .toArray(String[]::new);
    }
}
