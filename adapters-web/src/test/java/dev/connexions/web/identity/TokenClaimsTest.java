package dev.connexions.web.identity;

import static dev.connexions.web.identity.Door.claims;
import static dev.connexions.web.identity.Door.without;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connexions.application.testing.Fixtures;
import dev.connexions.domain.shared.Permission;
import dev.connexions.web.shared.ProblemType;
import dev.connexions.web.shared.Refusal;
import dev.connexions.web.testing.Tokens;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a token has to claim, once it is one. */
class TokenClaimsTest implements Door {

    private static final TokenRules STRICT =
            new TokenRules(KEYS, "https://platform.example", "connexions", TokenRules.DEFAULT_LEEWAY, null);

    private final Authentication authentication = new Authentication(TokenRules.of(KEYS), () -> Fixtures.NOW);

    @Override
    public Authentication authentication() {
        return authentication;
    }

    @Test
    void forgivesAMinuteOfDriftAndNoMore() {
        admitsWith(Map.of("exp", NOW - 59));
        refusesWith(Map.of("exp", NOW - 60));
        admitsWith(Map.of("nbf", NOW + 60, "iat", NOW + 60));
        refusesWith(Map.of("nbf", NOW + 62));
        refusesWith(Map.of("iat", NOW + 600));
    }

    static Stream<Object> momentsThatAreNone() {
        return Stream.of("" + (NOW + 60), true, List.of(NOW), -1, -1e300, 253402300800L, Map.of());
    }

    @ParameterizedTest
    @MethodSource("momentsThatAreNone")
    void refusesAnExpiryThatIsNoMoment(Object expiry) {
        refusesWith(Map.of("exp", expiry));
    }

    @Test
    void refusesAnExpiryThatNoNumberTypeHolds() {
        for (var expiry : List.of("1e400", "9".repeat(99), "null", "NaN", "0x7fffffff")) {
            var payload = claims(Map.of()).replaceFirst("\"exp\":[0-9]+", "\"exp\":" + expiry);
            assertThat(payload).contains(expiry);
            refusesToken(Tokens.hs256(HEADER, payload, Tokens.SECRET));
        }
    }

    @Test
    void refusesATokenWithoutAnEnd() {
        refusesToken(Tokens.hs256(HEADER, without("exp"), Tokens.SECRET));
    }

    @Test
    void limitsTheLifetimeOnlyWhenConfigured() {
        admitsWith(Map.of("exp", 253402300799L));
        admitsWith(Map.of("exp", NOW + 3600.5));
        var limited = new Authentication(
                new TokenRules(KEYS, null, null, TokenRules.DEFAULT_LEEWAY, Duration.ofHours(1)), () -> Fixtures.NOW);
        assertThat(admit(limited, Map.of("exp", NOW + 3600))).isNotNull();
        refuses(limited, claims(Map.of("exp", NOW + 3601)));
        refuses(limited, without("iat"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://platform.example/", "https://PLATFORM.example", "http://platform.example", ""})
    void comparesTheIssuerToTheLetter(String issuer) {
        var strict = new Authentication(STRICT, () -> Fixtures.NOW);
        assertThat(admit(strict, Map.of("iss", "https://platform.example", "aud", "connexions")))
                .isNotNull();
        refuses(strict, claims(Map.of("iss", issuer, "aud", "connexions")));
        refuses(strict, claims(Map.of("aud", "connexions")));
    }

    @Test
    void takesAnAudienceThatNamesUs() {
        var strict = new Authentication(STRICT, () -> Fixtures.NOW);
        var issuer = "https://platform.example";
        assertThat(admit(strict, Map.of("iss", issuer, "aud", List.of("other", "connexions"))))
                .isNotNull();
        for (var audience : List.of("other", List.of(), List.of("other"), Map.of("connexions", 1), "Connexions", 7)) {
            refuses(strict, claims(Map.of("iss", issuer, "aud", audience)));
        }
        refuses(strict, claims(Map.of("iss", issuer)));
    }

    @Test
    void refusesATokenMadeForSomethingElse() {
        refusesWith(Map.of("typ", "Refresh"));
        refusesWith(Map.of("typ", "ID"));
        refusesWith(Map.of("token_use", "id"));
        admitsWith(Map.of("typ", "Bearer", "token_use", "access"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "admin",
                "0B6F7C1E-5A44-4B8E-9D0A-6F1C2A3B4C5D",
                "{0b6f7c1e-5a44-4b8e-9d0a-6f1c2a3b4c5d}",
                "0b6f7c1e5a444b8e9d0a6f1c2a3b4c5d",
                "00000000-0000-0000-0000-000000000000",
                "1-1-1-1-1"
            })
    void refusesASubjectThatIsNoUser(String subject) {
        refusesWith(Map.of("sub", subject));
    }

    @Test
    void refusesATokenWithoutSubjectOrRole() {
        refusesToken(Tokens.hs256(HEADER, without("sub"), Tokens.SECRET));
        refusesToken(Tokens.hs256(HEADER, without("role"), Tokens.SECRET));
        refusesWith(Map.of("sub", 7));
        refusesWith(Map.of("role", List.of("authenticated")));
    }

    @Test
    void knowsTwoRoles() {
        admitsWith(Map.of("role", "service_role"));
        assertThatThrownBy(() -> admit(authentication, Map.of("role", "anon")))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.type()).isEqualTo(ProblemType.INSUFFICIENT_PERMISSION));
    }

    @Test
    void readsPermissionsAndIgnoresThoseItDoesNotKnow() {
        assertThat(admit(authentication, Map.of("permissions", List.of("audit:read", "moon:walk")))
                        .permissions())
                .containsExactly(Permission.AUDIT_READ);
        assertThat(admit(authentication, Map.of("permissions", List.of())).permissions())
                .isEmpty();
        assertThat(admit("Bearer " + Tokens.hs256(HEADER, without("permissions"), Tokens.SECRET))
                        .permissions())
                .isEqualTo(Permission.unlessStated());
        refusesWith(Map.of("permissions", "tokens:read"));
        refusesWith(Map.of("permissions", List.of("tokens:read", 7)));
        refusesWith(Map.of("permissions", Map.of("tokens:read", true)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"iss", "sub", "exp", "role", "permissions"})
    void refusesAClaimThatIsGivenTwice(String claim) {
        var payload = claims(Map.of("iss", "x"));
        var twice = payload.substring(0, payload.length() - 1) + ",\"" + claim + "\":null}";
        refusesToken(Tokens.hs256(HEADER, twice, Tokens.SECRET));
    }
}
