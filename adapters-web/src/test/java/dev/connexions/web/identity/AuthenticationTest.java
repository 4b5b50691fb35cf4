package dev.connexions.web.identity;

import static dev.connexions.web.identity.Door.claims;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.connexions.application.testing.Fixtures;
import dev.connexions.domain.shared.Caller;
import dev.connexions.domain.shared.RequestId;
import dev.connexions.web.shared.ProblemType;
import dev.connexions.web.shared.Refusal;
import dev.connexions.web.testing.Tokens;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is let in under a shared secret; the numbers in the names are those of the catalogue of cases. */
class AuthenticationTest implements Door {

    private final Authentication authentication = new Authentication(TokenRules.of(KEYS), () -> Fixtures.NOW);

    @Override
    public Authentication authentication() {
        return authentication;
    }

    @Test
    void admitsWhomTheTokenSpeaksFor() {
        var request = RequestId.random();
        var caller = authentication.admit(List.of("Bearer " + Tokens.of(USER, Fixtures.NOW)), HERE, request);
        assertThat(caller).isEqualTo(new Caller.User(USER.id(), USER.permissions(), request));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bearer %s", "BEARER %s", "Bearer %s"})
    void takesTheSchemeInAnyCase(String form) {
        assertThat(admit(form.formatted(Tokens.of(USER, Fixtures.NOW))).id()).isEqualTo(USER.id());
    }

    @Test
    void challengesWithoutAnErrorWhenThereIsNoCredential() {
        assertThatThrownBy(() -> authentication.admit(List.of(), HERE, RequestId.random()))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.type()).isEqualTo(ProblemType.UNAUTHENTICATED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Bearer", "Bearer ", "Bearer  %s", "Bearer %s %s", "Bearer %s,%s", "Basic %s", "%s", "Bearer\t%s"
            })
    void refusesAnyOtherForm(String form) {
        refuses(form.replace("%s", Tokens.of(USER, Fixtures.NOW)));
    }

    @Test
    void refusesTwoCredentialsEvenWhenBothAreGood() {
        var header = "Bearer " + Tokens.of(USER, Fixtures.NOW);
        assertThatThrownBy(() -> authentication.admit(List.of(header, header), HERE, RequestId.random()))
                .isInstanceOf(Refusal.class);
    }

    /** A25. */
    @Test
    void asksWhoeverKeepsSendingForgedTokensToWait() throws Exception {
        var clock = new AtomicReference<>(Fixtures.NOW);
        var asked = new Authentication(TokenRules.of(KEYS), clock::get);
        var elsewhere = InetAddress.getByName("192.0.2.7");
        var forged = Tokens.hs256(HEADER, claims(Map.of()), "another-secret-that-is-long-enough-here");
        var outcomes = IntStream.range(0, 10_000)
                .mapToObj(each -> refusal(asked, forged, HERE).type())
                .collect(Collectors.groupingBy(type -> type, Collectors.counting()));
        assertThat(outcomes)
                .containsOnly(entry(ProblemType.UNAUTHENTICATED, 100L), entry(ProblemType.RATE_LIMITED, 9_900L));

        var good = Tokens.of(USER, Fixtures.NOW);
        assertThat(admit(asked, good)).isNotNull();
        assertThat(asked.admit(List.of("Bearer " + good), elsewhere, RequestId.random()))
                .isNotNull();
        assertThat(refusal(asked, forged, elsewhere).type()).isEqualTo(ProblemType.UNAUTHENTICATED);
        clock.set(Fixtures.NOW.plusSeconds(59));
        assertThat(refusal(asked, forged, HERE).type()).isEqualTo(ProblemType.RATE_LIMITED);
        clock.set(Fixtures.NOW.plusSeconds(60));
        assertThat(refusal(asked, forged, HERE).type()).isEqualTo(ProblemType.UNAUTHENTICATED);
    }

    @Test
    void neverAsksToWaitForATokenThatWasGoodOnce() {
        var expired = Tokens.hs256(HEADER, claims(Map.of("exp", NOW - 600)), Tokens.SECRET);
        for (var i = 0; i < 1_000; i++) {
            assertThat(refusal(authentication, expired, HERE).type()).isEqualTo(ProblemType.UNAUTHENTICATED);
        }
    }

    @Test
    void refusesAShortSecretAndNeverPrintsOne() {
        assertThatThrownBy(() -> new TokenKeys.SharedSecret("x".repeat(31)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("xxx");
        assertThat(TokenRules.of(KEYS).toString()).doesNotContain(Tokens.SECRET);
    }
}
