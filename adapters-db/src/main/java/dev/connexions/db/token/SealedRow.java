package dev.connexions.db.token;

import dev.connexions.domain.shared.OrganisationId;
import java.nio.ByteBuffer;
import java.util.UUID;

/** What a secret is sealed to besides its purpose. */
final class SealedRow {

    private SealedRow() {}

    static byte[] of(OrganisationId organisation, UUID row) {
        return ByteBuffer.allocate(4 * Long.BYTES)
                .putLong(organisation.value().getMostSignificantBits())
                .putLong(organisation.value().getLeastSignificantBits())
                .putLong(row.getMostSignificantBits())
                .putLong(row.getLeastSignificantBits())
                .array();
    }
}
