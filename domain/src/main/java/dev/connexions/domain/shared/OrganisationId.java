package dev.connexions.domain.shared;

import java.util.UUID;

public record OrganisationId(UUID value) {}
