package dev.connexions.domain.shared;

import java.time.Instant;

/** Something that happened. Carries identifiers and facts, never aggregates, never tokens. */
public interface DomainEvent {

    OrganisationId organisation();

    Instant at();
}
