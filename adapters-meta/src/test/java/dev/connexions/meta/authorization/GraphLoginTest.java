package dev.connexions.meta.authorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connexions.application.authorization.InstagramLogin.Code;
import dev.connexions.application.authorization.InstagramLogin.Exchange;
import dev.connexions.domain.authorization.Candidate;
import dev.connexions.domain.authorization.Obstacle;
import dev.connexions.domain.connexion.Account;
import dev.connexions.domain.connexion.AccountId;
import dev.connexions.domain.connexion.AccountType;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.connexion.Scopes;
import dev.connexions.domain.shared.OneTimeSecret;
import dev.connexions.domain.token.TokenLease;
import dev.connexions.meta.shared.AppSecret;
import dev.connexions.meta.shared.GraphClient;
import dev.connexions.meta.shared.MetaSettings;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GraphLoginTest {

    private final RawMeta meta = new RawMeta(Duration.ofSeconds(9));

    @AfterEach
    void stop() {
        meta.close();
    }

    @Test
    void asksForConsentAtMetasOwnAddress() {
        var settings = new MetaSettings(
                "v26.0",
                URI.create("https://app.example/cb?tenant=1"),
                MetaSettings.InstagramApp.atMeta("4820019283", AppSecret.parse("s")),
                null);
        try (var client = new GraphClient(settings, () -> RawMeta.NOW)) {
            var login = new GraphLogin(client, settings, () -> RawMeta.NOW);
            var page = login.consentPage(
                    LoginProduct.INSTAGRAM, Scopes.of(Set.of("b_scope", "a_scope")), new OneTimeSecret("st~1"));
            assertThat(page)
                    .hasToString("https://www.instagram.com/oauth/authorize?client_id=4820019283"
                            + "&redirect_uri=https%3A%2F%2Fapp.example%2Fcb%3Ftenant%3D1&response_type=code"
                            + "&scope=a_scope%2Cb_scope&state=st%7E1");
        }
    }

    @Test
    void bringsTheTokenItsLeaseAndWhoseItIs() {
        assertThat(meta.exchange()).isInstanceOfSatisfying(Exchange.Consented.class, granted -> {
            assertThat(granted.metaUserId()).isEqualTo("28978000000000009");
            assertThat(granted.candidates())
                    .containsExactly(new Candidate.Eligible(
                            new Account(new AccountId("17841400000000001"), "bakery.north", AccountType.BUSINESS, null),
                            null));
            assertThat(granted.granted().names())
                    .containsExactly("instagram_business_basic", "instagram_business_manage_insights");
            assertThat(granted.token().token().reveal()).isEqualTo(RawMeta.LONG_TOKEN);
            assertThat(granted.token().lease())
                    .isEqualTo(new TokenLease(RawMeta.NOW, RawMeta.NOW.plusSeconds(5183944)));
        });
    }

    @Test
    void speaksToEachEndpointAsMetaDocumentsIt() {
        meta.exchange("AQBcode#_");
        assertThat(meta.server.heads())
                .hasSize(3)
                .noneMatch(head -> head.toLowerCase(Locale.ROOT).contains("accept-encoding"));
        assertThat(meta.server.heads().get(0))
                .startsWith("POST /oauth/access_token HTTP/1.1\r\n")
                .contains("Content-Type: application/x-www-form-urlencoded")
                .endsWith("client_id=4820019283&client_secret=canary-app-secret&grant_type=authorization_code"
                        + "&redirect_uri=https%3A%2F%2Fapp.example%2Fcb%3Ftenant%3D1&code=AQBcode");
        assertThat(meta.server.heads().get(1))
                .startsWith("GET /access_token?grant_type=ig_exchange_token&client_secret=canary-app-secret"
                        + "&access_token=IGAAcanaryShort HTTP/1.1\r\n");
        assertThat(meta.server.heads().get(2))
                .startsWith("GET /v26.0/me?fields=id%2Cuser_id%2Cusername%2Cname%2Caccount_type HTTP/1.1\r\n")
                .contains("\r\nAuthorization: Bearer " + RawMeta.LONG_TOKEN + "\r\n");
    }

    @ParameterizedTest
    @CsvSource({
        "BUSINESS, BUSINESS",
        "Business, BUSINESS",
        "Media_Creator, MEDIA_CREATOR",
        "MEDIA_CREATOR, MEDIA_CREATOR"
    })
    void readsTheAccountTypeInAnyCase(String answered, AccountType expected) {
        me("{\"id\":\"1\",\"user_id\":\"2\",\"username\":\"u\",\"account_type\":\"" + answered + "\"}");
        assertThat(meta.exchange())
                .isInstanceOfSatisfying(
                        Exchange.Consented.class,
                        granted -> assertThat(account(granted).type()).isEqualTo(expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PERSONAL", "Personal"})
    void refusesAPersonalAccount(String type) {
        me("{\"id\":\"1\",\"user_id\":\"2\",\"username\":\"u\",\"account_type\":\"" + type + "\"}");
        assertThat(meta.exchange())
                .isInstanceOfSatisfying(
                        Exchange.Consented.class,
                        granted -> assertThat(granted.candidates())
                                .singleElement()
                                .isInstanceOfSatisfying(
                                        Candidate.Ineligible.class,
                                        it -> assertThat(it.obstacle()).isEqualTo(Obstacle.PERSONAL)));
    }

    @Test
    void readsIdsThatAreNumbersBeyondWhatADoubleHolds() {
        me("{\"id\":28978000000000009,\"user_id\":17841400000000001,\"username\":\"u\",\"account_type\":\"BUSINESS\"}");
        assertThat(meta.exchange()).isInstanceOfSatisfying(Exchange.Consented.class, granted -> {
            assertThat(granted.metaUserId()).isEqualTo("28978000000000009");
            assertThat(account(granted).id()).isEqualTo(new AccountId("17841400000000001"));
        });
    }

    @Test
    void readsPermissionsFromATextWithCommas() {
        meta.server.on(
                RawMeta.TOKEN,
                200,
                "{\"data\":[{\"access_token\":\"IGAAs\",\"user_id\":\"17841400000000001\","
                        + "\"permissions\":\"instagram_business_basic, instagram_business_content_publish\"}]}");
        assertThat(meta.exchange())
                .isInstanceOfSatisfying(
                        Exchange.Consented.class,
                        granted -> assertThat(granted.granted().names())
                                .containsExactly("instagram_business_basic", "instagram_business_content_publish"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"\"", "[\"instagram_business_manage_insights\"]"})
    void stopsWhenNotEvenTheProfileWasGranted(String permissions) {
        meta.server.on(RawMeta.TOKEN, 200, "{\"access_token\":\"IGAAs\",\"permissions\":" + permissions + "}");
        assertThat(meta.exchange()).isEqualTo(new Exchange.PermissionMissing());
        assertThat(meta.server.heads()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"error_type\":\"OAuthException\",\"code\":400,\"error_message\":\"used\"}",
                "{\"error\":{\"message\":\"m\",\"type\":\"OAuthException\",\"code\":100,\"error_subcode\":36009}}"
            })
    void tellsARefusedCodeFromTrouble(String body) {
        meta.server.on(RawMeta.TOKEN, 400, body);
        assertThat(meta.exchange()).isEqualTo(new Exchange.CodeRejected());
        assertThat(meta.server.heads()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"/access_token, 10", "/v26.0/me, 10", "/v26.0/me, 200"})
    void tellsAMissingPermissionByItsCode(String path, int code) {
        meta.server.on(path, 403, "{\"error\":{\"message\":\"m\",\"code\":" + code + "}}");
        assertThat(meta.exchange()).isEqualTo(new Exchange.PermissionMissing());
    }

    @Test
    void offersOnlyWhatIsConfigured() {
        var settings = new MetaSettings("v26.0", URI.create("https://app.example/cb"), null, null);
        try (var client = new GraphClient(settings, () -> RawMeta.NOW)) {
            var login = new GraphLogin(client, settings, () -> RawMeta.NOW);
            assertThat(login.products()).isEmpty();
            assertThat(login.exchange(LoginProduct.FACEBOOK, new Code("c"))).isInstanceOf(Exchange.Unavailable.class);
            assertThatThrownBy(() -> login.consentPage(LoginProduct.INSTAGRAM, Scopes.NONE, OneTimeSecret.random()))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    private static Account account(Exchange.Consented consented) {
        assertThat(consented.candidates()).singleElement().isInstanceOf(Candidate.Eligible.class);
        return ((Candidate.Eligible) consented.candidates().getFirst()).account();
    }

    private void me(String body) {
        meta.server.on(RawMeta.ME, 200, body);
    }
}
