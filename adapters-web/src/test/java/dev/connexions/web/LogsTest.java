package dev.connexions.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.application.testing.Fixtures;
import dev.connexions.domain.connexion.Account;
import dev.connexions.domain.connexion.AccountId;
import dev.connexions.domain.connexion.AccountType;
import dev.connexions.domain.shared.Permission;
import dev.connexions.web.testing.Browser;
import dev.connexions.web.testing.CapturedLog;
import dev.connexions.web.testing.RawSocket;
import dev.connexions.web.testing.Tenant;
import dev.connexions.web.testing.TestService;
import dev.connexions.web.testing.Tokens;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LogsTest {

    private final TestService service = TestService.shared();
    private final Tenant tenant = Tenant.of(service);

    @Test
    void writesOneLineForEachRequest() {
        var id = tenant.newConnexion();
        var user = tenant.user().id().value().toString();
        try (var log = new CapturedLog("dev.connexions.access")) {
            tenant.http().with("X-Request-Id", "one").get("/v1/connexions/" + id + "?x=canary");
            service.client().with("X-Request-Id", "two").get("/nothing/at/all?canary");
            service.client().with("X-Request-Id", "three").send("PROPFIND", "/v1/me", null);
            assertThat(log.linesWith("request=one"))
                    .singleElement()
                    .asString()
                    .matches(line("GET", "/v1/connexions/\\{id\\}", "/v1/connexions/" + id, 400, "one", user));
            assertThat(log.linesWith("request=two"))
                    .singleElement()
                    .asString()
                    .matches(line("GET", "unmatched", "/nothing/at/all", 404, "two", "-"));
            assertThat(log.linesWith("request=three"))
                    .singleElement()
                    .asString()
                    .matches(line("OTHER", "/v1/me", "/v1/me", 405, "three", "-"));
        }
    }

    @Test
    void writesALineForWhatIsNoRequest() {
        try (var log = new CapturedLog("dev.connexions.access")) {
            RawSocket.exchange(
                    service.port(), "GET /v1/me?canary=1 HTTP/1.1\r\nHost: a\r\nHost: b\r\nX-Request-Id: four\r\n\r\n");
            assertThat(log.linesWith("request=four"))
                    .singleElement()
                    .asString()
                    .matches(line("GET", "unmatched", "/v1/me", 400, "four", "-"));
        }
    }

    @Test
    void keepsALineALine() {
        try (var log = new CapturedLog("dev.connexions")) {
            for (var path : List.of("/x%0d%0amethod=GET", "/x%1b[31m", "/{\"message\":\"fake\"}", "/x\u00e4")) {
                RawSocket.exchange(
                        service.port(),
                        ("GET " + path + " HTTP/1.1\r\nHost: a\r\nX-Request-Id: a\u001b[31mb\r\n\r\n").getBytes(UTF_8));
            }
            assertThat(log.linesWith("status="))
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(line)
                            .doesNotContain("\n", "\r", "\u001b")
                            .doesNotContain("path=/x%"));
        }
    }

    @Test
    void writesASecurityLineForEachRefusalAndNeverWhatWasPresented() {
        var id = tenant.newConnexion();
        try (var log = new CapturedLog("dev.connexions.security")) {
            service.client().with("X-Request-Id", "five").get("/v1/me");
            service.client()
                    .with("X-Request-Id", "six")
                    .token("canary.canary.canary")
                    .get("/v1/me");
            tenant.with(Permission.CONNEXIONS_READ)
                    .with("X-Request-Id", "seven")
                    .delete("/v1/connexions/" + id);
            service.client()
                    .as(Fixtures.service())
                    .with("X-Request-Id", "eight")
                    .get("/v1/me");
            assertThat(log.lines()).hasSize(4);
            assertThat(log.lines().get(0)).contains("reason=no_credential", "request=five", "user=-");
            assertThat(log.lines().get(1)).contains("reason=token_malformed", "request=six");
            assertThat(log.lines().get(2)).contains("reason=lacks_connexions:write", "request=seven");
            assertThat(log.lines().get(3)).contains("reason=no_organisation", "request=eight");
            assertThat(log.lines()).noneMatch(line -> line.contains("canary"));
        }
    }

    @Test
    void showsNoSecretHoweverLoudTheLogsAre() {
        var secrets = new ArrayList<String>();
        try (var ours = new CapturedLog("dev.connexions");
                var servers = new CapturedLog("io.helidon")) {
            var token = Tokens.of(tenant.user(), Fixtures.NOW);
            secrets.add(token);
            var connexion = tenant.newConnexion(
                    "{\"clientId\":\"9c5b94b1-35ad-49bb-b118-8e8fc24abf80\",\"accountEmail\":\"canary@example.org\"}");
            secrets.add("canary@example.org");
            var link = tenant.open(connexion, "{\"loginProduct\":\"instagram\"}");
            secrets.add(link.substring(link.lastIndexOf('/') + 1));
            var browser = Browser.at(service).opens(link);
            secrets.add(browser.state());
            secrets.add(browser.cookie().substring(browser.cookie().indexOf('=') + 1));
            var account = new Account(new AccountId("17841400000004711"), "canary.name", AccountType.BUSINESS, null);
            var code = service.instagram().consent(account, Fixtures.allScopes());
            secrets.add(code.value());
            browser.agrees(code).has(200);
            secrets.add(tenant.http()
                    .get("/v1/connexions/" + connexion + "/access-token")
                    .has(200)
                    .json()
                    .path("accessToken")
                    .asText());
            browser.agrees(code).has(400);
            service.client().get("/v1/me?access_token=" + token).has(401);
            service.client().get(link + "/x").has(404);
            service.client().get(link.replace("oauth", "%6fauth")).has(404);
            service.client().get(link.replace("oauth", "OAUTH")).has(404);
            service.client().token(token + "x").get("/v1/me").has(401);
            RawSocket.exchange(service.port(), "GET " + link + " HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n");
            RawSocket.exchange(
                    service.port(), "GET /v1/me HTTP/1.1\r\nHost : a\r\nAuthorization: Bearer " + token + "\r\n\r\n");
            service.client().with("X-Request-Id", "last").get("/v1/me");
            assertThat(ours.linesWith("request=last")).isNotEmpty();
            var everything = String.join("\n", ours.lines()) + String.join("\n", servers.lines());
            assertThat(everything).contains("dev.connexions.access");
            for (var secret : secrets) {
                assertThat(everything)
                        .doesNotContain(secret)
                        .doesNotContain(Base64.getEncoder().withoutPadding().encodeToString(secret.getBytes(UTF_8)))
                        .doesNotContain(HexFormat.of().formatHex(secret.getBytes(UTF_8)));
            }
        }
    }

    @Test
    void tellsAnObserverOnlyOfRoutesThereAre() throws InterruptedException {
        var routes = new LinkedBlockingQueue<String>();
        try (var observed = new TestService.Builder()
                .observer((method, route, status, took) -> routes.add(method + " " + route + " " + status))
                .start()) {
            observed.client().get("/v1/me");
            observed.client().get("/some/where/" + System.nanoTime());
            observed.client().send("FOO", "/problems/not-found", null);
            var heard = new ArrayList<@Nullable String>();
            for (var i = 0; i < 3; i++) {
                heard.add(routes.poll(5, TimeUnit.SECONDS));
            }
            assertThat(heard)
                    .containsExactlyInAnyOrder("GET /v1/me 401", "GET unmatched 404", "OTHER /problems/{slug} 405");
        }
    }

    private static String line(String method, String route, String path, int status, String request, String user) {
        return "dev.connexions.access method=" + method + " route=" + route + " path=" + path + " status=" + status
                + " millis=[0-9]+ request=" + request + " user=" + user;
    }
}
