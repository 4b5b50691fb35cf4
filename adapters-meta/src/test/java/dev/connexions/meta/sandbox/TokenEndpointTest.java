package dev.connexions.meta.sandbox;

import static dev.connexions.meta.testing.RunningSandbox.form;
import static dev.connexions.meta.testing.RunningSandbox.tokenForm;
import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.meta.testing.RunningSandbox;
import dev.connexions.meta.testing.RunningSandbox.Reply;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenEndpointTest {

    private static final String PATH = "/api.instagram.com/oauth/access_token";

    private final RunningSandbox meta = RunningSandbox.start();
    private final SandboxAccount account = meta.account("BUSINESS");

    @AfterEach
    void stop() {
        meta.close();
    }

    @Test
    void answersFlatAsObserved() {
        var reply = meta.redeem(meta.code(account));
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).contains("\"user_id\":" + account.id());
        assertThat(reply.json().path("access_token").asText()).startsWith("IGAA");
        assertThat(reply.json().path("permissions").isArray()).isTrue();
    }

    @Test
    void answersInDataAsDocumented() {
        meta.control("POST", "/settings", "{\"answers\":\"data\"}");
        var data = meta.redeem(meta.code(account)).json().path("data");
        assertThat(data).hasSize(1);
        assertThat(data.path(0).path("user_id").textValue()).isEqualTo(account.id());
        assertThat(data.path(0).path("permissions").textValue()).isEqualTo(RunningSandbox.ALL_SCOPES);
    }

    @Test
    void takesACodeOnce() {
        var code = meta.code(account);
        assertThat(meta.redeem(code).status()).isEqualTo(200);
        assertRefused(meta.redeem(code));
    }

    @Test
    void takesACodeOnceHoweverManyBringIt() {
        var code = meta.code(account);
        var replies = IntStream.range(0, 20)
                .parallel()
                .mapToObj(i -> meta.redeem(code))
                .collect(Collectors.groupingBy(Reply::status, Collectors.counting()));
        assertThat(replies).containsEntry(200, 1L).containsEntry(400, 19L);
    }

    @Test
    void takesACodeUntilAnHourHasPassed() {
        var inTime = meta.code(account);
        meta.advance(Duration.ofMinutes(59));
        assertThat(meta.redeem(inTime).status()).isEqualTo(200);
        var late = meta.code(account);
        meta.advance(Duration.ofHours(1));
        assertRefused(meta.redeem(late));
    }

    @ParameterizedTest
    @CsvSource({
        "client_id, 1",
        "client_secret, wrong",
        "client_secret, ''",
        "grant_type, client_credentials",
        "redirect_uri, https://app.example/meta/oauth/callback/",
        "redirect_uri, ''",
        "code, AQBnever"
    })
    void refusesWhatDoesNotFit(String parameter, String value) {
        var code = meta.code(account);
        var form = tokenForm(code);
        form.put(parameter, value);
        assertRefused(meta.postForm(PATH, form));
        assertThat(meta.redeem(code).status()).isEqualTo(200);
    }

    @Test
    void refusesAGetInTheOtherShape() {
        var reply = meta.get(PATH + "?" + form(tokenForm(meta.code(account))));
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.error()).isEqualTo("100/0");
        assertThat(reply.json().path("error").path("type").asText()).isEqualTo("IGApiException");
        assertThat(reply.json().path("error").path("message").asText())
                .isEqualTo("Unsupported request - method type: get");
        assertThat(reply.json().path("error").path("fbtrace_id").asText()).isNotEmpty();
    }

    @Test
    void readsMultipartForms() {
        var parts = tokenForm(meta.code(account)).entrySet().stream()
                .map(field -> "--xyz\r\nContent-Disposition: form-data; name=\"" + field.getKey() + "\"\r\n\r\n"
                        + field.getValue() + "\r\n")
                .collect(Collectors.joining());
        var reply = meta.send("POST", PATH, "multipart/form-data; boundary=xyz", parts + "--xyz--\r\n", Map.of());
        assertThat(reply.status()).isEqualTo(200);
    }

    @Test
    void readsJsonBodies() {
        var json = tokenForm(meta.code(account)).entrySet().stream()
                .map(field -> "\"" + field.getKey() + "\":\"" + field.getValue() + "\"")
                .collect(Collectors.joining(",", "{", "}"));
        assertThat(meta.send("POST", PATH, "application/json", json, Map.of()).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"application/json, {", "multipart/form-data, x", "application/x-www-form-urlencoded, a=%zz"})
    void refusesABodyThatCannotBeRead(String type, String body) {
        var reply = meta.send("POST", PATH, type, body, Map.of());
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.error()).isEqualTo("100/0");
    }

    private static void assertRefused(Reply reply) {
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("error_type").asText()).isEqualTo("OAuthException");
        assertThat(reply.json().path("code").asInt()).isEqualTo(400);
        assertThat(reply.json().path("error_message").asText()).isNotEmpty();
        assertThat(reply.json().has("access_token")).isFalse();
    }
}
