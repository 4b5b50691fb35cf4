package dev.connexions.web.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.application.testing.Fixtures;
import dev.connexions.web.testing.Tenant;
import dev.connexions.web.testing.TestService;
import dev.connexions.web.testing.Tokens;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A25, over a socket. */
class WrongTokensTest {

    @Test
    void slowsDownWhoeverGuessesAndNobodyElse() {
        try (var service = new TestService.Builder().start()) {
            for (var i = 0; i < 100; i++) {
                service.client()
                        .token("a.b." + i)
                        .get("/v1/connexions")
                        .isProblem(401, "unauthenticated")
                        .header("WWW-Authenticate");
            }
            service.realClock().set(Fixtures.NOW.plus(Duration.ofSeconds(18)));
            var guess = service.client().token("a.b.c");
            var refused = guess.get("/v1/connexions").isProblem(429, "rate-limited");
            assertThat(refused.header("Retry-After")).isEqualTo("42");
            assertThat(refused.headers().firstValue("WWW-Authenticate")).isEmpty();
            guess.with("X-Forwarded-For", "192.0.2.1")
                    .with("Forwarded", "for=192.0.2.1")
                    .post("/v1/connexions", "{}")
                    .isProblem(429, "rate-limited");
            service.client().get("/v1/me").isProblem(401, "unauthenticated");
            service.client()
                    .token(Tokens.of(Fixtures.service(), Fixtures.NOW.minus(Duration.ofHours(3))))
                    .get("/v1/me")
                    .isProblem(401, "unauthenticated");

            service.realClock().set(Fixtures.NOW.plus(Duration.ofMinutes(1)));
            guess.get("/v1/connexions").isProblem(401, "unauthenticated");
        }
    }

    @Test
    void letsAGoodTokenPassFromTheSameAddress() {
        try (var service = new TestService.Builder().start()) {
            for (var i = 0; i < 200; i++) {
                service.client().token("guess").get("/v1/connexions");
            }
            var tenant = Tenant.of(service);
            tenant.http().get("/v1/connexions").has(200);
        }
    }
}
