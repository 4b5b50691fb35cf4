package dev.connexions.domain.shared;

import java.util.UUID;

/** A user of the platform, as {@code auth.uid()} knows it. */
public record UserId(UUID value) {}
