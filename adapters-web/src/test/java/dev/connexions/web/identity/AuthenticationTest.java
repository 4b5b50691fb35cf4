package dev.connexions.web.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.entry;

import dev.connexions.application.testing.Fixtures;
import dev.connexions.domain.shared.Caller;
import dev.connexions.domain.shared.Permission;
import dev.connexions.domain.shared.RequestId;
import dev.connexions.web.shared.ProblemType;
import dev.connexions.web.shared.Refusal;
import dev.connexions.web.testing.Tokens;
import java.net.InetAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens under a shared secret; the numbers in the names are those of the catalogue of cases. */
class AuthenticationTest {

    private static final long NOW = Fixtures.NOW.getEpochSecond();
    private static final String HEADER = Tokens.json(Map.of("alg", "HS256", "typ", "JWT"));
    private static final Caller.User USER = Fixtures.service();
    private static final TokenKeys KEYS = new TokenKeys.SharedSecret(Tokens.SECRET);
    private static final TokenRules STRICT =
            new TokenRules(KEYS, "https://platform.example", "connexions", TokenRules.DEFAULT_LEEWAY, null);

    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    private final Authentication authentication = new Authentication(TokenRules.of(KEYS), () -> Fixtures.NOW);

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

    @ParameterizedTest
    @ValueSource(strings = {"none", "None", "nOnE", "HS512", "RS256", "ES256", "hs256", ""})
    void refusesEveryAlgorithmButTheConfiguredOne(String algorithm) {
        var header = Tokens.json(Map.of("alg", algorithm, "typ", "JWT"));
        refusesToken(Tokens.hs256(header, claims(Map.of()), Tokens.SECRET));
        refusesToken(unsigned(header));
    }

    @Test
    void refusesAnotherSecret() {
        refusesToken(Tokens.hs256(HEADER, claims(Map.of()), Tokens.SECRET + "!"));
    }

    @Test
    void refusesASignatureThatIsMissingCutOrChanged() {
        var token = Tokens.of(USER, Fixtures.NOW);
        var end = token.lastIndexOf('.');
        refusesToken(token.substring(0, end));
        refusesToken(token.substring(0, end + 1));
        refusesToken(token.substring(0, token.length() - 6));
        refusesToken(token.substring(0, end + 1) + Tokens.base64(new byte[32]));
        refusesToken(changed(token));
    }

    static Stream<Arguments> headersThatChangeNothing() {
        return Stream.of(
                Arguments.of("kid", "../../../../dev/null"),
                Arguments.of("kid", "' or 1=1 --"),
                Arguments.of("kid", "http://127.0.0.1:1/key"),
                Arguments.of("jku", "http://127.0.0.1:1/keys"),
                Arguments.of("x5u", "http://127.0.0.1:1/chain"));
    }

