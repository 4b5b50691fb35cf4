package dev.connexions.domain.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.shared.OrganisationId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RevocationTest {

    private static final Instant SINCE = Instant.parse("2026-11-22T08:00:00Z");

    private final Revocation revocation = new Revocation(
            new OrganisationId(UUID.randomUUID()), ConnexionId.random(), LoginProduct.FACEBOOK, "998877665544", SINCE);

    @ParameterizedTest
    @CsvSource({
        "PT0S, PT1M",
        "PT2M, PT1M",
        "PT2M1S, PT1M0.5S",
        "PT2H, PT1H",
        "PT12H, PT6H",
        "P3D, PT6H",
        "PT167H59M59S, PT6H"
    })
    void isTriedAgainTheLaterTheLongerItGoesOn(Duration waited, Duration pause) {
        var now = SINCE.plus(waited);
        assertThat(revocation.again(now)).contains(now.plus(pause));
    }

    @Test
    void isGivenUpAfterAWeek() {
        assertThat(revocation.again(SINCE.plus(Duration.ofDays(7)))).isEmpty();
    }
}
