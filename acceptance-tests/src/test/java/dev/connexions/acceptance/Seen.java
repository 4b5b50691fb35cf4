package dev.connexions.acceptance;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the service shows, as scenarios speak of it. */
public interface Seen {

    record Nothing() {}

    /** @param capabilities by name: null when available, else the reason why not */
    record Connexion(
            UUID id,
            UUID organisation,
            String key,
            String status,
            boolean enabled,
            @Nullable String username,
            Map<String, @Nullable String> capabilities,
            List<String> missingPermissions,
            @Nullable Instant tokenExpiresAt,
            Instant createdAt,
            @Nullable Instant nextRefreshAt,
            @Nullable String lastRefresh,
            String clientType,
            UUID clientId,
            @Nullable UUID grant,
            @Nullable String statusReason) {}

    record Page(List<Connexion> items, @Nullable String next) {}

    /**
     * @param link only when it was just made
     * @param affects who else hangs on the grant
     */
    record Session(
            UUID id,
            String status,
            @Nullable String failure,
            @Nullable String link,
            List<Candidate> candidates,
            List<UUID> affects) {}

    /** @param reason why it cannot be connected, where it cannot */
    record Candidate(
            @Nullable String accountId,
            @Nullable String pageName,
            @Nullable String reason) {}

    record Grant(UUID id, List<UUID> connexions, List<String> missing) {}

    record Token(String value, @Nullable Instant expiresAt) {

        @Override
        public String toString() {
            return "***";
        }
    }

    record Quota(
            @Nullable Integer limit,
            long used,
            long held,
            @Nullable Long remaining) {}

    record Reservation(UUID id, int units, String state) {}

    record Audit(List<Entry> entries) {}

    /** @param reason that an administrator gave */
    record Entry(
            long sequence,
            String action,
            String actor,
            @Nullable String reason,
            String outcome,
            String previousHash,
            String hash) {}

    enum StartPage {
        READY,
        OVER,
        UNKNOWN
    }

    /** @param consentPage absent when the link led nowhere */
    record Browser(@Nullable URI consentPage, @Nullable String cookie) {

        public boolean wasTurnedAway() {
            return consentPage == null;
        }
    }

    /** The query of Meta's redirect. */
    record WayBack(Map<String, String> parameters) {

        public WayBack with(String parameter, String value) {
            var changed = new java.util.HashMap<>(parameters);
            changed.put(parameter, value);
            return new WayBack(changed);
        }
    }

    enum Arrival {
        COMPLETED,
        FAILED,
        CHOOSING,
        NOT_VALID
    }
}
