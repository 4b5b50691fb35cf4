package dev.connexions.meta.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connexions.meta.testing.RunningSandbox;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dossier 2.1. */
class DiscoveryTest {

    private static final String ACCOUNTS = "/graph.facebook.com/v26.0/me/accounts";
    private static final String FIELDS = "?fields=id,name,access_token,tasks,instagram_business_account"
            + "%7Bid,username,name,followers_count,media_count%7D,connected_instagram_account";

    private final RunningSandbox meta = RunningSandbox.start();

    @AfterEach
    void stop() {
        meta.close();
    }

    @Test
    void findsTheAccountBehindThePage() {
        var person = meta.person(1);
        var page = data(ACCOUNTS + FIELDS, meta.userToken(person)).getFirst();
        assertThat(page.path("id").asText())
                .isEqualTo(person.path("pages").path(0).asText());
        assertThat(page.path("tasks").valueStream().map(JsonNode::asText)).contains("MANAGE", "CREATE_CONTENT");
        var account = page.path("instagram_business_account");
        assertThat(account.path("id").asText())
                .isEqualTo(person.path("accounts").path(0).asText());
        assertThat(account.path("media_count").isInt()).isTrue();
        var token = page.path("access_token").asText();
        var self = meta.get("/graph.facebook.com/v26.0/me?fields=access_token,name", token)
                .json();
        assertThat(self.path("id")).isEqualTo(page.path("id"));
        assertThat(self.path("access_token").asText()).isEqualTo(token);
        var path = "/graph.facebook.com/v26.0/" + account.path("id").asText();
        assertThat(meta.get(path + "?fields=username", token).json().path("username"))
                .isEqualTo(account.path("username"));
        assertThat(meta.get(path, token).json()).hasSize(1);
    }

    @Test
    void givesTheSameTokenEachTime() {
        var token = meta.userToken(meta.person(1));
        assertThat(data(ACCOUNTS, token)).isEqualTo(data(ACCOUNTS, token));
    }

