package dev.connexions.meta.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.application.authorization.ConsentToken;
import dev.connexions.application.authorization.InstagramLogin.Exchange;
import dev.connexions.domain.authorization.Candidate;
import dev.connexions.domain.authorization.Obstacle;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.connexion.Scopes;
import dev.connexions.domain.shared.OneTimeSecret;
import dev.connexions.domain.token.TokenLease;
import dev.connexions.meta.testing.CapturedLogs;
import dev.connexions.meta.testing.RawServer;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FacebookLoginTest {

    private static final String TASKS = "\"tasks\":[\"MANAGE\"]";
    private static final String LINKED = "\"instagram_business_account\":{\"id\":\"17841400000000009\"}";

    private final RawFacebook meta = new RawFacebook();

    @AfterEach
    void stop() {
        meta.close();
    }

    @Test
    void asksForConsentAndForWhatItTakesToFindTheAccount() {
        var page = meta.login()
                .consentPage(LoginProduct.FACEBOOK, Scopes.of(Set.of("instagram_basic")), new OneTimeSecret("st~1"));
        assertThat(page)
                .hasToString(meta.server.url() + "/v26.0/dialog/oauth?client_id=4820019283"
                        + "&redirect_uri=https%3A%2F%2Fapp.example%2Fcb%3Ftenant%3D1&response_type=code"
                        + "&scope=instagram_basic%2Cpages_read_engagement%2Cpages_show_list"
                        + "&state=st%7E1&auth_type=rerequest");
    }

    @Test
    void bringsThePersonTheTokenWhatWasGrantedAndTheAccounts() {
        assertThat(meta.exchange())
                .isEqualTo(new Exchange.Consented(
                        "998877665544",
                        Scopes.of(Set.of(
                                "business_management",
                                "instagram_basic",
                                "instagram_content_publish",
                                "pages_read_engagement",
                                "pages_show_list")),
                        RawFacebook.CONSENT,
                        List.of(new Candidate.Eligible(RawFacebook.KNOWN, "Bakery North"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"AQBcode", "AQBcode#_=_", "AQBcode#_"})
    void sendsTheCodeWithoutWhatMetaAppendsToIt(String code) {
        meta.exchange(code);
        assertThat(meta.server.heads().getFirst())
                .startsWith("POST /v26.0/oauth/access_token HTTP/1.1\r\n")
                .endsWith("client_id=4820019283&client_secret=canary-secret"
                        + "&redirect_uri=https%3A%2F%2Fapp.example%2Fcb%3Ftenant%3D1&code=AQBcode");
    }

    @Test
    void keepsSecretsOutOfAddressesWhereverMetaLetsIt() {
        meta.exchange();
        assertThat(meta.server.heads().stream().map(head -> head.split("\r\n", 2)[0]))
                .filteredOn(line -> line.contains("canary"))
                .singleElement()
                .asString()
                .startsWith("GET /v26.0/debug_token?input_token=EAAcanaryLong&appsecret_proof=");
        assertThat(meta.server.heads())
                .filteredOn(head -> head.contains("Bearer"))
                .allMatch(head -> head.contains("appsecret_proof="));
    }

    @Test
    void saysNoSecret() {
        try (var logs = new CapturedLogs()) {
            assertThat(meta.exchange().toString()).doesNotContain("canary");
            assertThat(meta.prove().toString()).doesNotContain("canary");
            assertThat(logs.text()).contains("/me/accounts answered").doesNotContain("canary");
        }
    }

    @Test
    void findsWhatIsBehindPortfoliosToo() {
        meta.server.on(RawFacebook.ACCOUNTS, 200, RawFacebook.list());
        meta.server.on(RawFacebook.BUSINESSES, 200, RawFacebook.list("{\"id\":\"9001\"}", "{\"id\":\"9002\"}"));
        meta.server.on("/v26.0/9001/owned_pages", 200, RawFacebook.list(RawFacebook.BAKERY));
        meta.server.on("/v26.0/9001/client_pages", 403, "{\"error\":{\"code\":200}}");
        meta.server.on("/v26.0/9002/owned_pages", 200, RawFacebook.list());
        meta.server.on(
                "/v26.0/9002/client_pages",
                200,
                RawFacebook.list(RawFacebook.BAKERY, page("300100201", "\"access_token\":\"EAAx\"", TASKS, LINKED)));
        assertThat(candidates()).hasSize(2).allMatch(Candidate.Eligible.class::isInstance);
    }

    @Test
    void looksBehindNoPortfolioThatThePersonKeepsClosed() {
        meta.server.on(RawFacebook.PERMISSIONS, 200, RawFacebook.permissions("business_management", "declined"));
        assertThat(candidates()).hasSize(1);
        assertThat(meta.server.heads()).noneMatch(head -> head.contains("/me/businesses"));
    }

    @Test
    void takesNoHalfOfWhatThereIs() {
        meta.server.on(RawFacebook.BUSINESSES, 200, RawFacebook.list("{\"id\":\"9001\"}"));
        meta.server.on("/v26.0/9001/owned_pages", 500, "");
        assertThat(meta.exchange()).isInstanceOf(Exchange.Unavailable.class);
    }

    @Test
    void turnsEveryPageOfTheList() {
        var pages = IntStream.range(0, 40)
                .mapToObj(i -> RawFacebook.more("c" + i, page("40" + i, TASKS)))
                .toArray(String[]::new);
        meta.server.on(RawFacebook.ACCOUNTS, out -> {
            var last = meta.server.heads().getLast();
            var after = last.contains("after=c")
                    ? Integer.parseInt(last.split("after=c", 2)[1].split("[& ]", 2)[0]) + 1
                    : 0;
            out.write(RawServer.answer(
                    200, "application/json", after < 40 ? pages[after] : RawFacebook.list(RawFacebook.BAKERY)));
        });
        assertThat(candidates()).hasSize(41).last().isInstanceOf(Candidate.Eligible.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        NOT_LINKED       | "access_token":"EAAx","tasks":["MANAGE"]
        PAGE_NOT_GRANTED | "tasks":["MANAGE"],"instagram_business_account":{"id":"17841400000000009"}
        TASK_MISSING     | "access_token":"EAAx","tasks":["ANALYZE"],"instagram_business_account":{"id":"17841400000000009"}
        TASK_MISSING     | "access_token":"EAAx","tasks":[],"instagram_business_account":{"id":"17841400000000009"}
        """)
    void saysWhyAnAccountCannotBeConnected(Obstacle why, String members) {
        meta.server.on(RawFacebook.ACCOUNTS, 200, RawFacebook.list(page("300100209", members), RawFacebook.BAKERY));
        var candidates = candidates();
        assertThat(candidates).hasSize(2);
        assertThat(candidates.getFirst()).isInstanceOfSatisfying(Candidate.Ineligible.class, ineligible -> {
            assertThat(ineligible.obstacle()).isEqualTo(why);
            assertThat(ineligible.pageId()).isEqualTo("300100209");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "pages_show_list, 1, PAGE_NOT_GRANTED",
        "instagram_basic, 1, SCOPE_MISSING",
        "pages_show_list, 300100200, ",
        "instagram_basic, 17841400000000001, ",
        "instagram_manage_insights, 1, "
    })
    void readsForWhichThingsAPermissionWasGiven(String scope, String target, @Nullable String obstacle) {
        meta.server.on(
                RawFacebook.INSPECT,
                200,
                RawFacebook.inspected(
                        "USER",
                        1796400000,
                        ",\"granular_scopes\":[{\"scope\":\"" + scope + "\",\"target_ids\":[\"" + target + "\"]}]"));
        var candidate = candidates().getFirst();
        assertThat(
                        candidate instanceof Candidate.Ineligible ineligible
                                ? ineligible.obstacle().name()
                                : null)
                .isEqualTo(obstacle);
    }

    @Test
    void mindsNoInspectionThatSaysNothing() {
        meta.server.on(RawFacebook.INSPECT, 200, "{\"data\":[]}");
        assertThat(candidates()).hasSize(1).first().isInstanceOf(Candidate.Eligible.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pages_show_list", "instagram_basic"})
    void stopsWhenNothingCanBeFound(String declined) {
        meta.server.on(
                RawFacebook.PERMISSIONS,
                200,
                RawFacebook.permissions("x_y", "granted")
                        .replace(
                                RawFacebook.permission(declined, "granted"),
                                RawFacebook.permission(declined, "declined")));
        assertThat(meta.exchange()).isEqualTo(new Exchange.PermissionMissing());
    }

    @Test
    void stopsWhenMetaMissesAPermission() {
        meta.server.on(RawFacebook.ACCOUNTS, 403, "{\"error\":{\"code\":200}}");
        assertThat(meta.exchange()).isEqualTo(new Exchange.PermissionMissing());
    }

    @ParameterizedTest
    @ValueSource(ints = {36007, 36008, 36009})
    void tellsARefusedCodeFromTrouble(int subcode) {
        meta.server.on(RawFacebook.TOKENS, 400, "{\"error\":{\"code\":100,\"error_subcode\":" + subcode + "}}");
        assertThat(meta.exchange()).isEqualTo(new Exchange.CodeRejected());
        assertThat(meta.server.heads()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                RawFacebook.TOKENS,
                RawFacebook.ME,
                RawFacebook.PERMISSIONS,
                RawFacebook.INSPECT,
                RawFacebook.ACCOUNTS,
                RawFacebook.BUSINESSES
            })
    void saysThatMetaIsUnavailable(String path) {
        for (var body : List.of("<html>", "{}", "[]", "{\"data\":7}", "{\"error\":{\"code\":2}}")) {
            if (!(path.equals(RawFacebook.INSPECT) && body.equals("{}"))) {
                meta.server.on(path, 200, body);
                assertThat(meta.exchange()).as(body).isInstanceOf(Exchange.Unavailable.class);
            }
        }
    }

    @Test
    void takesATokenOfAnotherAppForNoAnswer() {
        meta.server.on(RawFacebook.INSPECT, 200, "{\"data\":{\"app_id\":\"1\",\"is_valid\":true}}");
        assertThat(meta.exchange()).isInstanceOf(Exchange.Unavailable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "\"5183944\"", "7776001", "1000000000000", "1.5", "null"})
    void inventsNoExpiry(String expiresIn) {
        meta.tokens("{\"access_token\":\"EAAcanaryLong\",\"expires_in\":" + expiresIn + "}");
        assertThat(meta.exchange()).isInstanceOf(Exchange.Unavailable.class);
    }

    @Test
    void asksWhenATokenEndsWhoseAnswerDoesNotSay() {
        meta.tokens("{\"access_token\":\"EAAcanaryLong\"}");
        assertThat(lease()).isEqualTo(new TokenLease(RawFacebook.NOW, Instant.ofEpochSecond(1796400000)));
        meta.server.on(RawFacebook.INSPECT, 200, RawFacebook.inspected("SYSTEM_USER", 0, ""));
        assertThat(lease()).isEqualTo(new TokenLease(RawFacebook.NOW, null));
        meta.server.on(RawFacebook.INSPECT, 200, "{\"data\":[]}");
        assertThat(meta.exchange()).isInstanceOf(Exchange.Unavailable.class);
    }

    @Test
    void readsIdsThatAreNumbersBeyondWhatADoubleHolds() {
        meta.server.on(RawFacebook.ME, 200, "{\"id\":10159988776655443}");
        meta.server.on(
                RawFacebook.ACCOUNTS,
                200,
                RawFacebook.list("{\"id\":10150000000000003,\"access_token\":\"EAAx\",\"tasks\":[\"MANAGE\"],"
                        + "\"instagram_business_account\":{\"id\":17841400000000001}}"));
        assertThat(meta.exchange()).isInstanceOfSatisfying(Exchange.Consented.class, consented -> {
            assertThat(consented.metaUserId()).isEqualTo("10159988776655443");
            assertThat(consented.candidates().getFirst()).isInstanceOfSatisfying(Candidate.Eligible.class, eligible -> {
                assertThat(eligible.account().id().value()).isEqualTo("17841400000000001");
                assertThat(eligible.account().pageId()).isEqualTo("10150000000000003");
            });
        });
    }

    @Test
    void showsNoNameThatCannotBeShown() {
        meta.server.on(
                RawFacebook.ACCOUNTS, 200, RawFacebook.list(RawFacebook.BAKERY.replace("Bakery North", "a\\u202eb")));
        assertThat(candidates().getFirst()).isEqualTo(new Candidate.Eligible(RawFacebook.KNOWN, null));
    }

    private static String page(String id, String... members) {
        return "{\"id\":\"" + id + "\"," + String.join(",", members) + "}";
    }

    private List<Candidate> candidates() {
        assertThat(meta.exchange()).isInstanceOf(Exchange.Consented.class);
        return ((Exchange.Consented) meta.exchange()).candidates();
    }

    private TokenLease lease() {
        assertThat(meta.exchange()).isInstanceOf(Exchange.Consented.class);
        ConsentToken token = ((Exchange.Consented) meta.exchange()).token();
        return token.lease();
    }
}
