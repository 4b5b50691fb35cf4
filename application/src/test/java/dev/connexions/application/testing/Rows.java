package dev.connexions.application.testing;

import dev.connexions.application.connexion.ConnexionReads.Filter;
import dev.connexions.application.connexion.ConnexionReads.Position;
import dev.connexions.domain.connexion.Capability.Availability;
import dev.connexions.domain.connexion.Cause;
import dev.connexions.domain.connexion.Connexion;
import dev.connexions.domain.connexion.Stamps;
import dev.connexions.domain.connexion.State;
import dev.connexions.domain.shared.UserId;
import dev.connexions.domain.token.Refreshing;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** What the connexions' rows have to do with one another. */
final class Rows {

    /** Of two positions of one kind. A UUID by its digits, as PostgreSQL orders it: Java takes its halves for signed. */
    static final Comparator<Position> ORDER = Rows::compare;

    private static final Comparator<Position> ASCENDING = Comparator.comparing(Position::at)
            .thenComparing(position -> position.id().value().toString());

    private Rows() {}

    private static int compare(Position one, Position other) {
        if (one.getClass() != other.getClass()) {
            throw new IllegalArgumentException("positions in lists of two orders");
        }
        return switch (one) {
            case Position.Created created -> ASCENDING.compare(other, created);
            case Position.Expiring expiring -> ASCENDING.compare(expiring, other);
        };
    }

    static Connexion read(Connexion row, boolean hasToken) {
        return row.state() instanceof State.Active(var link) && !hasToken
                ? with(row, new State.Unreadable(link, Cause.of(Cause.TOKEN_MISSING)), row.stamps(), row.version())
                : row;
    }

    /** What nobody may change comes from the row: what could not be read stays as it is, too. */
    static Connexion updated(Connexion row, Connexion next, UserId by, Instant at) {
        var state = next.state() instanceof State.Unreadable ? row.state() : next.state();
        return with(
                next, state, new Stamps(row.stamps().createdAt(), row.stamps().createdBy(), at, by), row.version() + 1);
    }

    static boolean passes(Connexion row, Filter filter, Instant now) {
        return wants(filter.status(), row.state().status())
                && wants(filter.enabled(), row.enabled())
                && wants(filter.clientType(), row.client().type())
                && wants(filter.clientId(), row.client().id())
                && wants(filter.key(), row.key().value())
                && (filter.expiresBefore() == null || expiresBefore(row, filter.expiresBefore()))
                && (filter.capability() == null
                        || row.availability(filter.capability(), now) instanceof Availability.Available);
    }

    private static boolean wants(@Nullable Object wanted, Object found) {
        return wanted == null || wanted.equals(found);
    }

    private static boolean expiresBefore(Connexion row, Instant limit) {
        return row.state()
                .linked()
                .map(link -> link.lease().expiresAt())
                .filter(expiry -> expiry.isBefore(limit))
                .isPresent();
    }

    /** A row of the platform's has something of ours beside it from then on. */
    static Connexion planned(Connexion row, @Nullable Instant nextAt) {
        return with(
                row,
                row.state(),
                row.stamps(),
                Math.max(1, row.version()),
                row.refreshing().startingAt(nextAt));
    }

    private static Connexion with(Connexion row, State state, Stamps stamps, long version) {
        return with(row, state, stamps, version, row.refreshing());
    }

    private static Connexion with(Connexion row, State state, Stamps stamps, long version, Refreshing refreshing) {
        return new Connexion(
                row.id(),
                row.organisation(),
                row.key(),
                row.client(),
                row.accountEmail(),
                row.dailyLimit(),
                row.enabled(),
                row.activatedAt(),
                state,
                row.since(),
                row.lastSyncedAt(),
                stamps,
                version,
                refreshing);
    }
}
