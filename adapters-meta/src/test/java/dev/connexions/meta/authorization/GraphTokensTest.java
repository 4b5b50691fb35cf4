package dev.connexions.meta.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.application.authorization.InstagramLogin.Exchange;
import dev.connexions.application.testing.Fixtures;
import dev.connexions.application.token.InstagramTokens;
import dev.connexions.application.token.InstagramTokens.Refresh;
import dev.connexions.application.token.InstagramTokensContract;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.connexion.Scopes;
import dev.connexions.domain.shared.AccessToken;
import dev.connexions.domain.token.RenewalFailure;
import dev.connexions.meta.sandbox.SandboxAccount;
import dev.connexions.meta.shared.GraphClient;
import dev.connexions.meta.testing.RawServer;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The real client against the sandbox. */
class GraphTokensTest implements InstagramTokensContract {

    private static final Duration LIMIT = Duration.ofMillis(1500);

    private final SandboxLogin sandbox = new SandboxLogin();
    private final GraphTokens tokens =
            new GraphTokens(sandbox.client, sandbox.meta.sandbox().clock());

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Override
    public InstagramTokens tokens() {
        return tokens;
    }

    @Override
    public AccessToken token() {
        var token = consented(sandbox.meta.account("{\"username\":\"bakery\"}", "bakery"));
        pass(Duration.ofHours(24));
        return token;
    }

    @Override
    public Instant now() {
        return sandbox.meta.sandbox().clock().instant();
    }

    @Override
    public void breakUpstream() {
        sandbox.meta.control("POST", "/faults", "{\"behaviour\":\"html\"}");
    }

    @Test
    void doesNotLearnWhyMetaRefusesAYoungAnExpiredOrAnUnknownToken() {
        var account = sandbox.meta.account("{\"username\":\"bakery\"}", "bakery");
        var young = consented(account);
        pass(Duration.ofHours(24).minusMinutes(1));
        assertThat(why(young)).isEqualTo(RenewalFailure.REFUSED);
        pass(Duration.ofDays(60));
        assertThat(why(young)).isEqualTo(RenewalFailure.REFUSED);
        assertThat(why(new AccessToken("IGAAneverissued"))).isEqualTo(RenewalFailure.REFUSED);
    }

    @Test
    void learnsThatTheOwnerRemovedTheApp() {
        var account = sandbox.meta.account("{\"username\":\"bakery\"}", "bakery");
        var token = consented(account);
        pass(Duration.ofHours(25));
        sandbox.meta.control("POST", "/accounts/" + account.id() + "/revoke", "{}");
        assertThat(why(token)).isEqualTo(RenewalFailure.TOKEN_REFUSED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {"behaviour":"answer","status":500}                                       | UPSTREAM_FAILED
        {"behaviour":"answer","status":400,"error":{"code":190,"subcode":463}}    | TOKEN_REFUSED
        {"behaviour":"answer","status":400,"error":{"code":10}}                   | PERMISSION_MISSING
        {"behaviour":"answer","status":400,"error":{"code":100}}                  | REFUSED
        {"behaviour":"throttle"}                                                  | THROTTLED
        {"behaviour":"html"}                                                      | UPSTREAM_FAILED
        {"behaviour":"cut_before"}                                                | UPSTREAM_TIMEOUT
        {"behaviour":"cut_after"}                                                 | UPSTREAM_TIMEOUT
        """)
    void tellsTroublesApart(String fault, RenewalFailure why) {
        var token = token();
        sandbox.meta.control("POST", "/faults", fault);
        assertThat(why(token)).isEqualTo(why);
    }

    @Test
    void waitsUntilItsLimitAndNotForTheAnswer() {
        var token = token();
        var late = LIMIT.multipliedBy(10);
        sandbox.meta.control("POST", "/faults", "{\"behaviour\":\"slow\",\"delayMs\":" + late.toMillis() + "}");
        var hurried = new GraphTokens(sandbox.client, sandbox.meta.sandbox().clock(), LIMIT);
        var started = System.nanoTime();
        assertThat(hurried.refresh(LoginProduct.INSTAGRAM, token))
                .isEqualTo(new Refresh.Failed(RenewalFailure.UPSTREAM_TIMEOUT, null));
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isBetween(LIMIT, late);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>",
                "{}",
                "[]",
                "{\"access_token\":\"IGAAnew\"}",
                "{\"access_token\":\"IGAA new\",\"expires_in\":5183944}",
                "{\"access_token\":null,\"expires_in\":5183944}",
                "{\"expires_in\":5183944}",
                "{\"access_token\":\"IGAAnew\",\"expires_in\":0}",
                "{\"access_token\":\"IGAAnew\",\"expires_in\":\"5183944\"}",
                "{\"access_token\":\"IGAAnew\",\"access_token\":\"IGAAother\",\"expires_in\":5183944}",
                "{\"access_token\":\"IGAAnew\",\"expires_in\":5183944"
            })
    void trustsNoAnswerThatIsOnlyAlmostGood(String body) {
        try (var raw = new RawServer();
                var client = new GraphClient(RawMeta.settings(raw.url()), () -> RawMeta.NOW)) {
            raw.on("/refresh_access_token", 200, body);
            assertThat(new GraphTokens(client, () -> RawMeta.NOW)
                            .refresh(LoginProduct.INSTAGRAM, new AccessToken("IGAAcanary")))
                    .isInstanceOfSatisfying(
                            Refresh.Failed.class,
                            failed -> assertThat(failed.why()).isEqualTo(RenewalFailure.UPSTREAM_INVALID));
        }
    }

    @Test
    void printsNoTokenWhateverComes() {
        var token = token();
        assertThat(tokens.refresh(LoginProduct.INSTAGRAM, token).toString()).doesNotContain("IGAA");
        assertThat(tokens.refresh(LoginProduct.INSTAGRAM, new AccessToken("IGAAcanary"))
                        .toString())
                .doesNotContain("IGAA");
    }

    private AccessToken consented(SandboxAccount account) {
        Scopes all = Fixtures.allScopes();
        var exchange = sandbox.exchange(sandbox.consent(LoginProduct.INSTAGRAM, account, all, all));
        assertThat(exchange).isInstanceOf(Exchange.Consented.class);
        return ((Exchange.Consented) exchange).token().token();
    }

    private RenewalFailure why(AccessToken token) {
        var answer = tokens.refresh(LoginProduct.INSTAGRAM, token);
        assertThat(answer).isInstanceOf(Refresh.Failed.class);
        return ((Refresh.Failed) answer).why();
    }

    private void pass(Duration time) {
        sandbox.meta.control("POST", "/clock", "{\"advance\":\"" + time + "\"}");
    }
}
