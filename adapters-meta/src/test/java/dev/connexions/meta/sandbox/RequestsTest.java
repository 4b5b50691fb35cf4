package dev.connexions.meta.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connexions.meta.testing.RunningSandbox;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestsTest {

    private final RunningSandbox meta = RunningSandbox.start();
    private final SandboxAccount account = meta.account("BUSINESS");

    @AfterEach
    void stop() {
        meta.close();
    }

    @Test
    void tellsEveryCallNewestFirst() {
        meta.me(meta.longToken(account));
        var items = requests("");
        assertThat(items)
                .extracting(item -> item.path("method").asText() + " "
                        + item.path("path").asText() + " " + item.path("status").asInt())
                .containsExactly(
                        "GET /graph.instagram.com/v26.0/me 200",
                        "GET /graph.instagram.com/access_token 200",
                        "POST /api.instagram.com/oauth/access_token 200",
                        "POST /www.instagram.com/oauth/authorize 302");
        assertThat(items).extracting(item -> item.path("account").asText()).containsOnly(account.id());
        assertThat(items.get(0).path("withToken").asBoolean()).isTrue();
        assertThat(items.get(2).path("parameters").path("grant_type").asText()).isEqualTo("authorization_code");
        assertThat(items.get(3).path("parameters").path("permission")).hasSize(5);
    }

    @Test
    void tellsNoSecret() {
        var path = RunningSandbox.authorizePath(RunningSandbox.ALL_SCOPES, "canary-state");
        var code = RunningSandbox.codeIn(meta.allow(path, account, List.of("instagram_business_basic")));
        var shortToken = meta.redeem(code).json().path("access_token").asText();
        var longToken = meta.exchange(shortToken).json().path("access_token").asText();
        meta.me(longToken);
        meta.refresh(longToken);
        meta.redeem("canary-code");
        meta.get("/graph.instagram.com/" + longToken + "?" + longToken + "=1&fields=" + longToken);
        meta.postForm("/graph.instagram.com/me", Map.of("appsecret_proof", "canary-proof", "input_token", longToken));
        meta.postForm(path, Map.of("username", "u", "password", "canary-password", "decision", "allow"));
        assertThat(meta.control("GET", "/requests", "").body())
                .contains("\"client_secret\":\"***\"", "\"code\":\"***\"", "\"password\":\"***\"")
                .doesNotContain("canary", code, shortToken, longToken, RunningSandbox.SECRET)
                .doesNotContain("\"password\":\"" + account.consentPassword());
    }

    @ParameterizedTest
    @CsvSource({
        "?path=/me, 1",
        "?path=/oauth/*, 2",
        "?path=*access_token, 2",
        "?path=/nothing, 0",
        "?account=1, 0",
        "?since=2100-01-01T00:00:00Z, 0",
        "?since=2000-01-01T00:00:00Z, 4"
    })
    void filters(String query, int expected) {
        meta.me(meta.longToken(account));
        assertThat(requests(query)).hasSize(expected);
    }

    @Test
    void filtersByAccount() {
        meta.longToken(meta.account("BUSINESS"));
        meta.longToken(account);
        assertThat(requests("?account=" + account.id())).hasSize(3);
    }

    @Test
    void tellsWhatStruck() {
        meta.control("POST", "/faults", "{\"behaviour\":\"answer\",\"times\":1}");
        meta.get("/graph.instagram.com/me");
        assertThat(requests("").get(0).path("fault").asText()).isEqualTo("answer");
    }

    @Test
    void forgetsWhenTold() {
        meta.get("/graph.instagram.com/me");
        assertThat(meta.control("DELETE", "/requests", "").status()).isEqualTo(204);
        assertThat(requests("")).isEmpty();
    }

    private JsonNode requests(String query) {
        return meta.control("GET", "/requests" + query, "").json().path("items");
    }
}
