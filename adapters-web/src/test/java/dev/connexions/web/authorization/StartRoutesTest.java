package dev.connexions.web.authorization;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.web.testing.Client;
import dev.connexions.web.testing.Tenant;
import dev.connexions.web.testing.TestService;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StartRoutesTest {

    private static final String INSTAGRAM = "{\"loginProduct\":\"instagram\"}";
    private static final String NONE = "/meta/oauth/start/" + "x".repeat(43);

    private final TestService service = TestService.shared();
    private final Tenant tenant = Tenant.of(service);
    private final Client browser = service.client().with("Accept", "text/html");

    @Test
    void showsAPageThatLoadsNothingAndRunsNothing() {
        var page = browser.get(link()).has(200);
        assertThat(page.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.header("Content-Security-Policy"))
                .matches("default-src 'none'; style-src 'sha256-[A-Za-z0-9+/]{43}='; base-uri 'none';"
                        + " form-action 'self' https:; frame-ancestors 'none'");
        assertThat(page.text())
                .contains("<form method=\"post\"><button type=\"submit\">Continue to Instagram</button></form>")
                .doesNotContain("<script", "http://", "https://", "src=", " style=");
    }

    @Test
    void changesNothingWhenTheLinkIsMerelyLookedAt() {
        var link = link();
        for (var i = 0; i < 3; i++) {
            browser.get(link).has(200);
            browser.send("HEAD", link, null).has(200);
        }
        assertThat(browser.get(link).headers().firstValue("Set-Cookie")).isEmpty();
        browser.post(link).has(303);
    }

    @Test
    void bindsTheBrowserAndSendsItToMeta() {
        var pressed = browser.post(link()).has(303);
        assertThat(pressed.header("Cache-Control")).isEqualTo("no-store");
        assertThat(pressed.header("Set-Cookie"))
                .matches("connexions_oauth=[A-Za-z0-9_-]{43}; HttpOnly; SameSite=Lax; Path=/meta/oauth; Secure;"
                        + " Max-Age=600");
        var consent = URI.create(pressed.header("Location"));
        assertThat(consent.getHost()).isEqualTo("instagram.example");
        assertThat(consent.getQuery()).contains("state=");
    }

    @Test
    void readsNothingOfTheForm() {
        var form = browser.with("Content-Type", "application/x-www-form-urlencoded");
        form.send("POST", link(), "redirect=https://evil.example".getBytes(UTF_8))
                .has(303);
    }

    @Test
    void ignoresParametersThatMessengersAddToLinks() {
        browser.get(link() + "?fbclid=IwAR0&utm_source=x").has(200);
    }

    @Test
    void leavesOutSecureAndLetsFormsGoOnToHttpOnlyWhenItIsItselfOnHttp() {
        try (var plain = new TestService.Builder()
                .publicUrl("http://127.0.0.1:8080/connexions/")
                .start()) {
            var there = Tenant.of(plain);
            var opened = there.http()
                    .post("/v1/connexions/" + there.newConnexion() + "/authorization-sessions", INSTAGRAM)
                    .json()
                    .path("authorizeUrl")
                    .asText();
            assertThat(opened).startsWith("http://127.0.0.1:8080/connexions/meta/oauth/start/");
            var link = opened.replace("http://127.0.0.1:8080/connexions", "");
            assertThat(plain.client().get(link).header("Content-Security-Policy"))
                    .contains("form-action 'self' https: http:;");
            assertThat(plain.client().post(link).header("Set-Cookie"))
                    .contains("Path=/connexions/meta/oauth;")
                    .doesNotContain("Secure");
        }
    }

    @Test
    void knowsNothingOfALinkThatWasNotHandedOut() {
        for (var link : new String[] {NONE, link().substring(0, 40), "/meta/oauth/start/" + "x".repeat(500)}) {
            service.client().get(link).isProblem(404, "not-found");
            service.client().post(link).isProblem(404, "not-found");
        }
        var page = browser.get(NONE).has(404);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.text()).contains(page.header("X-Request-Id"));
    }

    @Test
    void showsAProblemToThoseWhoPreferOne() {
        service.client()
                .with("Accept", "application/json, text/html;q=0.5")
                .get(NONE)
                .isProblem(404, "not-found");
    }

    @Test
    void saysThatALinkIsOver() {
        var connexion = tenant.newConnexion();
        var first = tenant.open(connexion, INSTAGRAM);
        var second = tenant.open(connexion, INSTAGRAM);
        service.client().get(first).isProblem(409, "illegal-transition");
        service.client().post(first).isProblem(409, "illegal-transition");
        assertThat(browser.get(first).has(409).text()).contains("A newer link");
        browser.get(second).has(200);
    }

    @Test
    void saysThatALinkIsTooOld() {
        try (var ageing = new TestService.Builder().start()) {
            var there = Tenant.of(ageing);
            var link = there.open(there.newConnexion(), INSTAGRAM);
            ageing.clock().advance(Duration.ofHours(24));
            assertThat(ageing.client()
                            .get(link)
                            .isProblem(409, "illegal-transition")
                            .text())
                    .contains("too old");
        }
    }

    @Test
    void neverSaysTheSecretOfALinkBack() {
        var secret = "s".repeat(43);
        var refused = service.client().get("/meta/oauth/start/" + secret);
        assertThat(refused.text()).doesNotContain(secret);
        assertThat(refused.json().path("instance").asText()).isEqualTo("/meta/oauth/start");
    }

    private String link() {
        return tenant.open(tenant.newConnexion(), INSTAGRAM);
    }
}
