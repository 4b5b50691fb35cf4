package dev.connexions.application.testing;

import dev.connexions.application.audit.AuditTrail;
import dev.connexions.application.idempotency.IdempotencyRecord;
import dev.connexions.application.token.TokenVault;
import dev.connexions.domain.authorization.AuthorizationSession;
import dev.connexions.domain.authorization.AuthorizationSessionId;
import dev.connexions.domain.authorization.Grant;
import dev.connexions.domain.authorization.Revocation;
import dev.connexions.domain.connexion.Connexion;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.connexion.GrantId;
import dev.connexions.domain.quota.Reservation;
import dev.connexions.domain.quota.ReservationId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is stored. A transaction works on a copy, which takes the original's place when it commits. */
record Tables(
        Map<ConnexionId, Connexion> connexions,
        Map<ConnexionId, TokenVault.Opened> tokens,
        Set<ConnexionId> clear,
        Set<ConnexionId> unreadable,
        Map<GrantId, Grant> grants,
        Map<GrantId, TokenVault.Opened> grantTokens,
        Map<GrantId, Instant> waitingGrants,
        Map<ConnexionId, Long> proved,
        List<Due> revocations,
        Map<AuthorizationSessionId, AuthorizationSession> sessions,
        Map<AuthorizationSessionId, TokenVault.Opened> sessionTokens,
        List<AuditTrail.Read> audit,
        Map<ConnexionId, Count> counts,
        Map<ReservationId, Reservation> reservations,
        Map<ConnexionId, Plan> plans,
        List<IdempotencyRecord> requests) {

    /** @param at also what tells one claim on it from another */
    record Due(Revocation revocation, Instant at) {}

    /** The platform's columns, and the latest day of which a refusal was written down. */
    record Count(
            @Nullable Integer usage,
            @Nullable Instant dayEnd,
            @Nullable Instant exhaustedDay,
            @Nullable Instant exhaustedAt) {

        static final Count NONE = new Count(0, null, null, null);

        long counted() {
            return usage == null ? 0 : Math.max(0, usage);
        }

        Count with(long units, Instant end) {
            return new Count(Math.toIntExact(Math.max(0, units)), end, exhaustedDay, exhaustedAt);
        }
    }

    Tables() {
        this(
                new HashMap<>(),
                new HashMap<>(),
                new HashSet<>(),
                new HashSet<>(),
                new HashMap<>(),
                new HashMap<>(),
                new HashMap<>(),
                new HashMap<>(),
                new ArrayList<>(),
                new HashMap<>(),
                new HashMap<>(),
                new ArrayList<>(),
                new HashMap<>(),
                new HashMap<>(),
                new HashMap<>(),
                new ArrayList<>());
    }

    Tables copy() {
        return new Tables(
                new HashMap<>(connexions),
                new HashMap<>(tokens),
                new HashSet<>(clear),
                new HashSet<>(unreadable),
                new HashMap<>(grants),
                new HashMap<>(grantTokens),
                new HashMap<>(waitingGrants),
                new HashMap<>(proved),
                new ArrayList<>(revocations),
                new HashMap<>(sessions),
                new HashMap<>(sessionTokens),
                new ArrayList<>(audit),
                new HashMap<>(counts),
                new HashMap<>(reservations),
                new HashMap<>(plans),
                new ArrayList<>(requests));
    }
}
