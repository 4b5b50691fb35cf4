package dev.connexions.web.authorization;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connexions.application.authorization.InstagramLogin;
import dev.connexions.application.authorization.InstagramLogin.Proof;
import dev.connexions.application.testing.Fixtures;
import dev.connexions.domain.authorization.Candidate;
import dev.connexions.domain.authorization.Obstacle;
import dev.connexions.domain.connexion.Account;
import dev.connexions.domain.connexion.AccountId;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.connexion.ScopeCatalogue;
import dev.connexions.domain.shared.Permission;
import dev.connexions.web.testing.Browser;
import dev.connexions.web.testing.Client;
import dev.connexions.web.testing.Reply;
import dev.connexions.web.testing.Tenant;
import dev.connexions.web.testing.TestService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The choice of one of several accounts: over the API, and on the page. */
class ChoiceRoutesTest {

    private static final String FACEBOOK = "{\"loginProduct\":\"facebook\"}";

    private final TestService service = new TestService.Builder().start();
    private final Tenant tenant = Tenant.of(service);
    private final String connexion = tenant.newConnexion();
    private final Account first = Fixtures.pageAccount();
    private final Account second = Fixtures.pageAccount();
    private final String person = "app-scoped-" + UUID.randomUUID();

    ChoiceRoutesTest() {
        service.instagram().offers(Set.of(LoginProduct.values()));
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void sendsTheBrowserThatBeganToThePageOfTheChoice() {
        var browser = Browser.at(service).opens(tenant.open(connexion, FACEBOOK));
        var sent = browser.agrees(code(eligible(first), eligible(second))).has(303);
        assertThat(sent.header("Location")).isEqualTo(TestService.PUBLIC_URL + page(session()));
        assertThat(sent.header("Cache-Control")).isEqualTo("no-store");
        assertThat(sent.header("Set-Cookie"))
                .startsWith(browser.cookie() + ";")
                .contains("HttpOnly; SameSite=Lax; Path=/meta/oauth")
                .endsWith("Max-Age=86400");
    }

    @Test
    void showsWhatThereIsToChooseAndWhyTheRestIsNot() {
        var nameless = new Candidate.Ineligible(null, null, null, "300", "<b>Epicerie</b>", Obstacle.NOT_LINKED);
        var unnamed = new Candidate.Ineligible(new AccountId("17"), null, null, null, null, Obstacle.PERSONAL);
        var unknown = new Candidate.Ineligible(null, null, null, null, null, Obstacle.SCOPE_MISSING);
        var browser = choosing(eligible(first), eligible(second), nameless, unnamed, unknown);
        var page = browser.get(page(session())).has(200);
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'", "form-action 'self' https:", "frame-ancestors 'none'");
        assertThat(page.text())
                .contains(
                        "<input type=\"radio\" name=\"account\" value=\""
                                + first.id().value() + "\" required>",
                        "@" + second.username(),
                        "Page “Page of " + first.username() + "”",
                        "<li>Page “&lt;b&gt;Epicerie&lt;/b&gt;”: No Instagram professional account",
                        "<li><code>17</code>: This is a personal account.",
                        "<li>An account without a name: A permission")
                .doesNotContain("<b>", "<script", "http://", "https://", "src=", " style=");
        assertThat(browser.get(page(session())).has(200).text()).isEqualTo(page.text());
        browser.send("HEAD", page(session()), null).has(200);
    }

    @Test
    void showsNoListOfOthersWhereThereIsNone() {
        var browser = choosing(eligible(first), eligible(second));
        assertThat(browser.get(page(session())).text()).doesNotContain("cannot be connected");
    }

    @Test
    void connectsWhatWasChosenOnThePage() {
        var browser = choosing(eligible(first), eligible(second));
        var ended = chosen(browser, "account=" + second.id().value()).has(200);
        assertThat(ended.text()).contains("@" + second.username());
        assertThat(ended.header("Set-Cookie")).startsWith("connexions_oauth=;").endsWith("Max-Age=0");
        assertThat(connexionNow().path("account").path("id").asText())
                .isEqualTo(second.id().value());
        assertThat(connexionNow().path("tokenExpiresAt").isNull()).isTrue();
        assertThat(connexionNow().path("nextRefreshAt").isNull()).isTrue();
        chosen(browser, "account=" + first.id().value()).has(409);
        browser.get(page(session())).has(409);
    }

    @Test
    void sendsTheBrowserToTheReturnAddressAfterTheChoice() {
        var body = "{\"loginProduct\":\"facebook\",\"returnUrl\":\"" + TestService.PLATFORM + "\"}";
        var opened = Browser.at(service).opens(tenant.open(connexion, body));
        opened.agrees(code(eligible(first), eligible(second))).has(303);
        var address = chosen(carrying(opened), "account=" + first.id().value()).has(303);
        assertThat(address.header("Location"))
                .isEqualTo(TestService.PLATFORM + "?session=" + session() + "&status=completed");
    }

    @Test
    void showsThePageAgainForWhatIsNotOffered() {
        var taken = Candidate.ineligible(Fixtures.pageAccount(), "Taken", Obstacle.ALREADY_LINKED);
        var browser = choosing(eligible(first), eligible(second), taken);
        var unknown = chosen(browser, "account=17841400000000009").has(422);
        assertThat(unknown.text()).contains("role=\"alert\">This account is not among them.", "<form");
        var hindered =
                chosen(browser, "account=" + taken.id().orElseThrow().value()).has(422);
        assertThat(hindered.text()).contains("role=\"alert\">This account is already connected elsewhere");
        chosen(browser, "account=" + first.id().value()).has(200);
    }

    @Test
    void showsThePageAgainWhenMetaGivesNoAnswer() {
        var browser = choosing(eligible(first), eligible(second));
        service.instagram().goesDown();
        assertThat(chosen(browser, "account=" + first.id().value()).has(502).text())
                .contains("Meta could not be reached", "<form");
        service.instagram().comesBack();
        chosen(browser, "account=" + first.id().value()).has(200);
    }

    @Test
    void saysWhyTheChoiceCameToNothing() {
        var browser = choosing(eligible(first), eligible(second));
        service.instagram().proves(first.id(), new Proof.Unusable(Obstacle.TASK_MISSING));
        assertThat(chosen(browser, "account=" + first.id().value()).has(200).text())
                .contains("A permission without which the account cannot be used");
        assertThat(sessionNow().path("failure").path("code").asText()).isEqualTo("permission_missing");
        assertThat(sessionNow().path("candidates").get(0).path("reason").asText())
                .isEqualTo("task_missing");
        browser.get(page(session())).has(409);
    }

    @Test
    void showsNobodyElseAnything() {
        choosing(eligible(first), eligible(second));
        var page = page(session());
        var other = Browser.at(service).opens(tenant.open(tenant.newConnexion(), FACEBOOK));
        for (var stranger : List.of(
                service.client(),
                service.client().with("Cookie", "connexions_oauth=wrong"),
                service.client().with("Cookie", other.cookie()))) {
            stranger.get(page).isProblem(404, "not-found");
            chosen(stranger, page, "account=" + first.id().value()).isProblem(404, "not-found");
        }
        carrying(other).get(page(UUID.randomUUID().toString())).has(404);
        carrying(other).get("/meta/oauth/choice/x").has(404);
        assertThat(sessionNow().path("status").asText()).isEqualTo("awaiting_choice");
    }

    @Test
    void saysThatTheTimeIsOver() {
        var browser = choosing(eligible(first), eligible(second));
        service.clock().advance(Duration.ofHours(24));
        assertThat(browser.get(page(session())).has(409).text()).contains("not made in time");
    }

    @Test
    void saysThatANewerLinkTookOver() {
        var browser = choosing(eligible(first), eligible(second));
        var page = page(session());
        tenant.open(connexion, FACEBOOK);
        assertThat(browser.get(page).has(409).text()).contains("A newer link");
    }

    @Test
    void saysSoWhenANewerLinkTakesOverMeanwhile() {
        var browser = choosing(eligible(first), eligible(second));
        service.instagram().whileProving(any -> {
            service.instagram().whileProving(again -> {});
            tenant.open(connexion, FACEBOOK);
        });
        chosen(browser, "account=" + first.id().value()).has(409);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "account=", "account=a&account=b", "other=1", "account=%zz", "account=%ff"})
    void refusesAFormThatNamesNotExactlyOne(String form) {
        var browser = choosing(eligible(first), eligible(second));
        chosen(browser, form).has(400);
        chosen(browser, "account=" + "1".repeat(65)).has(400);
        assertThat(sessionNow().path("status").asText()).isEqualTo("awaiting_choice");
    }

