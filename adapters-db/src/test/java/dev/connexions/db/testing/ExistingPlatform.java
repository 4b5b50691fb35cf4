package dev.connexions.db.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.shared.OrganisationId;
import dev.connexions.domain.shared.UserId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;

/** The dump of a platform that had the table long before us. */
public final class ExistingPlatform {

    public static final OrganisationId A = new OrganisationId(id("00000000000a"));
    public static final OrganisationId B = new OrganisationId(id("00000000000b"));
    public static final OrganisationId GONE = new OrganisationId(id("00000000000c"));
    public static final UserId MEMBER_OF_A = new UserId(id("0000000000a1"));
    public static final UserId MEMBER_OF_B = new UserId(id("0000000000b1"));
    /** An administrator without an organisation, whom the service may act as. */
    public static final UserId SYSTEM = new UserId(id("0000000000ff"));

    private ExistingPlatform() {}

    /** @param digits two, by which the dump numbers its rows */
    public static ConnexionId row(String digits) {
        return new ConnexionId(id("0000000010" + digits));
    }

    public static String dump() {
        try (var stream = ExistingPlatform.class.getResourceAsStream("/existing-platform.sql")) {
            if (stream == null) {
                throw new IllegalStateException("the dump is missing");
            }
            return new String(stream.readAllBytes(), UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static UUID id(String digits) {
        return UUID.fromString("00000000-0000-4000-8000-" + digits);
    }
}
