package dev.connexions.meta.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connexions.application.authorization.ConsentToken;
import dev.connexions.application.authorization.InstagramLogin.Exchange;
import dev.connexions.application.authorization.InstagramLogin.Proof;
import dev.connexions.application.authorization.InstagramLogin.Revoking;
import dev.connexions.domain.authorization.Candidate;
import dev.connexions.domain.authorization.Obstacle;
import dev.connexions.domain.connexion.Account;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.connexion.ScopeCatalogue;
import dev.connexions.meta.testing.RunningSandbox;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the real client proves of an account behind a Page, at a sandbox where things change after the consent. */
class FacebookProofOnSandboxTest {

    private final SandboxLogin sandbox = new SandboxLogin();
    private final RunningSandbox meta = sandbox.meta;
    private final JsonNode person = meta.person(2);
    private final Exchange.Consented consented = consent("");
    private final ConsentToken consent = consented.token();
    private final Account account = ((Candidate.Eligible) consented.candidates().getFirst()).account();

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void bringsATokenOfThePageThatOutlivesTheConsent() {
        var usable = usable();
        assertThat(usable.account()).isEqualTo(account);
        assertThat(usable.token()).isNotEqualTo(consent.token());
        assertThat(usable.lease().expiresAt()).isNull();
        assertThat(usable.lease().issuedAt()).isNotNull();
        meta.advance(Duration.ofDays(61));
        assertThat(prove()).isEqualTo(new Proof.ConsentRefused(190, 463));
        assertThat(meta.get(
                                "/graph.facebook.com/v26.0/" + account.id().value() + "?fields=username",
                                usable.token().reveal())
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"appsecretProofRequired\":true}", "{\"debugTokenEmpty\":true}"})
    void provesHoweverTheAppIsSet(String settings) {
        meta.control("POST", "/settings", settings);
        assertThat(usable().lease().expiresAt()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "revoke, 458",
        "checkpoint, 459",
        "password-change, 460",
        "unconfirm, 464",
        "log-out, 467",
    })
    void isRefusedOnceThePersonsTokensAreDead(String what, int subcode) {
        sandbox.control("POST", "/people/" + person.path("id").asText() + "/" + what, "");
        assertThat(prove()).isEqualTo(new Proof.ConsentRefused(190, subcode));
    }

    @Test
    void needsAPartInThePage() {
        role("");
        assertThat(prove()).isEqualTo(new Proof.Unusable(Obstacle.PAGE_NOT_GRANTED));
        role("\"ANALYZE\"");
        assertThat(prove()).isEqualTo(new Proof.Unusable(Obstacle.TASK_MISSING));
        role("\"CREATE_CONTENT\"");
        assertThat(prove()).isInstanceOf(Proof.Usable.class);
    }

    @Test
    void needsThePageToBeTicked() {
        consent("&page=" + otherPage());
        assertThat(prove()).isEqualTo(new Proof.Unusable(Obstacle.PAGE_NOT_GRANTED));
    }

    @Test
    void needsTheAccountToBeLinked() {
        link(account.pageId(), "null");
        assertThat(prove()).isEqualTo(new Proof.Unusable(Obstacle.NOT_LINKED));
    }

    @Test
    void findsTheAccountOnThePageToWhichItMoved() {
        link(account.pageId(), "null");
        link(otherPage(), "\"" + account.id().value() + "\"");
        assertThat(usable().account().pageId()).isEqualTo(otherPage());
    }

    @Test
    void needsThePermissionThatShowsTheAccount() {
        var call = "/graph.facebook.com/v26.0/me/permissions/instagram_basic";
        var taken = meta.send(
                "DELETE",
                call,
                "",
                "",
                Map.of("Authorization", "Bearer " + consent.token().reveal()));
        assertThat(taken.status()).isEqualTo(200);
        assertThat(prove()).isEqualTo(new Proof.Unusable(Obstacle.SCOPE_MISSING));
    }

    @Test
    void takesAConsentBackLongAfterItsOwnTokenEnded() {
        var page = usable().token();
        meta.advance(Duration.ofDays(61));
        assertThat(sandbox.login.revoke(LoginProduct.FACEBOOK, consented.metaUserId()))
                .isEqualTo(new Revoking.Revoked());
        assertThat(meta.get("/graph.facebook.com/v26.0/me", page.reveal()).error())
                .isEqualTo("190/458");
    }

    @Test
    void takesAConsentBackWithEveryTokenThatCameOfIt() {
        var page = usable().token();
        assertThat(sandbox.login.revoke(LoginProduct.FACEBOOK, consented.metaUserId()))
                .isEqualTo(new Revoking.Revoked());
        assertThat(meta.get("/graph.facebook.com/v26.0/me", page.reveal()).error())
                .isEqualTo("190/458");
        assertThat(prove()).isEqualTo(new Proof.ConsentRefused(190, 458));
    }

    @Test
    void concludesNothingWhileMetaHasTrouble() {
        sandbox.control("POST", "/faults", "{\"match\":{\"path\":\"**/debug_token\"},\"behaviour\":\"html\"}");
        assertThat(prove()).isInstanceOf(Proof.Unavailable.class);
    }

    private Exchange.Consented consent(String more) {
        var code = sandbox.consent(person, ScopeCatalogue.all(LoginProduct.FACEBOOK), more);
        var exchange = sandbox.login.exchange(LoginProduct.FACEBOOK, code);
        assertThat(exchange).isInstanceOf(Exchange.Consented.class);
        return (Exchange.Consented) exchange;
    }

    private Proof prove() {
        return sandbox.login.prove(LoginProduct.FACEBOOK, consent, account);
    }

    private Proof.Usable usable() {
        var proof = prove();
        assertThat(proof).isInstanceOf(Proof.Usable.class);
        return (Proof.Usable) proof;
    }

    private String otherPage() {
        return person.path("pages")
                .valueStream()
                .map(JsonNode::asText)
                .filter(id -> !id.equals(account.pageId()))
                .findFirst()
                .orElseThrow();
    }

    private void role(String tasks) {
        sandbox.control(
                "POST",
                "/pages/" + account.pageId() + "/roles",
                "{\"person\":\"" + person.path("id").asText() + "\",\"tasks\":[" + tasks + "]}");
    }

    private void link(@Nullable String page, String account) {
        sandbox.control("POST", "/pages/" + page + "/link", "{\"instagram\":" + account + "}");
    }
}
