package dev.connexions.db.connexion;

import dev.connexions.domain.connexion.ClientRef;
import dev.connexions.domain.connexion.Stamps;
import dev.connexions.domain.token.Refreshing;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of the platform's table, with the one beside it. Members are named as the domain names them. */
record ConnexionRow(
        UUID id,
        UUID organisation,
        String key,
        ClientRef client,
        String accountEmail,
        @Nullable Integer dailyLimit,
        boolean enabled,
        Instant activatedAt,
        StateColumns state,
        Instant since,
        @Nullable Instant lastSyncedAt,
        Stamps stamps,
        long version,
        Refreshing refreshing) {}
