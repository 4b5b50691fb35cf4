package dev.connexions.domain.connexion;

import static dev.connexions.domain.connexion.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.domain.connexion.Capability.Availability;
import dev.connexions.domain.token.TokenLease;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class AvailabilityTest {

    private static final Availability AVAILABLE = new Availability.Available();

    @ParameterizedTest
    @EnumSource
    void isThereWhenEverythingWasGranted(Capability capability) {
        var active = Samples.connexion(new State.Active(Samples.link()));
        assertThat(active.availability(capability, NOW)).isEqualTo(AVAILABLE);
    }

    @ParameterizedTest
    @CsvSource({
        "INSTAGRAM, PUBLISH, instagram_business_content_publish",
        "INSTAGRAM, INSIGHTS, instagram_business_manage_insights",
        "INSTAGRAM, COMMENTS, instagram_business_manage_comments",
        "FACEBOOK, PUBLISH, instagram_content_publish",
        "FACEBOOK, INSIGHTS, instagram_manage_insights",
        "FACEBOOK, COMMENTS, instagram_manage_comments",
    })
    void hangsOnOnePermissionOfItsProduct(LoginProduct product, Capability capability, String permission) {
        var only = Scopes.of(Set.of(permission));
        for (var each : Capability.values()) {
            var expected = each == capability ? AVAILABLE : unavailable("scope_missing");
            assertThat(granted(product, only).availability(each, NOW)).isEqualTo(expected);
        }
        var other = product == LoginProduct.INSTAGRAM ? LoginProduct.FACEBOOK : LoginProduct.INSTAGRAM;
        assertThat(granted(other, only).availability(capability, NOW)).isEqualTo(unavailable("scope_missing"));
        assertThat(granted(null, only).availability(capability, NOW)).isEqualTo(AVAILABLE);
    }

    @Test
    void isNotThereWithoutThePermission() {
        for (var product : LoginProduct.values()) {
            var profile = Scopes.of(Set.of(ScopeCatalogue.profile(product)));
            for (var capability : Capability.values()) {
                assertThat(granted(product, profile).availability(capability, NOW))
                        .isEqualTo(unavailable("scope_missing"));
                assertThat(granted(null, Scopes.NONE).availability(capability, NOW))
                        .isEqualTo(unavailable("scope_missing"));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dev.connexions.domain.connexion.Samples#states")
    void isThereInNoStateButActive(State state) {
        var expected = state instanceof State.Active
                ? AVAILABLE
                : unavailable("status_" + state.status().code());
        assertThat(Samples.connexion(state).availability(Capability.PUBLISH, NOW))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("dev.connexions.domain.connexion.Samples#states")
    void isNotThereWhenTheSwitchIsOff(State state) {
        assertThat(Samples.connexion(state, false).availability(Capability.PUBLISH, NOW))
                .isEqualTo(unavailable("disabled"));
    }

    @Test
    void endsWithTheToken() {
        var link = Samples.link();
        var active = Samples.connexion(new State.Active(link));
        Instant end = Objects.requireNonNull(link.lease().expiresAt());
        assertThat(active.availability(Capability.PUBLISH, end.minusNanos(1000)))
                .isEqualTo(AVAILABLE);
        assertThat(active.availability(Capability.PUBLISH, end)).isEqualTo(unavailable("token_expired"));
    }

    @Test
    void doesNotEndWithATokenThatDoesNot() {
        var link = Samples.link();
        var endless = new Link(
                link.product(),
                link.account(),
                link.grant(),
                link.requested(),
                link.granted(),
                new TokenLease(NOW, null));
        assertThat(Samples.connexion(new State.Active(endless)).availability(Capability.PUBLISH, Instant.MAX))
                .isEqualTo(AVAILABLE);
    }

    private static Connexion granted(@Nullable LoginProduct product, Scopes scopes) {
        return Samples.connexion(new State.Active(Samples.link(product, scopes)));
    }

    private static Availability unavailable(String reason) {
        return new Availability.Unavailable(reason);
    }
}