    @ParameterizedTest
    @MethodSource("headersThatChangeNothing")
    void ignoresWhereATokenSaysItsKeyIs(String name, String value) {
        var header = Tokens.json(Map.of("alg", "HS256", name, value));
        refusesToken(Tokens.hs256(header, claims(Map.of()), "another-secret-that-is-long-enough-here"));
        assertThat(admit("Bearer " + Tokens.hs256(header, claims(Map.of()), Tokens.SECRET))
                        .id())
                .isEqualTo(USER.id());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"alg\":\"HS256\",\"crit\":[\"exp\"],\"exp\":1}",
                "{\"alg\":\"HS256\",\"crit\":[\"b64\"],\"b64\":false}",
                "{\"alg\":\"HS256\",\"crit\":[\"b64\"],\"b64\":true}",
                "{\"alg\":\"HS256\",\"b64\":false}",
                "{\"alg\":\"HS256\",\"crit\":[]}",
                "{\"alg\":\"HS256\",\"alg\":\"HS256\"}",
                "{\"alg\":\"none\",\"alg\":\"HS256\"}",
                "{\"alg\":\"HS256\",\"typ\":\"refresh+jwt\"}",
                "{\"alg\":\"HS256\",\"typ\":\"id_token\"}",
                "{\"alg\":\"HS256\",\"typ\":7}",
                "{\"alg\":\"HS256\"}{}",
                "[\"HS256\"]",
                "null",
                "",
                "\u0000"
            })
    void refusesAHeaderThatIsNotPlainlyThatOfAnAccessToken(String header) {
        refusesToken(Tokens.hs256(header, claims(Map.of()), Tokens.SECRET));
    }

    @ParameterizedTest
    @ValueSource(strings = {"JWT", "jwt", "at+jwt"})
    void takesTheTypesOfAccessTokens(String type) {
        var header = Tokens.json(Map.of("alg", "HS256", "typ", type));
        assertThat(admit("Bearer " + Tokens.hs256(header, claims(Map.of()), Tokens.SECRET)))
                .isNotNull();
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "...",
                "a.b.c",
                "a.b.c.d",
                "a.b.c.d.e",
                "eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..AAAA.AAAA.AAAA",
                "{\"payload\":\"e30\",\"signatures\":[]}",
                "a=.b=.c=",
                "ä.ö.ü",
                "a.b"
            })
    void refusesWhatIsNoSignedToken(String token) {
        refusesToken(token);
    }

    @Test
    void refusesAnEncryptedOrNestedToken() {
        var nested = Tokens.hs256(
                "{\"alg\":\"HS256\",\"cty\":\"JWT\"}", '"' + Tokens.of(USER, Fixtures.NOW) + '"', Tokens.SECRET);
        refusesToken(nested);
        refusesToken(Tokens.of(USER, Fixtures.NOW) + ".e30.e30");
    }

    @Test
    void refusesPaddingAndLineBreaks() {
        var token = Tokens.of(USER, Fixtures.NOW);
        refusesToken(token + "=");
        refusesToken(token.replaceFirst("\\.", "=."));
        refusesToken(token.replaceFirst("\\.", "\n."));
        refusesToken(token.replaceFirst("\\.", "%2E"));
    }

    @Test
    void refusesAHugeTokenAtOnce() {
        var huge = Tokens.hs256(HEADER, claims(Map.of("padding", "x".repeat(20_000))), Tokens.SECRET);
        refusesToken(huge);
        refusesToken("a".repeat(1_000_000));
    }

    @Test
    void refusesAnythingRandomWithoutFalling() {
        var random = new Random(42);
        var good = Tokens.of(USER, Fixtures.NOW).getBytes(UTF_8);
        for (var i = 0; i < 1_000; i++) {
            var unlimited = new Authentication(TokenRules.of(KEYS), () -> Fixtures.NOW);
            var bytes = good.clone();
            bytes[random.nextInt(bytes.length)] = (byte) (33 + random.nextInt(94));
            var token = new String(bytes, UTF_8);
            try {
                assertThat(admit(unlimited, token).id()).isEqualTo(USER.id());
            } catch (Refusal refused) {
                assertThat(refused.type()).isEqualTo(ProblemType.UNAUTHENTICATED);
            }
        }
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
        assertThat(STRICT.toString()).doesNotContain(Tokens.SECRET);
    }

    private Caller.User admit(String header) {
        return authentication.admit(List.of(header), HERE, RequestId.random());
    }

    private static Caller.User admit(Authentication authentication, Map<String, Object> claims) {
        return admit(authentication, Tokens.hs256(HEADER, claims(claims), Tokens.SECRET));
    }

    private static Refusal refusal(Authentication authentication, String token, InetAddress peer) {
        return catchThrowableOfType(
                Refusal.class, () -> authentication.admit(List.of("Bearer " + token), peer, RequestId.random()));
    }

    private static Caller.User admit(Authentication authentication, String token) {
        return authentication.admit(List.of("Bearer " + token), HERE, RequestId.random());
    }

    private void admitsWith(Map<String, Object> claims) {
        assertThat(admit(authentication, claims).id()).isEqualTo(USER.id());
    }

    private void refusesWith(Map<String, Object> claims) {
        refuses(authentication, claims(claims));
    }

    private static void refuses(Authentication authentication, String payload) {
        var token = Tokens.hs256(HEADER, payload, Tokens.SECRET);
        assertThatThrownBy(() -> authentication.admit(List.of("Bearer " + token), HERE, RequestId.random()))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.type()).isEqualTo(ProblemType.UNAUTHENTICATED));
    }

    private void refusesToken(String token) {
        refuses("Bearer " + token);
    }

    private void refuses(String header) {
        assertThatThrownBy(() -> admit(header))
                .as(header.length() > 500 ? "a long header" : header)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.type()).isEqualTo(ProblemType.UNAUTHENTICATED));
    }

    private static String claims(Map<String, Object> changed) {
        var claims = new HashMap<>(Tokens.claims(USER, Fixtures.NOW));
        claims.putAll(changed);
        return Tokens.json(claims);
    }

    private static String without(String claim) {
        var claims = new HashMap<>(Tokens.claims(USER, Fixtures.NOW));
        claims.remove(claim);
        return Tokens.json(claims);
    }

    private static String unsigned(String header) {
        return Tokens.base64(header.getBytes(UTF_8)) + "."
                + Tokens.base64(claims(Map.of()).getBytes(UTF_8)) + ".";
    }

    private static String changed(String token) {
        var parts = token.split("\\.", -1);
        var payload = claims(Map.of("sub", "0b6f7c1e-5a44-4b8e-9d0a-6f1c2a3b4c5d"));
        return parts[0] + "." + Tokens.base64(payload.getBytes(UTF_8)) + "." + parts[2];
    }
}
