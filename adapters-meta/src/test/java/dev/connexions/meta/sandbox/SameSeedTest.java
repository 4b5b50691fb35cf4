package dev.connexions.meta.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.meta.testing.RunningSandbox;
import dev.connexions.meta.testing.RunningSandbox.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The same seed and the same calls give the same answers, but for what must never repeat: secrets and trace ids. */
class SameSeedTest {

    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");
    private static final String GRAPH = "/graph.instagram.com/v26.0/";

    @Test
    void answersTheSameEachTime() {
        assertThat(walk(42)).hasSizeGreaterThan(40).isEqualTo(walk(42));
    }

    @Test
    void answersOtherwiseForAnotherSeed() {
        assertThat(walk(42)).isNotEqualTo(walk(43));
    }

    private static List<String> walk(long seed) {
        try (var meta = RunningSandbox.start(seed, () -> START)) {
            var said = new ArrayList<String>();
            people(meta, said);
            var account = meta.sandbox().accounts().getFirst();
            var token = meta.longToken(account);
            publishing(meta, account.id(), token, said);
            insights(meta, account.id(), token, said);
            facebook(meta, said);
            chance(meta, token, said);
            for (var list : List.of("/requests", "/accounts", "/people", "/pages", "/usage", "/settings", "/metrics")) {
                hear(said, meta.control("GET", list, ""));
            }
            return said;
        }
    }

    private static void people(RunningSandbox meta, List<String> said) {
        hear(said, meta.control("POST", "/people", "{\"username\":\"same.one\",\"password\":\"p\",\"pages\":5}"));
        hear(said, meta.control("POST", "/accounts", "{\"username\":\"same.shop\",\"login\":\"both\"}"));
        hear(said, meta.control("POST", "/accounts", "{\"username\":\"many\",\"count\":50}"));
    }

    private static void publishing(RunningSandbox meta, String account, String token, List<String> said) {
        hear(said, meta.me(token));
        hear(said, meta.control("POST", "/files", "{\"name\":\"a.jpg\",\"image\":{}}"));
        var prepared = meta.postForm(
                GRAPH + account + "/media",
                Map.of(
                        "access_token",
                        token,
                        "image_url",
                        "https://media.sandbox.example/a.jpg",
                        "caption",
                        "Bonjour"));
        hear(said, prepared);
        meta.advance(Duration.ofSeconds(5));
        for (var times = 0; times < 2; times++) {
            hear(
                    said,
                    meta.postForm(
                            GRAPH + account + "/media_publish",
                            Map.of(
                                    "access_token",
                                    token,
                                    "creation_id",
                                    prepared.json().path("id").asText())));
        }
        hear(said, meta.control("POST", "/accounts/" + account + "/media", "{\"product\":\"REELS\",\"count\":3}"));
        hear(said, meta.get(GRAPH + account + "/media?fields=id,caption,permalink,timestamp,media_url", token));
    }

    private static void insights(RunningSandbox meta, String account, String token, List<String> said) {
        meta.advance(Duration.ofDays(4));
        hear(said, meta.get(GRAPH + account + "/insights?metric=reach&period=day", token));
        hear(
                said,
                meta.get(
                        GRAPH + account + "/insights?metric=views&period=day&metric_type=total_value"
                                + "&breakdown=media_product_type",
                        token));
        hear(said, meta.get(GRAPH + "1", token));
        hear(said, meta.get(GRAPH + "me?fields=nothing", token));
    }

    private static void facebook(RunningSandbox meta, List<String> said) {
        var person = meta.control("POST", "/people", "{\"username\":\"same.two\",\"password\":\"p\",\"pages\":2}");
        hear(said, person);
        var user = meta.userToken(person.json());
        hear(said, meta.get("/graph.facebook.com/v26.0/me/accounts?fields=id,name,tasks", user));
        hear(said, meta.get("/graph.facebook.com/v26.0/me/permissions", user));
    }

    private static void chance(RunningSandbox meta, String token, List<String> said) {
        meta.control("POST", "/faults", "{\"behaviour\":\"answer\",\"probability\":0.5}");
        for (var times = 0; times < 20; times++) {
            hear(said, meta.me(token));
        }
        meta.control("DELETE", "/faults", "");
    }

    private static void hear(List<String> said, Reply reply) {
        said.add(reply.status() + " " + plain(reply.body()));
    }

    private static String plain(String body) {
        return body.replaceAll("\"fbtrace_id\":\"A[a-z0-9]+\"", "\"fbtrace_id\":\"\"")
                .replaceAll("(IGAA|EAA|AQB)[A-Za-z0-9]+", "$1")
                .replaceAll("http://127.0.0.1:[0-9]+", "");
    }
}
