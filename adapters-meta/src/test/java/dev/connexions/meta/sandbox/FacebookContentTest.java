package dev.connexions.meta.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connexions.meta.testing.RawServer;
import dev.connexions.meta.testing.RunningSandbox;
import dev.connexions.meta.testing.RunningSandbox.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What only Facebook Login can do: resumable uploads, deleting, pages; and the fault that struck it alone. */
class FacebookContentTest {

    private static final String GRAPH = "/graph.facebook.com/v26.0/";
    private static final String SCOPES = RunningSandbox.FACEBOOK_SCOPES
            + ",instagram_manage_contents,instagram_manage_comments,pages_manage_metadata";

    private final RunningSandbox meta = RunningSandbox.start();
    private final JsonNode person = meta.person(1);
    private final String user = meta.userToken(person, SCOPES, "");
    private final JsonNode page = meta.get(
                    GRAPH + "me/accounts?fields=id,access_token,instagram_business_account", user)
            .json()
            .at("/data/0");
    private final String token = page.path("access_token").asText();
    private final String account = page.at("/instagram_business_account/id").asText();
    private final byte[] film = film();

    @AfterEach
    void stop() {
        meta.close();
    }

    @Test
    void takesAFilmInPieces() {
        var made = post(account + "/media", Map.of("media_type", "REELS", "upload_type", "resumable"));
        var id = made.path("id").asText();
        var path = pathOf(made);
        assertThat(path).isEqualTo("/rupload.facebook.com/ig-api-upload/v26.0/" + id);
        assertThat(status(id).at("/video_status/uploading_phase/status").asText())
                .isEqualTo("not_started");
        var half = film.length / 2;
        assertThat(upload(path, token, 0, Arrays.copyOf(film, half)).status()).isEqualTo(200);
        assertThat(status(id)
                        .at("/video_status/uploading_phase/bytes_transferred")
                        .asInt())
                .isEqualTo(half);
        meta.advance(Duration.ofHours(1));
        assertThat(status(id).path("status_code").asText()).isEqualTo("IN_PROGRESS");
        var rest = upload(path, token, half, Arrays.copyOfRange(film, half, film.length));
        assertThat(rest.json().path("message").asText()).isEqualTo("Upload successful.");
        assertThat(status(id).path("status_code").asText()).isEqualTo("IN_PROGRESS");
        meta.advance(Duration.ofSeconds(5));
        assertThat(status(id).path("status_code").asText()).isEqualTo("FINISHED");
        assertThat(post(account + "/media_publish", Map.of("creation_id", id)).has("id"))
                .isTrue();
        assertThat(upload(path, token, 0, film).status()).isEqualTo(400);
    }

    @Test
    void goesOnAfterTheConnectionWasCutMidway() {
        var made = post(account + "/media", Map.of("media_type", "REELS", "upload_type", "resumable"));
        meta.control("POST", "/faults", "{\"scenario\":\"upload_cut\"}");
        assertThatThrownBy(() -> upload(pathOf(made), token, 0, film)).isInstanceOf(UncheckedIOException.class);
        var got = status(made.path("id").asText())
                .at("/video_status/uploading_phase/bytes_transferred")
                .asInt();
        assertThat(got).isEqualTo(film.length / 2);
        var rest = upload(pathOf(made), token, got, Arrays.copyOfRange(film, got, film.length));
        assertThat(rest.json().path("success").asBoolean()).isTrue();
    }

    @Test
    void looksAtWhatWasUploaded() {
        var made = post(account + "/media", Map.of("media_type", "REELS", "upload_type", "resumable"));
        raw(pathOf(made), Map.of("Authorization", "OAuth " + token, "offset", "0", "file_size", "100"), new byte[100]);
        meta.advance(Duration.ofSeconds(5));
        assertThat(status(made.path("id").asText()).path("status").asText()).contains("2207026");
    }

