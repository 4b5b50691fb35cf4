package dev.connexions.meta.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.meta.testing.RunningSandbox;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dossier 6. */
class UsageTest {

    private static final String ME = "/graph.facebook.com/v26.0/me";

    private final RunningSandbox meta = RunningSandbox.start();

    @AfterEach
    void stop() {
        meta.close();
    }

    @Test
    void risesWithTheCallsAndStartsAnewWithTheWindow() {
        set("\"accountCallsPerDay\":10,\"appCallsPerHour\":20");
        var account = meta.account("BUSINESS");
        var token = meta.longToken(account);
        meta.me(token);
        var reply = meta.me(token);
        assertThat(reply.header("X-Business-Use-Case-Usage"))
                .isEqualTo("{\"" + account.id() + "\":[{\"type\":\"instagram\",\"call_count\":20,\"total_cputime\":20,"
                        + "\"total_time\":20,\"estimated_time_to_regain_access\":0}]}");
        assertThat(reply.header("X-App-Usage")).isEqualTo("{\"call_count\":15,\"total_time\":15,\"total_cputime\":15}");
        meta.advance(Duration.ofDays(1));
        assertThat(meta.me(token).header("X-Business-Use-Case-Usage")).contains("\"call_count\":10");
        assertThat(meta.me(token).header("X-App-Usage")).contains("\"call_count\":10");
    }

    @Test
    void refusesAtTheEndAndLongerForWhoeverGoesOn() {
        set("\"accountCallsPerDay\":3");
        var token = meta.longToken(meta.account("BUSINESS"));
        for (var i = 0; i < 3; i++) {
            assertThat(meta.me(token).status()).isEqualTo(200);
        }
        meta.advance(Duration.ofHours(1));
        assertThat(meta.me(token).error()).isEqualTo("80002/0");
        var first = minutes(meta.me(token));
        var second = minutes(meta.me(token));
        assertThat(second).isGreaterThan(first).isLessThanOrEqualTo(1440);
        assertThat(meta.me(meta.longToken(meta.account("BUSINESS"))).status()).isEqualTo(200);
        meta.advance(Duration.ofMinutes(second + 1));
        assertThat(meta.me(token).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "userCallsPerHour, me, 17",
        "pageReadsPerHour, PAGE, 32",
        "accountCallsPerDay, ACCOUNT, 80002",
        "customCallsPerHour, me, 613"
    })
    void hasALimitOfItsOwnForEachKindOfCall(String setting, String path, int code) {
        var person = meta.person(1);
        var token = meta.userToken(person);
        var url = "/graph.facebook.com/v26.0/"
                + path.replace("PAGE", person.path("pages").path(0).asText())
                        .replace("ACCOUNT", person.path("accounts").path(0).asText());
        set("\"" + setting + "\":1");
        assertThat(meta.get(url, token).status()).isEqualTo(200);
        assertThat(meta.get(url, token).json().path("error").path("code").asInt())
                .isEqualTo(code);
    }

    @Test
    void countsAPagesOwnCallsForThePage() {
        var person = meta.person(1);
        var page = meta.get(ME + "/accounts", meta.userToken(person))
                .json()
                .path("data")
                .path(0)
                .path("access_token")
                .asText();
        set("\"pageCallsPerDay\":1");
        var id = person.path("pages").path(0).asText();
        assertThat(meta.get(ME, page).header("X-Business-Use-Case-Usage")).contains(id, "\"type\":\"pages\"");
        assertThat(meta.get(ME, page).error()).isEqualTo("80001/0");
    }

    @Test
    void limitsWhatTheAppAsksForItself() {
        set("\"appCallsPerHour\":1");
        assertThat(meta.facebookToken(Map.of("grant_type", "client_credentials"))
                        .status())
                .isEqualTo(200);
        assertThat(meta.facebookToken(Map.of("grant_type", "client_credentials"))
                        .error())
                .isEqualTo("4/0");
    }

    @Test
    void countsEachEntryOfABatch() {
        set("\"accountCallsPerDay\":2");
        var token = meta.longToken(meta.account("BUSINESS"));
        var entry = "{\"relative_url\":\"me\"}";
        var reply = meta.postForm(
                "/graph.instagram.com/",
                Map.of("access_token", token, "batch", "[" + entry + "," + entry + "," + entry + "]"));
        assertThat(reply.json().path(1).path("code").asInt()).isEqualTo(200);
        assertThat(reply.json().path(2).path("code").asInt()).isEqualTo(400);
    }

    @Test
    void canBeBroughtToNinetyFivePercent() {
        var account = meta.account("BUSINESS");
        var token = meta.longToken(account);
        var reply = meta.control(
                "POST", "/usage", "{\"regime\":\"instagram\",\"id\":\"" + account.id() + "\",\"percent\":95}");
        assertThat(reply.json().path("percent").asInt()).isEqualTo(95);
        assertThat(meta.me(token).header("X-Business-Use-Case-Usage")).contains("\"call_count\":95");
        meta.control("POST", "/usage", "{\"regime\":\"app\",\"percent\":50}");
        assertThat(meta.me(token).header("X-App-Usage")).contains("\"call_count\":50");
        assertThat(meta.control("GET", "/usage", "").json().path("items")).hasSizeGreaterThanOrEqualTo(2);
        assertThat(meta.control("DELETE", "/usage", "").status()).isEqualTo(204);
        assertThat(meta.me(token).header("X-App-Usage")).contains("\"call_count\":0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}| regime",
                "{\"regime\":\"x\",\"id\":\"1\",\"percent\":1}| regime",
                "{\"regime\":\"user\",\"id\":\"1\",\"percent\":1}| regime",
                "{\"regime\":\"instagram\",\"percent\":1}| id",
                "{\"regime\":\"instagram\",\"id\":\"1\"}| percent",
                "{\"regime\":\"instagram\",\"id\":\"1\",\"percent\":101}| percent"
            })
    void namesTheMemberThatIsWrong(String body, String field) {
        var reply = meta.control("POST", "/usage", body);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("field").asText()).isEqualTo(field);
    }

    @Test
    void canBeKeptSecret() {
        set("\"usageHeaders\":false");
        var reply = meta.me(meta.longToken(meta.account("BUSINESS")));
        assertThat(reply.header("X-App-Usage") + reply.header("X-Business-Use-Case-Usage"))
                .isEmpty();
    }

    private void set(String settings) {
        assertThat(meta.control("POST", "/settings", "{" + settings + "}").status())
                .isEqualTo(200);
    }

    private static int minutes(RunningSandbox.Reply reply) {
        return Integer.parseInt(
                reply.header("X-Business-Use-Case-Usage").replaceAll(".*regain_access\":([0-9]+).*", "$1"));
    }
}
