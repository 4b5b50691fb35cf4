package dev.connexions.domain.audit;

import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.shared.OrganisationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is to be written down; the trail adds who, under which request, and the link to the entry before. */
public record AuditRecord(
        OrganisationId organisation,
        Instant at,
        Action action,
        Outcome outcome,
        @Nullable ConnexionId connexion,
        Details details) {}
