package dev.connexions.domain.shared;

import java.util.UUID;

public record OrganisationId(UUID value) {

    /**
     * No tenant: the platform itself. In its chain is written what concerns no single organisation; nothing else is ever
     * its own.
     */
    public static final OrganisationId PLATFORM = new OrganisationId(new UUID(0, 0));
}
