package dev.connexions.meta.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.connexions.application.shared.MetaAccess;
import dev.connexions.domain.connexion.AccountId;
import dev.connexions.domain.shared.AccessToken;
import dev.connexions.meta.shared.AppSecret;
import dev.connexions.meta.shared.GraphClient;
import dev.connexions.meta.shared.MetaSettings;
import java.net.URI;
import java.net.URLDecoder;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** An account at a Meta that answers what a test writes down, and the client that asks it. */
public final class RawAccount implements AutoCloseable {

    public static final Instant NOW = Instant.parse("2026-11-22T10:00:00.123456Z");
    public static final Duration LIMIT = Duration.ofSeconds(9);
    public static final String ID = "17841400000000001";
    public static final String PAGE = "300100200";
    public static final String NODE = "/v26.0/" + ID;
    public static final MetaAccess INSTAGRAM =
            MetaAccess.instagram(new AccountId(ID), new AccessToken("IGAAcanaryToken"));
    public static final MetaAccess FACEBOOK =
            MetaAccess.facebook(new AccountId(ID), PAGE, new AccessToken("EAApageToken"), null);

    private final RawServer server = new RawServer();
    private final MetaSettings settings = settings(server.url());
    private final GraphClient client = new GraphClient(settings, () -> NOW);

    /** What one request carried, in its query or in its form. */
    public record Asked(String line, String head, Map<String, String> parameters) {

        public String get(String parameter) {
            return parameters.getOrDefault(parameter, "");
        }
    }

    private static MetaSettings settings(URI meta) {
        var secret = AppSecret.parse("canary-app-secret");
        return new MetaSettings(
                "v26.0",
                URI.create("https://app.example/cb"),
                new MetaSettings.InstagramApp("4820019283", secret, meta, meta, meta),
                new MetaSettings.FacebookApp("5930020394", secret, meta, meta, meta));
    }

    public GraphClient client() {
        return client;
    }

    public MetaSettings settings() {
        return settings;
    }

    public void on(String path, String body) {
        on(path, 200, body);
    }

    public void on(String path, int status, String body) {
        server.on(path, status, body);
    }

    /** These answers one after the other, the last one again and again; each is a status and a body. */
    public void inTurn(String path, String... answers) {
        var turn = new AtomicInteger();
        server.on(path, out -> {
            var answer = answers[Math.min(turn.getAndIncrement(), answers.length - 1)];
            var status = Integer.parseInt(answer.substring(0, 3));
            out.write(RawServer.answer(status, "application/json", answer.substring(4)));
        });
    }

    /** {@code 400 {"error":{…}}}, for {@link #inTurn}. */
    public static String refusal(int code) {
        return "400 " + error(code);
    }

    public static String error(int code) {
        return "{\"error\":{\"message\":\"(#x) Nein\",\"type\":\"OAuthException\",\"code\":" + code + "}}";
    }

    public static String error(int code, int subcode) {
        return "{\"error\":{\"message\":\"Non\",\"type\":\"OAuthException\",\"code\":" + code + ",\"error_subcode\":"
                + subcode + "}}";
    }

    public List<Asked> asked() {
        return server.heads().stream().map(RawAccount::read).toList();
    }

    public Asked onlyAsked() {
        var all = asked();
        if (all.size() != 1) {
            throw new AssertionError("asked " + all.size() + " times");
        }
        return all.getFirst();
    }

    private static Asked read(String head) {
        var line = head.substring(0, head.indexOf("\r\n"));
        var target = line.split(" ", -1)[1];
        var query = target.contains("?") ? target.substring(target.indexOf('?') + 1) : "";
        var form = head.substring(head.indexOf("\r\n\r\n") + 4);
        var parameters = new LinkedHashMap<String, String>();
        for (var part : (query + "&" + form).split("&", -1)) {
            var equals = part.indexOf('=');
            if (equals > 0) {
                parameters.put(
                        URLDecoder.decode(part.substring(0, equals), UTF_8),
                        URLDecoder.decode(part.substring(equals + 1), UTF_8));
            }
        }
        return new Asked(line, head, parameters);
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
