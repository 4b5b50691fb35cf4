package dev.connexions.web.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.application.authorization.InstagramLogin;
import dev.connexions.application.testing.Fixtures;
import dev.connexions.domain.connexion.Account;
import dev.connexions.domain.connexion.AccountId;
import dev.connexions.domain.connexion.AccountType;
import dev.connexions.web.shared.ProblemType;
import dev.connexions.web.testing.Browser;
import dev.connexions.web.testing.RawSocket;
import dev.connexions.web.testing.Reply;
import dev.connexions.web.testing.Tenant;
import dev.connexions.web.testing.TestService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallbackRoutesTest {

    private static final String INSTAGRAM = "{\"loginProduct\":\"instagram\"}";
    private static final String CALLBACK = "/meta/oauth/callback";

    private final TestService service = TestService.shared();
    private final Tenant tenant = Tenant.of(service);
    private final String connexion = tenant.newConnexion();

    @Test
    void namesTheAccountThatWasConnected() {
        var account = Fixtures.account();
        var ended = browser().agrees(consentOf(account)).has(200);
        assertThat(ended.text()).contains("@" + account.username());
        assertThat(ended.header("Cache-Control")).isEqualTo("no-store");
        assertThat(ended.header("Content-Security-Policy")).contains("form-action 'none'");
        assertThat(ended.header("Set-Cookie")).startsWith("connexions_oauth=;").endsWith("Max-Age=0");
        assertThat(status()).isEqualTo("active");
    }

    @Test
    void escapesWhatOthersChose() {
        var account = new Account(
                new AccountId("17841400000000666"), "<script>alert('1')</script>", AccountType.BUSINESS, null);
        var page = browser().agrees(consentOf(account)).has(200).text();
        assertThat(page)
                .contains("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;")
                .doesNotContain("<script");
    }

    @Test
    void sendsTheBrowserToTheReturnAddressWithWhatCameOut() {
        var returning = returning("https://platform.example/connected");
        var address = returning.agrees(consentOf(Fixtures.account())).has(303).header("Location");
        assertThat(address).matches("https://platform\\.example/connected\\?session=[0-9a-f-]{36}&status=completed");
        var failed = returning("https://platform.example/connected/a?b=c%26d");
        assertThat(failed.comesBack("error=access_denied&state=" + failed.state())
                        .has(303)
                        .header("Location"))
                .matches("https://platform\\.example/connected/a\\?b=c%26d&session=[0-9a-f-]{36}&status=failed");
    }

    @Test
    void showsAFailureInOurOwnWords() {
        var browser = browser();
        var page = browser.comesBack("error=access_denied&error_reason=user_denied"
                        + "&error_description=%3Cscript%3Ealert(1)%3C/script%3E+canary&state=" + browser.state())
                .has(200);
        assertThat(page.text()).contains("The person did not agree.").doesNotContain("script", "canary");
        assertThat(status()).isEqualTo("pending");
    }

    @Test
    void failsForAPersonalAccount() {
        var personal = new Account(new AccountId("17841400000000777"), "somebody", null, null);
        assertThat(browser().agrees(consentOf(personal)).has(200).text()).contains("professional");
    }

    @Test
    void failsWhenMetaIsDown() {
        try (var alone = new TestService.Builder().start()) {
            var there = Tenant.of(alone);
            var browser = Browser.at(alone).opens(there.open(there.newConnexion(), INSTAGRAM));
            alone.instagram().goesDown();
            assertThat(browser.comesBack("state=" + browser.state() + "&code=abc")
                            .has(200)
                            .text())
                    .contains("Meta could not be reached");
        }
    }

    @Test
    void takesTheCodeWithoutWhatMetaHangsOnIt() {
        var browser = browser();
        var code = consentOf(Fixtures.account());
        browser.comesBack("state=" + browser.state() + "&code=" + code.value() + "%23_")
                .has(200);
        assertThat(status()).isEqualTo("active");
    }

    @Test
    void takesTheCodeOfAClientThatSendsTheFragmentToo() {
        var browser = browser();
        var code = consentOf(Fixtures.account());
        var answer = RawSocket.exchange(
                service.port(),
                "GET " + CALLBACK + "?state=" + browser.state() + "&code=" + code.value()
                        + "#_ HTTP/1.1\r\nHost: x\r\nCookie: " + browser.cookie() + "\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 200 ");
        assertThat(status()).isEqualTo("active");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "code=abc",
                "state=&code=abc",
                "state=%%00&code=abc",
                "state=unknown&code=abc",
                "state=%1$s&state=%1$s&code=abc",
                "state=%1$s&state=other&code=abc",
                "state=%1$sx&code=abc",
                "State=%1$s&code=abc"
            })
    void refusesAStateThatIsNotExactlyOneThatWaits(String query) {
        var browser = browser();
        untouched(browser, browser.comesBack(query.formatted(browser.state())), "oauth-state-invalid");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "state=%s",
                "state=%s&code=",
                "state=%s&code=a&code=b",
                "state=%s&code=a&error=access_denied",
                "state=%s&error=",
                "state=%s&error=a&error=b",
                "state=%s&code=a%%20b",
                "state=%s&code=a%%0d%%0ab",
                "state=%s&code=%%ff"
            })
    void refusesAnAnswerThatIsNotExactlyOne(String query) {
        var browser = browser();
        untouched(browser, browser.comesBack(query.formatted(browser.state())), "malformed-request");
    }

    @Test
    void refusesValuesThatAreTooLong() {
        for (var length : new int[] {2049, 3900}) {
            var browser = browser();
            var reply = browser.comesBack("state=" + browser.state() + "&code=" + "x".repeat(length));
            untouched(browser, reply, "malformed-request");
        }
        var browser = browser();
        browser.comesBack("state=" + browser.state() + "&code=" + "x".repeat(10_000))
                .isProblem(400, "malformed-request");
        untouched(browser, browser.comesBack("state=" + "x".repeat(600) + "&code=abc"), "oauth-state-invalid");
    }

    @Test
    void refusesABrowserThatDidNotBegin() {
        var browser = browser();
        var others = Browser.at(service).opens(tenant.open(tenant.newConnexion(), INSTAGRAM));
        others.comesBack("state=" + browser.state() + "&code=abc").has(400);
        for (var cookie : new String[] {
            "connexions_oauth=", "connexions_oauth=wrong", "other=x", "connexions_oauth=" + "x".repeat(500)
        }) {
            var stranger = Browser.at(service);
            stranger.carries(cookie);
            stranger.comesBack("state=" + browser.state() + "&code=abc").has(400);
        }
        Browser.at(service).comesBack("state=" + browser.state() + "&code=abc").has(400);
        untouched(
                browser, Browser.at(service).comesBack("state=" + browser.state() + "&code=a"), "oauth-state-invalid");
    }

    @Test
    void refusesABrowserWithTwoBindings() {
        var browser = browser();
        var cookie = browser.cookie();
        for (var both : new String[] {"connexions_oauth=planted; " + cookie, cookie + ";connexions_oauth=planted"}) {
            browser.carries(both);
            browser.comesBack("state=" + browser.state() + "&code=abc").has(400);
        }
        browser.carries(cookie);
        browser.agrees(consentOf(Fixtures.account())).has(200);
    }

    @Test
    void takesAStateOnce() {
        var browser = browser();
        var code = consentOf(Fixtures.account());
        browser.agrees(code).has(200);
        var again = browser.agrees(code);
        assertThat(again.has(400).headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(exchangesOf(code)).isEqualTo(1);
    }

    @Test
    void takesAStateOnceOfManyAtTheSameTime() throws Exception {
        var browser = browser();
        var code = consentOf(Fixtures.account());
        var calls = new ArrayList<Callable<Integer>>();
        for (var i = 0; i < 20; i++) {
            calls.add(() -> browser.agrees(code).status());
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var statuses = new ArrayList<Integer>();
            for (var call : threads.invokeAll(calls)) {
                statuses.add(call.get());
            }
            assertThat(statuses).containsOnlyOnce(200);
            assertThat(statuses).filteredOn(status -> status != 200).containsOnly(400);
        }
        assertThat(exchangesOf(code)).isEqualTo(1);
    }

    @Test
    void refusesAStateThatIsTenMinutesOld() {
        try (var ageing = new TestService.Builder().start()) {
            var there = Tenant.of(ageing);
            var browser = Browser.at(ageing).opens(there.open(there.newConnexion(), INSTAGRAM));
            ageing.clock().advance(Duration.ofMinutes(10));
            browser.comesBack("state=" + browser.state() + "&code=abc").has(400);
            assertThat(ageing.instagram().exchanged()).isEmpty();
        }
    }

    @Test
    void saysSoWhenANewerLinkTookOver() {
        var browser = browser();
        service.instagram().meanwhile(() -> {
            service.instagram().meanwhile(() -> {});
            tenant.open(connexion, INSTAGRAM);
        });
        var overtaken = browser.agrees(consentOf(Fixtures.account())).has(409);
        assertThat(overtaken.header("Set-Cookie")).endsWith("Max-Age=0");
        assertThat(status()).isEqualTo("pending");
    }

    @Test
    void answersAProblemToThoseWhoPreferOne() {
        service.client().get(CALLBACK).isProblem(400, "oauth-state-invalid");
        service.client().with("Accept", "text/html").get(CALLBACK).has(400).header("Content-Security-Policy");
    }

    @Test
    void buildsAddressesFromTheSettingsOnly() {
        var opened = tenant.http()
                .with("X-Forwarded-Host", "evil.example")
                .with("X-Forwarded-Proto", "http")
                .with("Forwarded", "host=evil.example")
                .post("/v1/connexions/" + connexion + "/authorization-sessions", INSTAGRAM)
                .has(201);
        assertThat(opened.json().path("authorizeUrl").asText()).startsWith(TestService.PUBLIC_URL + "/");
        assertThat(opened.text() + opened.headers()).doesNotContain("evil.example", "127.0.0.1");
    }

    private Browser browser() {
        return Browser.at(service).opens(tenant.open(connexion, INSTAGRAM));
    }

    private Browser returning(String address) {
        var body = "{\"loginProduct\":\"instagram\",\"returnUrl\":\"" + address + "\"}";
        return Browser.at(service).opens(tenant.open(connexion, body));
    }

    private InstagramLogin.Code consentOf(Account account) {
        return service.instagram().consent(account, Fixtures.allScopes());
    }

    private String status() {
        return tenant.http()
                .get("/v1/connexions/" + connexion)
                .json()
                .path("status")
                .asText();
    }

    private long exchangesOf(InstagramLogin.Code code) {
        return service.instagram().exchanged().stream()
                .filter(exchanged -> exchanged.code().equals(code))
                .count();
    }

    /** Refused with a page, and the person can still come back as intended. */
    private void untouched(Browser browser, Reply refused, String slug) {
        refused.has(400);
        assertThat(refused.header("Content-Type")).startsWith("text/html");
        assertThat(refused.text()).contains(ProblemType.of(slug).orElseThrow().title());
        assertThat(refused.headers().firstValue("Set-Cookie")).isEmpty();
        browser.agrees(consentOf(Fixtures.account())).has(200);
        assertThat(status()).isEqualTo("active");
    }
}
