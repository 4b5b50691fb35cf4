package dev.connexions.meta.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.meta.testing.RunningSandbox;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How long tokens live, on the sandbox's clock. */
class TokenLifeTest {

    private static final Duration DAY = Duration.ofHours(24);
    private static final Duration MOMENT = Duration.ofSeconds(30);

    private final RunningSandbox meta = RunningSandbox.start();
    private final SandboxAccount account = meta.account("BUSINESS");

    @AfterEach
    void stop() {
        meta.close();
    }

    @Test
    void endsAShortTokenAfterAnHour() {
        var token = meta.shortToken(account);
        meta.advance(Duration.ofHours(1).minus(MOMENT));
        assertThat(meta.me(token).status()).isEqualTo(200);
        meta.advance(MOMENT);
        assertThat(meta.me(token).error()).isEqualTo("190/463");
        assertThat(meta.exchange(token).error()).isEqualTo("190/463");
    }

    @Test
    void givesSixtyDaysForAShortToken() {
        var reply = meta.exchange(meta.shortToken(account));
        assertThat(reply.json().path("expires_in").asLong()).isEqualTo(5_184_000);
        assertThat(reply.json().path("token_type").asText()).isEqualTo("bearer");
        var token = reply.json().path("access_token").asText();
        meta.advance(Duration.ofDays(60).minus(MOMENT));
        assertThat(meta.me(token).status()).isEqualTo(200);
        meta.advance(MOMENT);
        assertThat(meta.me(token).error()).isEqualTo("190/463");
        assertThat(meta.me(token).header("www-authenticate")).contains("invalid_token");
    }

    @Test
    void worksUnderAVersionToo() {
        var path = "/graph.instagram.com/v25.0/access_token?grant_type=ig_exchange_token&client_secret="
                + RunningSandbox.SECRET + "&access_token=" + meta.shortToken(account);
        assertThat(meta.get(path).status()).isEqualTo(200);
    }

    @Test
    void refreshesFromTheFirstDayOn() {
        var token = meta.longToken(account);
        meta.advance(DAY.minus(MOMENT));
        assertThat(meta.refresh(token).error()).isEqualTo("100/0");
        meta.advance(MOMENT);
        var reply = meta.refresh(token);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("permissions").asText()).isEqualTo(RunningSandbox.ALL_SCOPES);
        var fresh = reply.json().path("access_token").asText();
        assertThat(fresh).startsWith("IGAA").isNotEqualTo(token);
        assertThat(meta.me(fresh).status()).isEqualTo(200);
        meta.advance(Duration.ofDays(59).plusHours(1));
        assertThat(meta.me(token).error()).isEqualTo("190/463");
        assertThat(meta.me(fresh).status()).isEqualTo(200);
    }

    @Test
    void refreshesNoDeadOrShortToken() {
        var shortToken = meta.shortToken(account);
        var longToken = meta.longToken(account);
        assertUnsupported(meta.refresh(shortToken));
        assertUnsupported(meta.refresh("IGAAunknown"));
        meta.advance(Duration.ofDays(60));
        assertUnsupported(meta.refresh(longToken));
    }

    @Test
    void refreshesNothingWithoutTheProfilePermission() {
        var path = RunningSandbox.authorizePath(RunningSandbox.ALL_SCOPES, "s");
        var code = RunningSandbox.codeIn(meta.allow(path, account, List.of("instagram_business_content_publish")));
        var token = meta.exchange(meta.redeem(code).json().path("access_token").asText())
                .json()
                .path("access_token")
                .asText();
        meta.advance(DAY);
        assertThat(meta.refresh(token).error()).isEqualTo("10/0");
        assertThat(meta.me(token).error()).isEqualTo("10/0");
    }

    @Test
    void exchangesNoLongTokenAndNoneForAWrongSecret() {
        assertUnsupported(meta.exchange(meta.longToken(account)));
        var wrong = meta.get("/graph.instagram.com/access_token?grant_type=ig_exchange_token&client_secret=wrong"
                + "&access_token=" + meta.shortToken(account));
        assertThat(wrong.error()).isEqualTo("100/0");
    }

    @Test
    void keepsToItsClockWhenItIsSetBack() {
        var start = meta.sandbox().clock().instant();
        var token = meta.longToken(account);
        meta.advance(Duration.ofDays(61));
        assertThat(meta.me(token).error()).isEqualTo("190/463");
        meta.setClock(start.plus(DAY));
        assertThat(meta.me(token).status()).isEqualTo(200);
    }

    private static void assertUnsupported(RunningSandbox.Reply reply) {
        assertThat(reply.error()).isEqualTo("100/0");
        assertThat(reply.json().path("error").path("type").asText()).isEqualTo("IGApiException");
    }
}
