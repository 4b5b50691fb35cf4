package dev.connexions.meta.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.meta.testing.RunningSandbox;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What all calls of the Graph have in common (dossier 1.1, 10). */
class GraphMechanicsTest {

    private static final String ME = "/graph.instagram.com/v26.0/me";

    private final RunningSandbox meta = RunningSandbox.start();
    private final SandboxAccount account = meta.account("BUSINESS");
    private final String token = meta.longToken(account);

    @AfterEach
    void stop() {
        meta.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fields=id%2Cusername",
                "fields=%5B%22id%22%2C%22username%22%5D",
                "fields=id%2C%20username",
                "fields=id&fields=username",
                "fields=username.limit(3).as(username)"
            })
    void readsFieldsHoweverTheyAreWritten(String query) {
        var me = meta.get(ME + "?" + query, token).json();
        assertThat(me.path("username").asText()).isEqualTo(account.username());
        assertThat(me.path("id").asText()).hasSize(17);
    }

    @Test
    void callsAFieldAsItIsTold() {
        assertThat(meta.get(ME + "?fields=username.as(handle)", token)
                        .json()
                        .path("handle")
                        .asText())
                .isEqualTo(account.username());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id%2C| 2500/0",
                "id%7Bname| 2500/0",
                "id)| 2500/0",
                "id.limit| 2500/0",
                "id.limit(| 2500/0",
                "%7B%7D| 2500/0",
                "id%2Cshoe_size| 100/0"
            })
    void refusesFieldsThatMakeNoSense(String fields, String error) {
        assertThat(meta.get(ME + "?fields=" + fields, token).error()).isEqualTo(error);
    }

    @Test
    void refusesBottomlessFields() {
        assertThat(meta.get(ME + "?fields=" + "a%7B".repeat(50), token).error()).isEqualTo("2500/0");
    }

    @ParameterizedTest
    @CsvSource({"application/json, {\"fields\":[\"username\"]}", "application/x-www-form-urlencoded, fields=username"})
    void takesParametersFromTheBodyToo(String type, String body) {
        var reply = meta.send("POST", ME + "?method=get", type, body, Map.of("Authorization", "Bearer " + token));
        assertThat(reply.json().path("username").asText()).isEqualTo(account.username());
    }

    @Test
    void takesParametersFromMultipartWithFilesAmongThem() {
        var body = String.join(
                "\r\n",
                "--b",
                "Content-Disposition: form-data; name=\"fields\"",
                "",
                "username",
                "--b",
                "Content-Disposition: form-data; name=\"f\"; filename=\"f\"",
                "",
                "\0",
                "--b--",
                "");
        var reply = meta.send(
                "POST",
                ME + "?method=get",
                "multipart/form-data; boundary=b",
                body,
                Map.of("Authorization", "Bearer " + token));
        assertThat(reply.json().path("username").asText()).isEqualTo(account.username());
    }

    @Test
    void answersSeveralIdsAtOnce() {
        var reply = meta.get("/graph.instagram.com/?fields=username&ids=me," + account.id(), token)
                .json();
        assertThat(reply.path("me").path("username").asText()).isEqualTo(account.username());
        assertThat(reply.path(account.id()).path("username").asText()).isEqualTo(account.username());
    }

    @ParameterizedTest
    @CsvSource({"v26.0/me/nowhere, 2500/0", "me/a/b/c, 2500/0", "'', 2500/0", "me/username, 100/0"})
    void knowsNoOtherPath(String path, String error) {
        assertThat(meta.get("/graph.instagram.com/" + path, token).error()).isEqualTo(error);
    }

    @ParameterizedTest
    @CsvSource({"POST", "DELETE", "PUT"})
    void knowsNoOtherMethod(String method) {
        var reply = meta.send(method, ME, "", "", Map.of("Authorization", "Bearer " + token));
        assertThat(reply.error()).isEqualTo("100/33");
    }

    @Test
    void tellsWhatCanBeAskedOfANode() {
        var metadata = meta.get(ME + "?metadata=1", token).json().path("metadata");
        assertThat(metadata.path("type").asText()).isEqualTo("iguser");
        assertThat(metadata.path("fields").findValuesAsText("name"))
                .contains("user_id", "username")
                .doesNotContain("media");
        var media = metadata.at("/connections/media").asText();
        assertThat(meta.get(media.substring(meta.sandbox().url().toString().length()))
                        .json()
                        .path("data")
                        .isArray())
                .isTrue();
    }

    @Test
    void saysTwoHundredToWhoeverCannotBearLess() {
        var reply = meta.get(ME + "?suppress_http_code=1", "IGAAnobody");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.error()).isEqualTo("190/0");
    }

    @Test
    void tellsWhatIsWrongWithATokenInTheHeadToo() {
        var reply = meta.get(ME, "IGAAnobody");
        assertThat(reply.header("WWW-Authenticate")).startsWith("OAuth \"Facebook Platform\" \"invalid_token\"");
        assertThat(reply.header("x-fb-trace-id"))
                .isEqualTo(reply.json().path("error").path("fbtrace_id").asText())
                .isNotEmpty();
    }

    @Test
    void sparesWhoeverHasItAlready() {
        var first = meta.get(ME, token);
        var headers = Map.of("Authorization", "Bearer " + token, "If-None-Match", first.header("ETag"));
        var second = meta.send("GET", ME, "", "", headers);
        assertThat(second.status()).isEqualTo(304);
        assertThat(second.body()).isEmpty();
        assertThat(meta.send("GET", ME + "?fields=username", "", "", headers).status())
                .isEqualTo(200);
    }

    @Test
    void retiresVersionsAsTimeGoesBy() {
        assertThat(meta.get("/graph.instagram.com/v21.0/me", token).header("facebook-api-version"))
                .isEqualTo("v21.0");
        meta.setClock(Instant.parse("2027-01-21T00:00:00Z"));
        var fresh = meta.longToken(account);
        assertThat(meta.get("/graph.instagram.com/v21.0/me", fresh).header("facebook-api-version"))
                .isEqualTo("v22.0");
    }
}