    @ParameterizedTest
    @CsvSource({"1, 100, offset must be 0", "0, 5, more than file_size", "x, 100, offset is missing", "0, x, file_size"
    })
    void refusesPiecesThatDoNotFit(String offset, String size, String why) {
        var made = post(account + "/media", Map.of("media_type", "REELS", "upload_type", "resumable"));
        var reply =
                raw(pathOf(made), Map.of("Authorization", "OAuth " + token, "offset", offset, "file_size", size), film);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().at("/debug_info/type").asText()).isEqualTo("ProcessingFailedError");
        assertThat(reply.json().at("/debug_info/message").asText()).contains(why);
        assertThat(reply.json().at("/debug_info/retriable").asBoolean()).isEqualTo(why.startsWith("offset must"));
    }

    @Test
    void takesUploadsFromNobodyElse() {
        var made = post(account + "/media", Map.of("media_type", "REELS", "upload_type", "resumable"));
        var other = meta.userToken(meta.person(1), SCOPES, "");
        var instagram = meta.longToken(meta.account("BUSINESS"));
        for (var stranger : new String[] {other, instagram, "EAAnobody"}) {
            assertThat(upload(pathOf(made), stranger, 0, film)
                            .json()
                            .at("/debug_info/message")
                            .asText())
                    .contains("unauthorized user request");
        }
        assertThat(upload("/rupload.facebook.com/ig-api-upload/v26.0/1", token, 0, film)
                        .status())
                .isEqualTo(400);
        assertThat(meta.get("/rupload.facebook.com/elsewhere").status()).isEqualTo(400);
    }

    @Test
    void fetchesAFilmFromWhereItLies() {
        var url = file("{\"name\":\"f.mp4\",\"video\":{}}");
        var made = post(account + "/media", Map.of("media_type", "STORIES", "upload_type", "resumable"));
        var gone = raw(pathOf(made), Map.of("Authorization", "OAuth " + token, "file_url", url + "x"), new byte[0]);
        assertThat(gone.json().at("/debug_info/message").asText()).contains("file_url");
        var reply = raw(pathOf(made), Map.of("Authorization", "OAuth " + token, "file_url", url), new byte[0]);
        assertThat(reply.json().path("success").asBoolean()).isTrue();
        meta.advance(Duration.ofSeconds(5));
        assertThat(status(made.path("id").asText()).path("status_code").asText())
                .isEqualTo("FINISHED");
    }

    @Test
    void deletesAPostAndWhatWasSaidUnderIt() {
        var id = posted("{\"comments\":[{\"text\":\"a\"}],\"likes\":3}");
        var counts = get(id + "?fields=total_like_count,total_comments_count,legacy_instagram_media_id");
        assertThat(counts.path("total_like_count").asInt()).isEqualTo(3);
        assertThat(counts.path("total_comments_count").asInt()).isEqualTo(1);
        assertThat(delete(id).json().path("deleted_id").asText()).isEqualTo(id);
        assertThat(meta.get(GRAPH + id, token).error()).isEqualTo("100/33");
        assertThat(meta.control("GET", "/accounts/" + account + "/media", "")
                        .json()
                        .path("items"))
                .isEmpty();
        assertThat(delete(posted("{\"product\":\"STORY\"}")).error()).isEqualTo("-1/2207073");
    }

    @Test
    void takesWhatOnlyFacebookLoginKnows() {
        var picture = file("{\"name\":\"a.jpg\",\"image\":{}}");
        var all = Map.of(
                "image_url", picture,
                "product_tags", "[{\"product_id\":\"77\",\"x\":0.5,\"y\":0.5}]",
                "branded_content_sponsor_ids", "[1,2]",
                "is_paid_partnership", "true",
                "poll_attachment", "{\"options\":[\"a\",\"b\"]}");
        assertThat(post(account + "/media", all).has("id")).isTrue();
        var wrong = new LinkedHashMap<>(all);
        wrong.put("product_tags", "[{\"product_id\":\"77\"}]");
        assertThat(reply(account + "/media", wrong).error()).isEqualTo("100/2207036");
        wrong.put("product_tags", "[{\"product_id\":\"x\",\"x\":0.5,\"y\":0.5}]");
        assertThat(reply(account + "/media", wrong).error()).isEqualTo("100/2207037");
        wrong.put("product_tags", "");
        wrong.put("is_comment_prompt_used", "true");
        assertThat(reply(account + "/media", wrong).error()).isEqualTo("100/0");
    }

    @Test
    void hidesWhatIsFreshFromPageTokensAlone() {
        var id = posted("{}");
        meta.control("POST", "/faults", "{\"scenario\":\"may_2026\"}");
        assertThat(meta.get(GRAPH + id, token).error()).isEqualTo("100/33");
        assertThat(meta.get(GRAPH + id, user).status()).isEqualTo(200);
        meta.advance(Duration.ofHours(25));
        assertThat(meta.get(GRAPH + id, token).status()).isEqualTo(200);
    }

    @Test
    void showsWhereTheAccountIsNamed() {
        var other = meta.account("BUSINESS");
        var name = get(account + "?fields=username").path("username").asText();
        var theirs = meta.control(
                        "POST",
                        "/accounts/" + other.id() + "/media",
                        "{\"caption\":\"@" + name + "\",\"comments\":[{\"text\":\"merci @" + name
                                + "\"},{\"text\":\"x\"}]}")
                .json()
                .path("id")
                .asText();
        var said = meta.control("GET", "/accounts/" + other.id() + "/media/" + theirs + "/comments", "")
                .json()
                .path("items");
        var named = get(account + "?fields=mentioned_comment.comment_id("
                + said.path(0).path("id").asText() + "){text},mentioned_media.media_id(" + theirs + "){caption}");
        assertThat(named.at("/mentioned_comment/text").asText()).isEqualTo("merci @" + name);
        assertThat(named.at("/mentioned_media/caption").asText()).isEqualTo("@" + name);
        var silent = said.path(1).path("id").asText();
        assertThat(meta.get(GRAPH + account + "?fields=mentioned_comment.comment_id(" + silent + ")", token)
                        .error())
                .isEqualTo("100/33");
    }

    @Test
    void subscribesAPageToWhatIsAPages() {
        var path = page.path("id").asText() + "/subscribed_apps";
        assertThat(reply(path, Map.of("subscribed_fields", "comments")).error()).isEqualTo("100/0");
        assertThat(post(path, Map.of("subscribed_fields", "feed"))
                        .path("success")
                        .asBoolean())
                .isTrue();
        assertThat(get(path).at("/data/0/subscribed_fields/0").asText()).isEqualTo("feed");
        assertThat(post(account + "/subscribed_apps", Map.of("subscribed_fields", "comments"))
                        .path("success")
                        .asBoolean())
                .isTrue();
        meta.control("POST", "/settings", "{\"accountSubscriptionsOnFacebook\":false}");
        assertThat(reply(account + "/subscribed_apps", Map.of("subscribed_fields", "comments"))
                        .error())
                .isEqualTo("100/0");
    }

    @Test
    void shakesHandsWithACallback() {
        try (var service = new RawServer()) {
            service.on("/shake", out -> {
                var head = service.heads().getLast();
                out.write(RawServer.answer(
                        200,
                        "text/plain",
                        head.substring(head.indexOf("hub.challenge=") + 14, head.indexOf("&hub.verify_token"))));
            });
            var path = "/graph.facebook.com/v26.0/" + RunningSandbox.FACEBOOK_APP + "/subscriptions";
            var form = new LinkedHashMap<>(Map.of(
                    "object",
                    "instagram",
                    "callback_url",
                    service.url() + "/shake",
                    "verify_token",
                    "t",
                    "fields",
                    "comments,mentions"));
            form.put("access_token", token);
            assertThat(meta.postForm(path, form).error()).isEqualTo("15/0");
            var app = RunningSandbox.FACEBOOK_APP + "|" + RunningSandbox.FACEBOOK_SECRET;
            form.put("access_token", app);
            assertThat(meta.postForm(path, form).json().path("success").asBoolean())
                    .isTrue();
            form.put("callback_url", service.url() + "/silent");
            assertThat(meta.postForm(path, form).error()).isEqualTo("2200/0");
            form.remove("fields");
            form.remove("object");
            assertThat(meta.postForm(path, form).error()).isEqualTo("100/0");
            var listed = meta.get(path, app).json().path("data");
            assertThat(listed).hasSize(1);
            assertThat(listed.at("/0/fields/0/name").asText()).isEqualTo("comments");
            meta.send("DELETE", path + "?object=instagram", "", "", Map.of("Authorization", "Bearer " + app));
            assertThat(meta.get(path, app).json().path("data")).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void tellsTheServiceWhoRemovedTheApp(boolean throughTheGraph) {
        try (var service = new RawServer()) {
            service.on("/gone", 200, "");
            meta.control("POST", "/settings", "{\"deauthorizeUrl\":\"" + service.url() + "/gone\"}");
            if (throughTheGraph) {
                meta.send("DELETE", GRAPH + "me/permissions", "", "", Map.of("Authorization", "Bearer " + user));
            } else {
                meta.control("POST", "/people/" + person.path("id").asText() + "/revoke", "");
            }
            assertThat(service.heads())
                    .singleElement()
                    .satisfies(head -> assertThat(head).contains("signed_request="));
            assertThat(meta.get(GRAPH + "me", user).error()).isEqualTo("190/458");
        }
    }

    private byte[] film() {
        var here = meta.control("POST", "/files", "{\"name\":\"film.mp4\",\"video\":{},\"size\":5000}")
                .json()
                .path("here")
                .asText();
        return meta.bytes(here);
    }

    private static HttpResponse<byte[]> send(HttpRequest request) {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private String file(String json) {
        return meta.control("POST", "/files", json).json().path("url").asText();
    }

    private String posted(String json) {
        return meta.control("POST", "/accounts/" + account + "/media", json)
                .json()
                .path("id")
                .asText();
    }

    private String pathOf(JsonNode made) {
        return URI.create(made.path("uri").asText()).getPath();
    }

    private Reply upload(String path, String by, long offset, byte[] piece) {
        return raw(
                path,
                Map.of(
                        "Authorization",
                        "OAuth " + by,
                        "offset",
                        Long.toString(offset),
                        "file_size",
                        Long.toString(film.length)),
                piece);
    }

    private Reply raw(String path, Map<String, String> headers, byte[] body) {
        var request = HttpRequest.newBuilder(URI.create(meta.sandbox().url() + path))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        var response = send(request.build());
        return new Reply(
                response.statusCode(),
                new String(response.body(), UTF_8),
                response.headers().map());
    }

    private JsonNode status(String container) {
        return get(container + "?fields=status_code,status,video_status");
    }

    private JsonNode get(String path) {
        return meta.get(GRAPH + path.replace("{", "%7B").replace("}", "%7D"), token)
                .json();
    }

    private Reply reply(String path, Map<String, String> form) {
        var all = new LinkedHashMap<>(form);
        all.put("access_token", token);
        return meta.postForm(GRAPH + path, all);
    }

    private JsonNode post(String path, Map<String, String> form) {
        return reply(path, form).json();
    }

    private Reply delete(String id) {
        return meta.send("DELETE", GRAPH + id, "", "", Map.of("Authorization", "Bearer " + token));
    }
}
