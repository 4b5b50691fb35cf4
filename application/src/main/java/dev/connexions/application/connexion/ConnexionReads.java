package dev.connexions.application.connexion;

import dev.connexions.application.shared.DatabaseUnavailableException;
import dev.connexions.application.shared.NoOrganisationException;
import dev.connexions.domain.connexion.Capability;
import dev.connexions.domain.connexion.Connexion;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.connexion.Status;
import dev.connexions.domain.shared.Caller;
import dev.connexions.domain.shared.OrganisationId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is read so often that it takes a {@link Caller}, its one statement being the transaction. Nothing is locked; what
 * is going to be changed is read through {@link Connexions}.
 *
 * <p>Each shows the caller's organisation, as the database says at that moment, or the one a job works for. Others do not
 * exist. A stored row that cannot be read as a connexion comes back as
 * {@link dev.connexions.domain.connexion.State.Unreadable}, never as an exception. All throw
 * {@link NoOrganisationException} for a user who has no organisation and is no administrator, and
 * {@link DatabaseUnavailableException} when the database could not be asked, or not in time.
 */
public interface ConnexionReads {

    /** The most that {@link #list} answers at once: a page of 200 and the one that tells of a next page. */
    int MOST = 201;

    Optional<Connexion> find(Caller caller, ConnexionId id);

    /**
     * Newest first, of one moment the higher id (by its digits) first; narrowed by {@link Filter#expiresBefore}, the first
     * to expire first, of one moment the lower id first. At most {@code limit}, strictly after {@code after}, whether or
     * not that one is still there. A row whose token no key opens is found by the status {@code error} once that was noted
     * beside it; by no other status, and without a status always.
     *
     * @param after of the order that the filter gives
     * @param limit 1 to {@link #MOST}
     */
    Listed list(Caller caller, Scope scope, Filter filter, @Nullable Position after, int limit, Instant now);

    enum Scope {
        /** Of one organisation: the caller's own, or the one that it works for. */
        ORGANISATION,
        /** Of all of them, for administrators and for jobs that name none; to anybody else as {@link #ORGANISATION}. */
        ALL
    }

    /** @param organisation whose the items are; absent for those of all, and where there is none */
    record Listed(@Nullable OrganisationId organisation, List<Connexion> items) {

        public static final Listed NOTHING = new Listed(null, List.of());
    }

    /** What a list is narrowed to; an absent member does not narrow. */
    record Filter(
            @Nullable Status status,
            @Nullable Boolean enabled,
            @Nullable String clientType,
            @Nullable UUID clientId,
            @Nullable String key,
            @Nullable Instant expiresBefore,
            @Nullable Capability capability) {

        public static final Filter NONE = new Filter(null, null, null, null, null, null, null);
    }

    /** Where in a list a connexion stands; one kind for each order. */
    sealed interface Position {

        Instant at();

        ConnexionId id();

        record Created(Instant at, ConnexionId id) implements Position {}

        record Expiring(Instant at, ConnexionId id) implements Position {}

        /** In the list that the filter gives, which has the connexion in it. */
        static Position of(Connexion connexion, Filter filter) {
            return filter.expiresBefore() == null
                    ? new Created(connexion.stamps().createdAt(), connexion.id())
                    : new Expiring(
                            connexion
                                    .state()
                                    .linked()
                                    .map(link -> link.lease().expiresAt())
                                    .orElseThrow(),
                            connexion.id());
        }
    }
}
