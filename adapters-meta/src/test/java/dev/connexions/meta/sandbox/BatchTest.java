package dev.connexions.meta.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.connexions.meta.testing.RunningSandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dossier 10.1. */
class BatchTest {

    private final RunningSandbox meta = RunningSandbox.start();
    private final SandboxAccount account = meta.account("BUSINESS");
    private final String token = meta.longToken(account);

    @AfterEach
    void stop() {
        meta.close();
    }

    @Test
    void keepsTheOrderAndAnswersEachAsIfAlone() {
        var reply = batch("""
            [{"method":"GET","relative_url":"v26.0/me?fields=username"},
             {"method":"GET","relative_url":"/me?fields=shoe_size"},
             {"method":"GET","relative_url":"v19.0/me"}]\
            """, Map.of());
        assertThat(reply.status()).isEqualTo(200);
        var answers = reply.json();
        assertThat(answers).hasSize(3);
        assertThat(answers.path(0).path("code").asInt()).isEqualTo(200);
        assertThat(body(answers.path(0)).path("username").asText()).isEqualTo(account.username());
        assertThat(answers.path(1).path("code").asInt()).isEqualTo(400);
        assertThat(body(answers.path(1)).path("error").path("code").asInt()).isEqualTo(100);
        assertThat(answers.path(2).path("headers").findValuesAsText("name")).contains("facebook-api-version");
    }

    @Test
    void leavesTheHeadersOutOnDemand() {
        var reply = batch("[{\"method\":\"GET\",\"relative_url\":\"me\"}]", Map.of("include_headers", "false"));
        assertThat(reply.json().path(0).has("headers")).isFalse();
    }

    @Test
    void putsAnswersInPlaceOfTheirNames() {
        var reply = batch("""
            [{"method":"GET","name":"u","relative_url":"me?fields=user_id"},
             {"method":"GET","relative_url":"?ids={result=u:$.user_id}&fields=username"}]\
            """, Map.of());
        assertThat(reply.json().path(0).isNull()).isTrue();
        assertThat(body(reply.json().path(1))
                        .path(account.id())
                        .path("username")
                        .asText())
                .isEqualTo(account.username());
    }

    @Test
    void showsANamedAnswerOnDemand() {
        var reply = batch(
                "[{\"method\":\"GET\",\"name\":\"u\",\"relative_url\":\"me\",\"omit_response_on_success\":false}]",
                Map.of());
        assertThat(reply.json().path(0).path("code").asInt()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "me?fields={result=nobody:$.id}",
                "me?fields={result=bad:$.id}",
                "me?fields={result=u:$..id}",
            })
    void refusesAReferenceToNothing(String url) {
        var reply = batch("""
            [{"method":"GET","name":"u","relative_url":"me"},
             {"method":"GET","name":"bad","relative_url":"me?fields=shoe_size"},
             {"method":"GET","relative_url":"%s"}]\
            """.formatted(url), Map.of());
        assertThat(body(reply.json().path(2)).path("error").path("type").asText())
                .isEqualTo("GraphBatchException");
    }

    @Test
    void doesNotDoWhatDependsOnAFailure() {
        var reply = batch("""
            [{"method":"GET","name":"bad","relative_url":"me?fields=shoe_size"},
             {"method":"GET","depends_on":"bad","relative_url":"me"}]\
            """, Map.of());
        assertThat(reply.json().path(1).path("code").asInt()).isEqualTo(400);
    }

    @Test
    void takesATokenOfEachEntrysOwn() {
        var other = meta.account("BUSINESS");
        var reply = batch(
                "[{\"method\":\"GET\",\"relative_url\":\"me?fields=username\",\"access_token\":\""
                        + meta.longToken(other) + "\"},{\"method\":\"GET\",\"relative_url\":\"me?fields=username\"}]",
                Map.of());
        assertThat(body(reply.json().path(0)).path("username").asText()).isEqualTo(other.username());
        assertThat(body(reply.json().path(1)).path("username").asText()).isEqualTo(account.username());
    }

    @Test
    void takesFiftyAndNoMore() {
        assertThat(batch(entries(50), Map.of()).json()).hasSize(50);
        var reply = batch(entries(51), Map.of());
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("error").path("message").asText()).contains("Maximum batch size is 50");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{}", "[]", "nonsense", "[{\"method\":\"GET\"}]", "[1]", "[{\"relative_url\":\"me%\"}]"})
    void survivesNonsense(String batch) {
        var reply = batch(batch, Map.of());
        var error = reply.status() == 200 ? body(reply.json().path(0)) : reply.json();
        assertThat(error.path("error").path("code").asInt()).isEqualTo(100);
    }

    @Test
    void needsATokenAtTheTop() {
        var form = Map.of("batch", "[{\"relative_url\":\"me\",\"access_token\":\"" + token + "\"}]");
        assertThat(meta.postForm("/graph.instagram.com/", form).error()).isEqualTo("104/0");
    }

    @Test
    void letsFaultsStrikeEntries() {
        meta.control("POST", "/faults", """
            {"match":{"path":"/me"},"behaviour":"answer","error":{"code":2},"times":1}\
            """);
        meta.control("POST", "/faults", """
            {"match":{"path":"/me"},"behaviour":"cut_before","times":1}\
            """);
        var answers = batch(entries(3), Map.of()).json();
        assertThat(body(answers.path(0)).path("error").path("code").asInt()).isEqualTo(2);
        assertThat(answers.path(1).isNull()).isTrue();
        assertThat(answers.path(2).path("code").asInt()).isEqualTo(200);
        assertThat(meta.control("GET", "/requests?path=/me", "").json().path("items"))
                .hasSize(3);
        assertThat(meta.control("GET", "/requests", "").body()).doesNotContain(token);
    }

    private static String entries(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "{\"method\":\"GET\",\"relative_url\":\"me\"}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private RunningSandbox.Reply batch(String batch, Map<String, String> more) {
        var form = new HashMap<>(more);
        form.put("access_token", token);
        form.put("batch", batch);
        return meta.postForm("/graph.instagram.com/v26.0/", form);
    }

    private static JsonNode body(JsonNode entry) {
        try {
            return new JsonMapper().readTree(entry.path("body").asText());
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }
}