    @Test
    void showsWhatIsUsualByDefault() {
        var page = data(ACCOUNTS, meta.userToken(meta.person(1))).getFirst();
        assertThat(page.fieldNames())
                .toIterable()
                .containsExactly("access_token", "category", "category_list", "name", "tasks", "id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "limit=100&", "limit=100000&", "limit=7&"})
    void leadsThroughTwoHundredAndFiftyPages(String limit) {
        var token = meta.userToken(meta.person(250));
        var ids = new HashSet<String>();
        var calls = 0;
        var next = ACCOUNTS + "?" + limit + "fields=id";
        var reply = meta.get(next, token).json();
        while (true) {
            reply.path("data").forEach(page -> ids.add(page.path("id").asText()));
            calls++;
            assertThat(reply.path("paging").path("cursors").path("after").asText())
                    .isNotEmpty();
            if (!reply.path("paging").has("next")) {
                break;
            }
            next = reply.path("paging").path("next").asText();
            assertThat(next).startsWith(meta.sandbox().url().toString()).contains("access_token=" + token, "fields=id");
            reply = meta.get(path(next)).json();
        }
        assertThat(ids).hasSize(250);
        assertThat(calls).isGreaterThan(2);
    }

    @Test
    void leadsBackToo() {
        var token = meta.userToken(meta.person(5));
        var first = meta.get(ACCOUNTS + "?limit=2", token).json();
        assertThat(first.path("paging").has("previous")).isFalse();
        var second = meta.get(path(first.path("paging").path("next").asText())).json();
        var back =
                meta.get(path(second.path("paging").path("previous").asText())).json();
        assertThat(back.path("data")).isEqualTo(first.path("data"));
    }

    @Test
    void answersAnEmptyPageBehindTheLast() {
        var token = meta.userToken(meta.person(1));
        var after = meta.get(ACCOUNTS, token)
                .json()
                .path("paging")
                .path("cursors")
                .path("after")
                .asText();
        assertThat(meta.get(ACCOUNTS + "?after=" + after, token).json().toString())
                .isEqualTo("{\"data\":[]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=-1", "limit=many", "after=nonsense", "before=QVFI", "after=QVFI!!"})
    void refusesAPageThatMakesNoSense(String query) {
        assertThat(meta.get(ACCOUNTS + "?" + query, meta.userToken(meta.person(1)))
                        .error())
                .isEqualTo("100/0");
    }

    @Test
    void failsWholeForAFieldOfTheOtherProduct() {
        var path = ACCOUNTS + "?fields=instagram_business_account%7Baccount_type%7D";
        for (var person : List.of(meta.person(1), meta.person(0))) {
            var reply = meta.get(path, meta.userToken(person));
            assertThat(reply.error()).isEqualTo("100/0");
            assertThat(reply.body()).contains("account_type", "IGUser", "OAuthException");
        }
    }

    @Test
    void showsNothingWhereNothingIsLinked() {
        var page = data(ACCOUNTS + FIELDS, seeded("wanda.without")).getFirst();
        assertThat(page.has("instagram_business_account")).isFalse();
        assertThat(page.has("connected_instagram_account")).isFalse();
    }

    @Test
    void merelyConnectsAPersonalAccount() {
        var page = data(ACCOUNTS + FIELDS, seeded("perla.personal")).getFirst();
        assertThat(page.has("instagram_business_account")).isFalse();
        assertThat(page.path("connected_instagram_account").path("id").asText()).startsWith("1784");
    }

    @Test
    void tellsWhoMayDoTooLittle() {
        var page = data(ACCOUNTS + FIELDS, seeded("ana.analyst")).getFirst();
        assertThat(page.path("tasks").toString()).isEqualTo("[\"ANALYZE\"]");
    }

    @Test
    void findsNothingForWhoHasNothing() {
        assertThat(data(ACCOUNTS, seeded("nadia.nopage"))).isEmpty();
    }

    @Test
    void hidesThePagesOfAPortfolio() {
        assertThat(data(ACCOUNTS, seeded("paul.portfolio"))).isEmpty();
        var token = meta.userToken(find("paul.portfolio"), RunningSandbox.FACEBOOK_SCOPES + ",business_management", "");
        assertThat(data(ACCOUNTS, token)).hasSize(1);
        meta.control("POST", "/settings", "{\"portfolioPagesListed\":false}");
        assertThat(data(ACCOUNTS, token)).isEmpty();
        var business = data("/graph.facebook.com/v26.0/me/businesses", token)
                .getFirst()
                .path("id")
                .asText();
        var owned = data("/graph.facebook.com/v26.0/" + business + "/owned_pages" + FIELDS, token);
        assertThat(owned.getFirst().path("instagram_business_account").has("id"))
                .isTrue();
        assertThat(data("/graph.facebook.com/v26.0/" + business + "/client_pages", token))
                .isEmpty();
    }

    @Test
    void namesThePortfolioThatOwnsAnAccount() {
        var account = "?fields=instagram_business_account{owner_business}"
                .replace("{", "%7B")
                .replace("}", "%7D");
        var token = meta.userToken(find("paul.portfolio"), RunningSandbox.FACEBOOK_SCOPES + ",business_management", "");
        var owner = data(ACCOUNTS + account, token).getFirst().at("/instagram_business_account/owner_business");
        assertThat(owner.path("id").asText())
                .isEqualTo(data("/graph.facebook.com/v26.0/me/businesses", token)
                        .getFirst()
                        .path("id")
                        .asText());
        assertThat(owner.path("name").asText()).isNotBlank();
        var other = meta.userToken(meta.person(1), RunningSandbox.FACEBOOK_SCOPES + ",business_management", "");
        assertThat(data(ACCOUNTS + account, other)
                        .getFirst()
                        .path("instagram_business_account")
                        .has("owner_business"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"me/businesses, 10/0", "me/accounts, 200"})
    void needsAPermissionForPortfolios(String path, String expected) {
        var reply = meta.get("/graph.facebook.com/v26.0/" + path, seeded("paul.portfolio"));
        assertThat(reply.status() == 200 ? "200" : reply.error()).isEqualTo(expected);
    }

    @Test
    void showsTickedPagesOnly() {
        var person = meta.person(3);
        var ticked = person.path("pages").path(1).asText();
        var other = person.path("pages").path(0).asText();
        var token = meta.userToken(person, RunningSandbox.FACEBOOK_SCOPES, "&page=" + ticked);
        assertThat(data(ACCOUNTS, token))
                .extracting(page -> page.path("id").asText())
                .containsExactly(ticked);
        assertThat(meta.get("/graph.facebook.com/v26.0/" + other, token).error())
                .isEqualTo("100/33");
        var account = meta.control("GET", "/pages/" + other, "")
                .json()
                .path("instagram")
                .asText();
        assertThat(meta.get("/graph.facebook.com/v26.0/" + account, token).error())
                .isEqualTo("100/33");
        var none = meta.userToken(person, RunningSandbox.FACEBOOK_SCOPES, "&page=");
        assertThat(data(ACCOUNTS, none)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"nobody, 803/0", "17840000000000000, 100/33", "me/instagram_business_account, 100/0", "me/a/b/c, 2500/0"
    })
    void knowsNothingElse(String path, String error) {
        var token = meta.userToken(meta.person(1));
        assertThat(meta.get("/graph.facebook.com/v26.0/" + path, token).error()).isEqualTo(error);
    }

    @Test
    void hidesAccountsFromWhoMayNotSeeThem() {
        var token = meta.userToken(meta.person(1), "pages_show_list", "");
        var page = data(ACCOUNTS + FIELDS, token).getFirst();
        assertThat(page.has("instagram_business_account")).isFalse();
    }

    private String seeded(String username) {
        return meta.userToken(find(username));
    }

    private JsonNode find(String username) {
        return meta.control("GET", "/people", "")
                .json()
                .path("items")
                .valueStream()
                .filter(person -> person.path("username").asText().equals(username))
                .findFirst()
                .orElseThrow();
    }

    private List<JsonNode> data(String path, String token) {
        var all = new ArrayList<JsonNode>();
        var reply = meta.get(path, token);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        reply.json().path("data").forEach(all::add);
        return all;
    }

    private static String path(String url) {
        var uri = URI.create(url);
        return uri.getRawPath() + "?" + uri.getRawQuery();
    }
}