    @Test
    void refusesWhatIsNoForm() {
        var browser = choosing(eligible(first), eligible(second));
        browser.with("Content-Type", "application/json")
                .send("POST", page(session()), "{}".getBytes(UTF_8))
                .has(415);
    }

    @Test
    void choosesOverTheApi() {
        choosing(eligible(first), eligible(second));
        var shown = sessionNow();
        assertThat(shown.path("status").asText()).isEqualTo("awaiting_choice");
        assertThat(shown.path("candidates")).hasSize(2);
        assertThat(shown.path("candidates").get(0).path("accountId").asText())
                .isEqualTo(first.id().value());
        assertThat(shown.path("candidates").get(0).path("eligible").asBoolean()).isTrue();
        assertThat(shown.path("candidates").get(0).path("reason").isNull()).isTrue();
        var chosen = choose(second.id().value()).has(200);
        assertThat(chosen.json().path("status").asText()).isEqualTo("completed");
        assertThat(chosen.json().path("username").asText()).isEqualTo(second.username());
        assertThat(chosen.header("ETag")).isNotBlank();
        choose(second.id().value()).isProblem(409, "illegal-transition");
    }

    @Test
    void showsWhatCameOfAChoiceThatFailed() {
        choosing(eligible(first), eligible(second));
        service.instagram().proves(first.id(), new Proof.ConsentRefused(190, 458));
        var chosen = choose(first.id().value()).has(200).json();
        assertThat(chosen.path("status").asText()).isEqualTo("failed");
        assertThat(chosen.path("failure").path("code").asText()).isEqualTo("consent_withdrawn");
    }

