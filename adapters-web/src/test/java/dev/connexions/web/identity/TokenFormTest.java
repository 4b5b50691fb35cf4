package dev.connexions.web.identity;

import static dev.connexions.web.identity.Door.claims;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.application.testing.Fixtures;
import dev.connexions.web.shared.ProblemType;
import dev.connexions.web.shared.Refusal;
import dev.connexions.web.testing.Tokens;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a token has to look like, whatever it claims. */
class TokenFormTest implements Door {

    private final Authentication authentication = new Authentication(TokenRules.of(KEYS), () -> Fixtures.NOW);

    @Override
    public Authentication authentication() {
        return authentication;
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
