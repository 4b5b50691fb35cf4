package dev.connexions.domain.connexion;

import dev.connexions.domain.shared.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Who made and last changed a connexion, and when: the store's answer, never the caller's. */
public record Stamps(
        Instant createdAt,
        @Nullable UserId createdBy,
        Instant updatedAt,
        @Nullable UserId updatedBy) {}