    @Test
    void refusesAChoiceOverTheApiAsThePageDoes() {
        var taken = Candidate.ineligible(Fixtures.pageAccount(), null, Obstacle.ALREADY_LINKED);
        var personal = Candidate.ineligible(Fixtures.pageAccount(), null, Obstacle.PERSONAL);
        choosing(eligible(first), eligible(second), taken, personal);
        choose("17841400000000009").isProblem(422, "validation-failed");
        choose(personal.id().orElseThrow().value()).isProblem(422, "validation-failed");
        choose(taken.id().orElseThrow().value()).isProblem(409, "already-linked");
        choose("").isProblem(422, "validation-failed");
        post("{}").isProblem(422, "validation-failed");
        post("{\"accountId\":17841400000000001}").isProblem(422, "validation-failed");
        post("{\"accountId\":\"1\",\"x\":1}").isProblem(400, "unknown-member");
        service.instagram().goesDown();
        choose(first.id().value()).isProblem(502, "upstream-failed");
        service.instagram().comesBack();
        var rival = tenant.newConnexion();
        service.instagram().whileProving(any -> {
            service.instagram().whileProving(again -> {});
            Browser.at(service).opens(tenant.open(rival, FACEBOOK)).agrees(code(eligible(first)));
        });
        choose(first.id().value()).isProblem(409, "already-linked");
    }

    @Test
    void refusesAChoiceThatIsOvertaken() {
        choosing(eligible(first), eligible(second));
        service.instagram().whileProving(any -> {
            service.instagram().whileProving(again -> {});
            tenant.open(connexion, FACEBOOK);
        });
        choose(first.id().value()).isProblem(409, "conflict");
    }

    @Test
    void letsNobodyElseChoose() {
        choosing(eligible(first), eligible(second));
        var body = "{\"accountId\":\"" + first.id().value() + "\"}";
        var path = "/v1/authorization-sessions/" + session() + "/choice";
        Tenant.of(service).http().post(path, body).isProblem(404, "not-found");
        tenant.with(Permission.CONNEXIONS_READ).post(path, body).isProblem(403, "insufficient-permission");
        tenant.http()
                .post("/v1/authorization-sessions/" + UUID.randomUUID() + "/choice", body)
                .isProblem(404, "not-found");
    }

    @Test
    void choosesOnceUnderOneKey() {
        choosing(eligible(first), eligible(second));
        var body = "{\"accountId\":\"" + first.id().value() + "\"}";
        var keyed = tenant.http().with("Idempotency-Key", UUID.randomUUID().toString());
        var path = "/v1/authorization-sessions/" + session() + "/choice";
        var answered = keyed.post(path, body).has(200);
        var again = keyed.post(path, body).has(200);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.text()).isEqualTo(answered.text());
    }

    private Client choosing(Candidate... shown) {
        var browser = Browser.at(service).opens(tenant.open(connexion, FACEBOOK));
        browser.agrees(code(shown)).has(303);
        return carrying(browser);
    }

    private Client carrying(Browser browser) {
        return service.client().with("Accept", "text/html").with("Cookie", browser.cookie());
    }

    private Reply chosen(Client browser, String form) {
        return chosen(browser, page(session()), form);
    }

    private static Reply chosen(Client browser, String page, String form) {
        return browser.with("Content-Type", "application/x-www-form-urlencoded")
                .send("POST", page, form.getBytes(UTF_8));
    }

    private Reply choose(String account) {
        return post("{\"accountId\":\"" + account + "\"}");
    }

    private Reply post(String body) {
        return tenant.http().post("/v1/authorization-sessions/" + session() + "/choice", body);
    }

    private InstagramLogin.Code code(Candidate... shown) {
        return service.instagram()
                .consent(LoginProduct.FACEBOOK, person, ScopeCatalogue.all(LoginProduct.FACEBOOK), List.of(shown));
    }

    private static Candidate eligible(Account account) {
        return new Candidate.Eligible(account, "Page of " + account.username());
    }

    /** The connexion's latest. */
    private String session() {
        var ids = new ArrayList<String>();
        service.store()
                .transactions()
                .in(tenant.user(), tx -> service.store().audit().read(tx, null, null, 100))
                .forEach(read -> {
                    var details = read.details();
                    if (details != null
                            && connexion.equals(String.valueOf(
                                    read.entry().connexion() == null
                                            ? null
                                            : read.entry().connexion().value()))
                            && details.changes().containsKey("session")) {
                        ids.add(String.valueOf(details.changes().get("session").after()));
                    }
                });
        return ids.getFirst();
    }

    private static String page(String session) {
        return "/meta/oauth/choice/" + session;
    }

    private JsonNode sessionNow() {
        return tenant.http()
                .get("/v1/authorization-sessions/" + session())
                .has(200)
                .json();
    }

    private JsonNode connexionNow() {
        return tenant.http().get("/v1/connexions/" + connexion).has(200).json();
    }
}
