package dev.connexions.web.audit;

import dev.connexions.application.audit.AuditTrail;
import dev.connexions.domain.audit.Details;
import java.util.Map;
import org.jspecify.annotations.Nullable;

record AuditEntryResponse(
        long sequence,
        String at,
        ActorResponse actor,
        String action,
        @Nullable String connexionId,
        String requestId,
        String outcome,
        @Nullable Map<String, Details.Difference> changes,
        String detailsDigest,
        String previousHash,
        String hash) {

    record ActorResponse(String kind, String id, @Nullable String reason) {}

    static AuditEntryResponse of(AuditTrail.Read read) {
        var entry = read.entry();
        var actor = entry.actor();
        return new AuditEntryResponse(
                entry.sequence(),
                entry.at().toString(),
                new ActorResponse(actor.kind().code(), actor.id().value().toString(), actor.reason()),
                entry.action().code(),
                entry.connexion() == null ? null : entry.connexion().value().toString(),
                entry.request().value(),
                entry.outcome().code(),
                read.details() == null ? null : read.details().changes(),
                entry.detailsDigest().hex(),
                entry.previousHash().hex(),
                entry.hash().hex());
    }
}
