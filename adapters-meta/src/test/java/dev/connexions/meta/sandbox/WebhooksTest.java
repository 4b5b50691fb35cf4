package dev.connexions.meta.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.connexions.meta.testing.RawServer;
import dev.connexions.meta.testing.RunningSandbox;
import java.io.IOException;
import java.net.URLDecoder;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhooksTest {

    private static final JsonMapper MAPPER = new JsonMapper();

    private final ContentSandbox meta = new ContentSandbox();
    private final RawServer service = new RawServer();

    WebhooksTest() {
        service.on("/hook", 200, "ok");
        service.on("/down", 500, "no");
    }

    @AfterEach
    void stop() {
        meta.close();
        service.close();
    }

    @Test
    void sendsASignedNotification() throws IOException {
        var sent = send("\"url\":\"" + service.url() + "/hook\"").path("items").path(0);
        assertThat(sent.path("arrived").asBoolean()).isTrue();
        assertThat(sent.path("attempts").asInt()).isEqualTo(1);
        var body = body(0);
        assertThat(header(0, "X-Hub-Signature-256")).isEqualTo("sha256=" + hex(RunningSandbox.SECRET, body));
        assertThat(header(0, "Content-Type")).isEqualTo("application/json");
        assertThat(body).contains("\\u00e8", "\\/").isEqualTo(sent.path("body").asText());
        var entry = MAPPER.readTree(body).path("entry").path(0);
        assertThat(entry.path("id").asText()).isEqualTo(meta.account.id());
        assertThat(entry.path("time").asLong()).isLessThan(100_000_000_000L);
        assertThat(entry.at("/changes/0/field").asText()).isEqualTo("comments");
        assertThat(entry.at("/changes/0/value/from/username").asText()).isEqualTo("guest.one");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'signature':'wrong'|sha256=",
                "'signature':'missing'|``",
                "'signature':'with_legacy'|sha256=",
            })
    void signsBadlyWhenTold(String how, String begins) throws IOException {
        send("\"url\":\"" + service.url() + "/hook\"," + how.replace('\'', '"'));
        var signature = header(0, "X-Hub-Signature-256");
        var right = "sha256=" + hex(RunningSandbox.SECRET, body(0));
        assertThat(signature).startsWith(begins);
        assertThat(signature.equals(right)).isEqualTo(how.contains("legacy"));
        assertThat(header(0, "X-Hub-Signature").startsWith("sha1=")).isEqualTo(how.contains("legacy"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'field':'mentions'|/entry/0/changes/0/value/media_id",
                "'field':'story_insights'|/entry/0/changes/0/value/taps_back",
                "'field':'messages'|/entry/0/messaging/0/message/text",
                "'field':'follow','value':{'new':1}|/entry/0/changes/0/value/new",
                "'shape':'field_in_entry'|/entry/0/value/text",
                "'shape':'changed_fields'|/entry/0/changed_fields/0",
                "'wrapped':true|/0/entry/0/changes/0/field"
            })
    void knowsTheShapesInWhichMetaWrites(String how, String pointer) throws IOException {
        send("\"url\":\"" + service.url() + "/hook\"," + how.replace('\'', '"'));
        assertThat(MAPPER.readTree(body(0)).at(pointer).isMissingNode()).isFalse();
    }

    @Test
    void countsMessagesInMilliseconds() throws IOException {
        send("\"url\":\"" + service.url() + "/hook\",\"field\":\"messages\"");
        assertThat(MAPPER.readTree(body(0)).at("/entry/0/time").asLong()).isGreaterThan(100_000_000_000L);
    }

    @Test
    void sendsTwiceAndTheWrongWayRound() throws IOException {
        send("\"url\":\"" + service.url() + "/hook\",\"apart\":true,\"reversed\":true,\"copies\":2,"
                + "\"updates\":[{\"field\":\"comments\"},{\"field\":\"mentions\"}]");
        assertThat(service.heads()).hasSize(4);
        assertThat(field(0)).isEqualTo("mentions");
        assertThat(field(1)).isEqualTo("mentions");
        assertThat(field(3)).isEqualTo("comments");
        send("\"url\":\"" + service.url() + "/hook\",\"updates\":[{\"field\":\"comments\"},{\"field\":\"mentions\"}]");
        assertThat(MAPPER.readTree(body(4)).path("entry")).hasSize(2);
    }

    @Test
    void triesAgainInItsOwnTimeAndGivesUpInTheEnd() {
        var sent = send("\"url\":\"" + service.url() + "/down\"").path("items").path(0);
        assertThat(sent.path("arrived").asBoolean(true)).isFalse();
        await(() -> delivery().path("attempts").asInt() == 2);
        assertThat(Instant.parse(delivery().path("nextAt").asText()))
                .isAfter(meta.meta.sandbox().clock().instant().plusSeconds(30));
        meta.meta.advance(Duration.ofMinutes(1));
        await(() -> delivery().path("attempts").asInt() == 3);
        service.on("/down", 200, "yes");
        meta.meta.advance(Duration.ofMinutes(5));
        await(() -> delivery().path("arrived").asBoolean());
        assertThat(delivery().path("nextAt").isNull()).isTrue();
    }

    @Test
    void givesUpAfterADayAndAHalf() {
        send("\"url\":\"" + service.url() + "/down\"");
        for (var attempts = 2; attempts <= 9; attempts++) {
            var wanted = attempts;
            await(() -> delivery().path("attempts").asInt() == wanted);
            meta.meta.advance(Duration.ofHours(15));
        }
        assertThat(delivery().path("nextAt").isNull()).isTrue();
    }

    @Test
    void leavesThisMachineForNobody() {
        var sent = send("\"url\":\"https://192.0.2.1/hook\"").path("items").path(0);
        assertThat(sent.path("status").isNull()).isTrue();
        assertThat(sent.path("answer").asText()).contains("away from this machine");
        assertThat(send("\"url\":\"not a url\"").at("/items/0/status").isNull()).isTrue();
    }

    @Test
    void tellsOfARemovedAppWithASignedRequest() throws IOException {
        var callback = "\"deauthorizeUrl\":\"" + service.url() + "/hook\"";
        meta.control("/settings", "{" + callback + "}");
        meta.control("/accounts/" + meta.account.id() + "/revoke", "");
        var payload = signedPayload(0);
        assertThat(payload.path("algorithm").asText()).isEqualTo("HMAC-SHA256");
        assertThat(payload.path("user_id").asText()).isNotEmpty().isNotEqualTo(meta.account.id());
        assertThat(payload.path("issued_at").isNumber()).isTrue();
        meta.control("/settings", "{\"signedRequestId\":\"account\",\"issuedAtAsText\":true}");
        send("\"kind\":\"deauthorize\"");
        assertThat(signedPayload(1).path("user_id").asText()).isEqualTo(meta.account.id());
        assertThat(signedPayload(1).path("issued_at").isTextual()).isTrue();
    }

    @Test
    void asksForDeletionAndKeepsTheAnswer() throws IOException {
        service.on("/deletion", 200, "{\"url\":\"https://app.example/d/1\",\"confirmation_code\":\"1\"}");
        var sent = send("\"kind\":\"data_deletion\",\"url\":\"" + service.url() + "/deletion\"")
                .path("items")
                .path(0);
        assertThat(sent.path("kind").asText()).isEqualTo("data_deletion");
        assertThat(sent.path("answer").asText()).contains("confirmation_code");
        assertThat(signedPayload(0).has("user_id")).isTrue();
        send("\"kind\":\"data_deletion\",\"signature\":\"wrong\",\"url\":\"" + service.url() + "/deletion\"");
        assertThat(isRightlySigned(1)).isFalse();
    }

    @Test
    void subscribesAnAccountToWhatThereIs() {
        var path = meta.account.id() + "/subscribed_apps";
        assertThat(meta.get(path).json().path("data")).isEmpty();
        assertThat(meta.post(path, Map.of("subscribed_fields", "comments,messages"))
                        .json()
                        .path("success")
                        .asBoolean())
                .isTrue();
        meta.post(path, Map.of("subscribed_fields", "mentions"));
        var apps = meta.get(path).json().path("data");
        assertThat(apps.at("/0/app_id").asText()).isEqualTo(RunningSandbox.APP);
        assertThat(apps.at("/0/subscribed_fields").toString()).isEqualTo("[\"mentions\"]");
        var refused = meta.post(path, Map.of("subscribed_fields", "comments,feed"));
        assertThat(refused.error()).isEqualTo("100/0");
        assertThat(refused.json().at("/error/message").asText()).contains("subscribed_fields[1]", "must be one of");
        assertThat(meta.post(path, Map.of()).error()).isEqualTo("100/0");
        meta.meta.send("DELETE", ContentSandbox.GRAPH + path, "", "", Map.of("Authorization", "Bearer " + meta.token));
        assertThat(meta.get(path).json().path("data")).isEmpty();
    }

    @Test
    void tellsAnAppThatShookHandsWhatAGuestSays() throws IOException {
        service.on("/shake", out -> out.write(RawServer.answer(200, "text/plain", challenge())));
        subscribe("/shake", 201);
        service.on("/shake", 200, "ok");
        var post = meta.control("/accounts/" + meta.account.id() + "/media", "{}")
                .path("id")
                .asText();
        var comments = "/accounts/" + meta.account.id() + "/media/" + post + "/comments";
        meta.control(comments, "{\"text\":\"unheard\"}");
        assertThat(service.heads()).hasSize(1);
        meta.post(meta.account.id() + "/subscribed_apps", Map.of("subscribed_fields", "messages"));
        var said = meta.control(comments, "{\"text\":\"heard\"}").path("id").asText();
        assertThat(service.heads()).hasSize(2);
        assertThat(MAPPER.readTree(body(1)).at("/entry/0/changes/0/value/id").asText())
                .isEqualTo(said);
        meta.control("/settings", "{\"commentIdKey\":\"comment_id\"}");
        meta.control(comments, "{\"text\":\"heard\"}");
        assertThat(MAPPER.readTree(body(2)).at("/entry/0/changes/0/value").has("comment_id"))
                .isTrue();
        meta.control("/settings", "{\"appLive\":false}");
        meta.control(comments, "{\"text\":\"unheard\"}");
        assertThat(service.heads()).hasSize(3);
        send("\"field\":\"comments\"");
        assertThat(service.heads()).hasSize(4);
    }

    @Test
    void believesInNoCallbackThatCannotShakeHands() {
        subscribe("/hook", 400);
        subscribe("/down", 400);
        assertThat(meta.items("/subscriptions")).isEmpty();
        service.on("/shake", out -> out.write(RawServer.answer(200, "text/plain", challenge())));
        subscribe("/shake", 201);
        assertThat(meta.items("/subscriptions")).hasSize(1);
        assertThat(meta.meta.control("DELETE", "/subscriptions", "").status()).isEqualTo(204);
        assertThat(meta.items("/subscriptions")).isEmpty();
    }

    private void subscribe(String path, int status) {
        var reply = meta.meta.control(
                "POST",
                "/subscriptions",
                "{\"callbackUrl\":\"" + service.url() + path
                        + "\",\"verifyToken\":\"t o\",\"fields\":\"comments,mentions\"}");
        assertThat(reply.status()).isEqualTo(status);
        assertThat(service.heads().getLast()).contains("hub.mode=subscribe", "hub.verify_token=t+o");
    }

    /** What the last call asked to be given back. */
    private String challenge() {
        var head = service.heads().getLast();
        return head.substring(head.indexOf("hub.challenge=") + 14, head.indexOf("&hub.verify_token"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'kind':'postcard'|kind",
                "'url':1|url",
                "'shape':'round'|shape",
                "'signature':'forged'|signature",
                "'copies':0|copies",
                "'updates':[1]|updates",
                "'updates':[{'colour':1}]|updates.colour",
                "'field':'comments'|url",
                "'kind':'deauthorize'|url",
                "'product':'threads'|product",
                "'colour':1|colour"
            })
    void namesTheMemberThatIsWrong(String members, String field) {
        var reply = meta.meta.control(
                "POST", "/webhooks", "{\"account\":\"" + meta.account.id() + "\"," + members.replace('\'', '"') + "}");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("field").asText()).isEqualTo(field);
        assertThat(meta.meta
                        .control("POST", "/webhooks", "{\"account\":\"1\"}")
                        .json()
                        .path("field")
                        .asText())
                .isEqualTo("account");
    }

    private JsonNode send(String members) {
        return meta.control("/webhooks", "{\"account\":\"" + meta.account.id() + "\"," + members + "}");
    }

    private JsonNode delivery() {
        return meta.items("/webhooks").getFirst();
    }

    private String body(int place) {
        return service.heads().get(place).split("\r\n\r\n", 2)[1];
    }

    private String field(int place) throws IOException {
        return MAPPER.readTree(body(place)).at("/entry/0/changes/0/field").asText();
    }

    private String header(int place, String name) {
        return service.heads()
                .get(place)
                .lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse("");
    }

    private String[] signedRequest(int place) {
        return URLDecoder.decode(body(place).substring("signed_request=".length()), UTF_8)
                .split("\\.", 2);
    }

    private boolean isRightlySigned(int place) {
        var parts = signedRequest(place);
        return parts[0].equals(
                Base64.getUrlEncoder().withoutPadding().encodeToString(mac(RunningSandbox.SECRET, parts[1])));
    }

    private JsonNode signedPayload(int place) throws IOException {
        assertThat(isRightlySigned(place)).isTrue();
        return MAPPER.readTree(Base64.getUrlDecoder().decode(signedRequest(place)[1]));
    }

    private static String hex(String secret, String message) {
        return HexFormat.of().formatHex(mac(secret, message));
    }

    private static byte[] mac(String secret, String message) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return mac.doFinal(message.getBytes(UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void await(BooleanSupplier condition) {
        var end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            Thread.onSpinWait();
        }
    }
}
