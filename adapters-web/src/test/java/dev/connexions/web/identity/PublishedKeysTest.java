package dev.connexions.web.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64;
import com.nimbusds.jose.util.Base64URL;
import com.sun.net.httpserver.HttpServer;
import dev.connexions.application.testing.Fixtures;
import dev.connexions.domain.shared.Caller;
import dev.connexions.domain.shared.RequestId;
import dev.connexions.web.shared.ProblemType;
import dev.connexions.web.shared.Refusal;
import dev.connexions.web.testing.TestService;
import dev.connexions.web.testing.Tokens;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublishedKeysTest {

    private static final Caller.User USER = Fixtures.service();
    private static final String CLAIMS = Tokens.json(Tokens.claims(USER, Fixtures.NOW));

    private static RSAKey rsa;
    private static ECKey ec;
    private static ECKey stranger;

    private final AtomicInteger fetches = new AtomicInteger();
    private volatile byte[] published = new byte[0];
    private volatile int status = 200;
    private final Queue<String> queries = new ConcurrentLinkedQueue<>();
    private volatile CompletableFuture<Boolean> silence = CompletableFuture.completedFuture(true);
    private HttpServer server;
    private Authentication authentication;

    @BeforeAll
    static void makeKeys() throws JOSEException {
        rsa = new RSAKeyGenerator(2048).keyID("rsa").generate();
        ec = new ECKeyGenerator(Curve.P_256).keyID("ec").generate();
        stranger = new ECKeyGenerator(Curve.P_256).keyID("stranger").generate();
    }

    @BeforeEach
    void publish() throws IOException {
        published = new JWKSet(List.of(rsa, ec)).toString().getBytes(UTF_8);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/keys", exchange -> {
            fetches.incrementAndGet();
            queries.add(String.valueOf(exchange.getRequestURI().getQuery()));
            silence.join();
            exchange.sendResponseHeaders(status, published.length);
            try (var body = exchange.getResponseBody()) {
                body.write(published);
            }
        });
        server.start();
        authentication =
                authentication("http://127.0.0.1:" + server.getAddress().getPort() + "/keys");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void takesWhatEitherKindOfPublishedKeySigned() throws JOSEException {
        assertThat(admit(signed(JWSAlgorithm.RS256, "rsa", new RSASSASigner(rsa)))
                        .id())
                .isEqualTo(USER.id());
        assertThat(admit(signed(JWSAlgorithm.ES256, "ec", new ECDSASigner(ec))).id())
                .isEqualTo(USER.id());
        assertThat(fetches).hasValue(1);
    }

    @Test
    void refusesAnAlgorithmThatTheKeyIsNotFor() throws JOSEException {
        refuses(signed(JWSAlgorithm.RS256, "ec", new RSASSASigner(rsa)));
        refuses(signed(JWSAlgorithm.PS256, "rsa", new RSASSASigner(rsa)));
        refuses(signed(JWSAlgorithm.RS512, "rsa", new RSASSASigner(rsa)));
    }

    @Test
    void refusesThePublicKeyUsedAsASecret() throws JOSEException {
        for (var secret : List.of(
                rsa.toPublicJWK().toJSONString(),
                new String(rsa.toRSAPublicKey().getEncoded(), UTF_8))) {
            refuses(Tokens.hs256("{\"alg\":\"HS256\",\"kid\":\"rsa\"}", CLAIMS, secret));
        }
    }

    @Test
    void refusesASignatureOfNothingButZeros() {
        var header = Tokens.base64("{\"alg\":\"ES256\",\"kid\":\"ec\"}".getBytes(UTF_8));
        refuses(header + "." + Tokens.base64(CLAIMS.getBytes(UTF_8)) + "." + Tokens.base64(new byte[64]));
    }

    @Test
    void refusesAKeyThatTheTokenBringsAlong() throws JOSEException {
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .jwk(stranger.toPublicJWK())
                .jwkURL(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/keys?of=attacker"))
                .x509CertURL(
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/keys?chain=attacker"))
                .x509CertChain(List.of(Base64.encode(new byte[64])))
                .build();
        var token = new JWSObject(header, new Payload(CLAIMS));
        token.sign(new ECDSASigner(stranger));
        refuses(token.serialize());
        assertThat(queries).isNotEmpty().containsOnly("null");
    }

    @Test
    void fetchesOnceMoreForAnUnknownKeyIdHoweverManyThereAre() throws JOSEException {
        admit(signed(JWSAlgorithm.ES256, "ec", new ECDSASigner(ec)));
        for (var i = 0; i < 50; i++) {
            refuses(signed(JWSAlgorithm.ES256, "unknown-" + i, new ECDSASigner(stranger)));
        }
        assertThat(fetches.get()).isLessThanOrEqualTo(2);
        admit(signed(JWSAlgorithm.ES256, "ec", new ECDSASigner(ec)));
    }

    @Test
    void keepsItsKeysThroughAnOutage() throws JOSEException {
        admit(signed(JWSAlgorithm.ES256, "ec", new ECDSASigner(ec)));
        status = 500;
        refuses(signed(JWSAlgorithm.ES256, "unknown", new ECDSASigner(stranger)));
        assertThat(admit(signed(JWSAlgorithm.ES256, "ec", new ECDSASigner(ec)))).isNotNull();
    }

    @Test
    void saysThatItCannotTellWhenItNeverHadAKey() throws JOSEException {
        var token = signed(JWSAlgorithm.ES256, "ec", new ECDSASigner(ec));
        published = "<html>not here</html>".getBytes(UTF_8);
        cannotTell(authentication, token);
        status = 302;
        cannotTell(authentication("http://127.0.0.1:" + server.getAddress().getPort() + "/keys"), token);
        status = 200;
        published = new byte[10_000_000];
        cannotTell(authentication("http://127.0.0.1:" + server.getAddress().getPort() + "/keys"), token);
        cannotTell(authentication("http://127.0.0.1:1/keys"), token);
    }

    @Test
    void waitsForKeysNoLongerThanItTakesToAnswer() throws JOSEException {
        silence = new CompletableFuture<>();
        try {
            cannotTell(authentication, signed(JWSAlgorithm.ES256, "ec", new ECDSASigner(ec)));
        } finally {
            silence.complete(true);
        }
    }

    @Test
    void saysOverHttpThatItCannotTell() throws JOSEException {
        var nowhere = TokenRules.of(new TokenKeys.KeySet(URI.create("http://127.0.0.1:1/keys")));
        try (var service = new TestService.Builder().rules(nowhere).start()) {
            var refused = service.client()
                    .token(signed(JWSAlgorithm.ES256, "ec", new ECDSASigner(ec)))
                    .get("/v1/connexions")
                    .isProblem(503, "identity-unavailable");
            assertThat(refused.header("Retry-After")).isEqualTo("5");
            assertThat(refused.headers().firstValue("WWW-Authenticate")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../../../dev/null",
                "' or 1=1 --",
                "http://127.0.0.1:1/key",
                "${jndi:ldap://127.0.0.1:1/x}",
                ""
            })
    void looksForAKeyIdNowhereElse(String id) throws JOSEException {
        refuses(signed(JWSAlgorithm.ES256, id, new ECDSASigner(stranger)));
        assertThat(queries).containsOnly("null");
    }

    @Test
    void refusesToBeFooledByASecretAmongThePublishedKeys() {
        var secret = "a-published-secret-is-no-secret-at-all-01";
        published = ("{\"keys\":[{\"kty\":\"oct\",\"kid\":\"s\",\"alg\":\"HS256\",\"k\":\"" + Base64URL.encode(secret)
                        + "\"}]}")
                .getBytes(UTF_8);
        refuses(Tokens.hs256("{\"alg\":\"HS256\",\"kid\":\"s\"}", CLAIMS, secret));
    }

    private static Authentication authentication(String url) {
        return new Authentication(TokenRules.of(new TokenKeys.KeySet(URI.create(url))), () -> Fixtures.NOW);
    }

    private static String signed(JWSAlgorithm algorithm, String key, JWSSigner signer) throws JOSEException {
        var token = new JWSObject(new JWSHeader.Builder(algorithm).keyID(key).build(), new Payload(CLAIMS));
        token.sign(signer);
        return token.serialize();
    }

    private Caller.User admit(String token) {
        return authentication.admit(List.of("Bearer " + token), InetAddress.getLoopbackAddress(), RequestId.random());
    }

    private void refuses(String token) {
        assertThatThrownBy(() -> admit(token))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.type()).isEqualTo(ProblemType.UNAUTHENTICATED));
    }

    private static void cannotTell(Authentication asked, String token) {
        assertThatThrownBy(() ->
                        asked.admit(List.of("Bearer " + token), InetAddress.getLoopbackAddress(), RequestId.random()))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.type()).isEqualTo(ProblemType.IDENTITY_UNAVAILABLE));
    }
}
