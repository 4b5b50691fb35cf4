package dev.connexions.db.connexion;

import dev.connexions.application.connexion.Connexions.Filter;
import dev.connexions.application.connexion.Connexions.Position;
import dev.connexions.db.shared.Params;
import dev.connexions.domain.connexion.Capability;
import dev.connexions.domain.connexion.Capability.Availability;
import dev.connexions.domain.connexion.Connexion;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.connexion.ScopeCatalogue;
import dev.connexions.domain.connexion.Status;
import dev.connexions.domain.shared.OrganisationId;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One filtered list. SQL finds what the columns say; whether a row can be read as what it says it is, and so what it counts
 * as, shows only once it is read: those few are sorted out afterwards.
 */
final class ListQuery {

    private static final UUID HIGHEST = new UUID(-1, -1);

    /** Rows of these never turn out to be in error. */
    private static final String[] NEVER_IN_ERROR = {
        StateColumns.PENDING, StateColumns.EXPIRED, StateColumns.REAUTHORIZATION_REQUIRED, StateColumns.REVOKED
    };

    private final OrganisationId organisation;
    private final Filter filter;
    private final Instant now;

    ListQuery(OrganisationId organisation, Filter filter, Instant now) {
        this.organisation = organisation;
        this.filter = filter;
        this.now = now;
    }

    String sql() {
        if (filter.key() != null) {
            return ConnexionSql.LIST_BY_KEY;
        }
        if (filter.clientId() != null) {
            return ConnexionSql.LIST_BY_CLIENT;
        }
        if (filter.expiresBefore() != null) {
            return ConnexionSql.LIST_BY_EXPIRY;
        }
        return status() != null ? ConnexionSql.LIST_BY_STATUS : ConnexionSql.LIST;
    }

    Params params(@Nullable Position after, int limit) {
        var params = new Params()
                .uuid("organisation", organisation.value())
                .flag("enabled", filter.enabled())
                .text("clientType", filter.clientType())
                .uuid("clientId", filter.clientId())
                .text("key", filter.key())
                .text("status", status())
                .texts("notStatus", filter.status() == Status.ERROR ? NEVER_IN_ERROR : new String[0])
                .at("expiresBefore", filter.expiresBefore())
                .texts("scopes", scopes(filter.capability()))
                .number("limit", limit);
        return after == null
                ? params.endOfTime("afterAt").uuid("afterId", HIGHEST)
                : params.at("afterAt", after.createdAt())
                        .uuid("afterId", after.id().value());
    }

    boolean wants(Connexion connexion) {
        return (filter.status() == null || connexion.state().status() == filter.status())
                && (filter.expiresBefore() == null || expiresBefore(connexion, filter.expiresBefore()))
                && (filter.capability() == null
                        || connexion.availability(filter.capability(), now) instanceof Availability.Available);
    }

    private @Nullable String status() {
        return filter.status() == null || filter.status() == Status.ERROR ? null : StateColumns.column(filter.status());
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
