package dev.connexions.domain.quota;

import dev.connexions.domain.audit.AuditEntry;
import dev.connexions.domain.shared.RequestId;
import java.nio.ByteBuffer;
import java.util.UUID;

public record ReservationId(UUID value) {

    private static final long VERSION_8 = 0x8000L;
    private static final long VERSION_BITS = 0xF000L;
    private static final long VARIANT = 1L << 63;
    private static final long VARIANT_BITS = 3L << 62;

    public static ReservationId random() {
        return new ReservationId(UUID.randomUUID());
    }

    /**
     * The one that an attempt makes: by it whoever asks again finds out whether the attempt got that far.
     *
     * @param attempt which nobody else has, see {@link RequestId#attempt}
     */
    public static ReservationId of(RequestId attempt) {
        var hash = ByteBuffer.wrap(
                AuditEntry.sha256("reservation", attempt.value()).bytes());
        return new ReservationId(
                new UUID((hash.getLong() & ~VERSION_BITS) | VERSION_8, (hash.getLong() & ~VARIANT_BITS) | VARIANT));
    }
}
