package dev.connexions.domain.audit;

import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.shared.Digest;
import dev.connexions.domain.shared.OrganisationId;
import dev.connexions.domain.shared.RequestId;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * One link of an organisation's audit chain. Its hash covers every field and the hash before it, so a missing or altered
 * entry shows; the details are covered by a salted digest, so they alone can be erased while the chain still verifies.
 *
 * @param sequence 1, 2, 3 … within the organisation
 * @param at to the microsecond, as PostgreSQL keeps it
 */
public record AuditEntry(
        OrganisationId organisation,
        long sequence,
        Instant at,
        Actor actor,
        Action action,
        Outcome outcome,
        @Nullable ConnexionId connexion,
        RequestId request,
        Digest detailsDigest,
        Digest previousHash,
        Digest hash) {

    /** What stands before the first entry. */
    public static final Digest GENESIS = Digest.of(new byte[32]);

    private static final String FORMAT = "connexions-audit-1";

    /** The next link after {@code previous} (null: the first). */
    public static AuditEntry next(
            @Nullable Tail previous, AuditRecord record, Actor actor, RequestId request, Digest detailsDigest) {
        var sequence = previous == null ? 1 : previous.sequence() + 1;
        var before = previous == null ? GENESIS : previous.hash();
        var unsealed = new AuditEntry(
                record.organisation(),
                sequence,
                record.at().truncatedTo(ChronoUnit.MICROS),
                actor,
                record.action(),
                record.outcome(),
                record.connexion(),
                request,
                detailsDigest,
                before,
                GENESIS);
        return unsealed.withHash(unsealed.computeHash());
    }

    /** The end of a chain: all that the next entry needs to know. */
    public record Tail(long sequence, Digest hash) {}

    public boolean isIntact() {
        return hash.equals(computeHash());
    }

    /** Each field as UTF-8 behind its length in four bytes; an absent one has the length -1. */
    private Digest computeHash() {
        return sha256(
                FORMAT,
                organisation.value().toString(),
                Long.toString(sequence),
                at.toString(),
                actor.kind().code(),
                actor.id().value().toString(),
                actor.reason(),
                action.code(),
                outcome.code(),
                connexion == null ? null : connexion.value().toString(),
                request.value(),
                detailsDigest.hex(),
                previousHash.hex());
    }

    public static Digest sha256(@Nullable String... fields) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            for (var field : fields) {
                if (field == null) {
                    out.writeInt(-1);
                } else {
                    var utf8 = field.getBytes(StandardCharsets.UTF_8);
                    out.writeInt(utf8.length);
                    out.write(utf8);
                }
            }
            return Digest.of(MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private AuditEntry withHash(Digest computed) {
        return new AuditEntry(
                organisation,
                sequence,
                at,
                actor,
                action,
                outcome,
                connexion,
                request,
                detailsDigest,
                previousHash,
                computed);
    }
}
