package dev.connexions.meta.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.application.authorization.InstagramLogin.Proof;
import dev.connexions.domain.authorization.Obstacle;
import dev.connexions.domain.connexion.Account;
import dev.connexions.domain.shared.AccessToken;
import dev.connexions.domain.token.TokenLease;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether the account can be used with the very token that will be stored: the Page's. */
class PageProofTest {

    private static final Instant ISSUED = Instant.ofEpochSecond(1795773600);
    private static final Proof USABLE =
            new Proof.Usable(RawFacebook.KNOWN, new AccessToken("EAAcanaryPage"), new TokenLease(ISSUED, null));

    private final RawFacebook meta = new RawFacebook();

    @BeforeEach
    void inspectPages() {
        meta.server.on(RawFacebook.INSPECT, 200, RawFacebook.inspected("PAGE", 0, ""));
    }

    @AfterEach
    void stop() {
        meta.close();
    }

    @Test
    void readsTheAccountWithThePagesToken() {
        assertThat(meta.prove()).isEqualTo(USABLE);
        assertThat(meta.server.heads().get(0))
                .startsWith("GET /v26.0/300100200?")
                .contains("Bearer EAAcanaryLong");
        assertThat(meta.server.heads().get(1))
                .startsWith("GET /v26.0/17841400000000001?")
                .contains("Bearer EAAcanaryPage");
    }

    @Test
    void findsThePageWhereverItIsNow() {
        meta.server.on(RawFacebook.PAGE, 400, "{\"error\":{\"code\":100,\"error_subcode\":33}}");
        meta.server.on(
                RawFacebook.ACCOUNTS, 200, RawFacebook.list(RawFacebook.BAKERY.replace("300100200", "300100777")));
        assertThat(meta.prove())
                .isInstanceOfSatisfying(
                        Proof.Usable.class,
                        usable -> assertThat(usable.account().pageId()).isEqualTo("300100777"));
    }

    @Test
    void findsThePageOfAnAccountThatWasKnownWithoutOne() {
        assertThat(meta.prove(new Account(RawFacebook.KNOWN.id(), null, null, null)))
                .isEqualTo(USABLE);
    }

    @Test
    void saysThatThePageIsNotToBeHad() {
        meta.server.on(RawFacebook.PAGE, 400, "{\"error\":{\"code\":100,\"error_subcode\":33}}");
        meta.server.on(RawFacebook.ACCOUNTS, 200, RawFacebook.list());
        assertThat(meta.prove()).isEqualTo(new Proof.Unusable(Obstacle.PAGE_NOT_GRANTED));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        NOT_LINKED       | {"id":"300100200","access_token":"EAAx","tasks":["MANAGE"]}
        PAGE_NOT_GRANTED | {"id":"300100200","tasks":["MANAGE"],"instagram_business_account":{"id":"17841400000000001"}}
        TASK_MISSING     | {"id":"300100200","access_token":"EAAx","tasks":["ANALYZE"],"instagram_business_account":{"id":"17841400000000001"}}
        """)
    void saysWhatIsInTheWay(Obstacle why, String page) {
        meta.server.on(RawFacebook.PAGE, 200, page);
        meta.server.on(RawFacebook.ACCOUNTS, 200, RawFacebook.list());
        assertThat(meta.prove()).isEqualTo(new Proof.Unusable(why));
    }

    @ParameterizedTest
    @CsvSource({"190, 460", "190, 459", "102, "})
    void saysThatTheConsentIsOver(int code, @Nullable Integer subcode) {
        meta.server.on(
                RawFacebook.PAGE,
                400,
                "{\"error\":{\"code\":" + code + (subcode == null ? "" : ",\"error_subcode\":" + subcode) + "}}");
        assertThat(meta.prove()).isEqualTo(new Proof.ConsentRefused(code, subcode));
    }

    @Test
    void saysThatAPermissionIsMissing() {
        meta.server.on(RawFacebook.ACCOUNT, 403, "{\"error\":{\"code\":10}}");
        assertThat(meta.prove()).isEqualTo(new Proof.Unusable(Obstacle.SCOPE_MISSING));
        meta.server.on(RawFacebook.PAGE, 403, "{\"error\":{\"code\":200}}");
        assertThat(meta.prove()).isEqualTo(new Proof.Unusable(Obstacle.PAGE_NOT_GRANTED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"error\":{\"code\":100,\"error_subcode\":33}}",
                "{\"error\":{\"code\":190}}",
                "{\"error\":{\"code\":2}}",
                "{\"error\":{\"code\":4}}",
                "{\"id\":\"17841400000000002\"}",
                "{}",
                "<html>"
            })
    void concludesNothingFromWhatIsAmbiguous(String body) {
        meta.server.on(RawFacebook.ACCOUNT, 200, body);
        assertThat(meta.prove()).isInstanceOf(Proof.Unavailable.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"data\":{\"app_id\":\"4820019283\",\"type\":\"USER\",\"is_valid\":true}}",
                "{\"data\":{\"app_id\":\"4820019283\",\"type\":\"PAGE\",\"is_valid\":false}}",
                "{\"data\":{\"app_id\":\"1\",\"type\":\"PAGE\",\"is_valid\":true}}",
                "{\"data\":{\"type\":\"PAGE\",\"is_valid\":true,\"expires_at\":\"soon\"}}",
                "{\"data\":7}"
            })
    void takesOnlyALivingTokenOfAPage(String inspected) {
        meta.server.on(RawFacebook.INSPECT, 200, inspected);
        assertThat(meta.prove()).isInstanceOf(Proof.Unavailable.class);
    }

    @Test
    void namesAnEndIfMetaDoes() {
        meta.server.on(RawFacebook.INSPECT, 200, RawFacebook.inspected("PAGE", 1796400000, ""));
        assertThat(meta.prove())
                .isInstanceOfSatisfying(
                        Proof.Usable.class,
                        usable -> assertThat(usable.lease())
                                .isEqualTo(new TokenLease(ISSUED, Instant.ofEpochSecond(1796400000))));
        meta.server.on(RawFacebook.INSPECT, 200, "{\"data\":[]}");
        assertThat(meta.prove())
                .isInstanceOfSatisfying(
                        Proof.Usable.class,
                        usable -> assertThat(usable.lease()).isEqualTo(new TokenLease(RawFacebook.NOW, null)));
    }
}
