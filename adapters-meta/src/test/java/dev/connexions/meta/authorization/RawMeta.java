package dev.connexions.meta.authorization;

import dev.connexions.application.authorization.InstagramLogin;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.meta.shared.AppSecret;
import dev.connexions.meta.shared.GraphClient;
import dev.connexions.meta.shared.MetaSettings;
import dev.connexions.meta.testing.RawServer;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;

/** A Meta that answers well until a test spoils one of its answers. */
final class RawMeta implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-11-22T10:00:00.123456Z");
    static final String TOKEN = "/oauth/access_token";
    static final String EXCHANGE = "/access_token";
    static final String ME = "/v26.0/me";
    static final String LONG_TOKEN = "IGAAcanaryLongLived";

    final RawServer server = new RawServer();
    private final GraphClient client = new GraphClient(settings(server.url()), () -> NOW);
    private final GraphLogin login;

    RawMeta(Duration limit) {
        login = new GraphLogin(client, settings(server.url()), () -> NOW, limit);
        server.on(
                TOKEN,
                200,
                "{\"access_token\":\"IGAAcanaryShort\",\"user_id\":17841400000000001,"
                        + "\"permissions\":[\"instagram_business_basic\",\"instagram_business_manage_insights\"]}");
        server.on(
                EXCHANGE,
                200,
                "{\"access_token\":\"" + LONG_TOKEN + "\",\"token_type\":\"bearer\",\"expires_in\":5183944}");
        server.on(
                ME,
                200,
                "{\"id\":\"28978000000000009\",\"user_id\":\"17841400000000001\",\"username\":\"bakery.north\","
                        + "\"name\":\"Bakery North\",\"account_type\":\"BUSINESS\"}");
    }

    static MetaSettings settings(URI meta) {
        return new MetaSettings(
                "v26.0",
                URI.create("https://app.example/cb?tenant=1"),
                new MetaSettings.InstagramApp("4820019283", AppSecret.parse("canary-app-secret"), meta, meta, meta),
                null);
    }

    InstagramLogin.Exchange exchange() {
        return exchange("AQBcanaryCode");
    }

    InstagramLogin.Exchange exchange(String code) {
        return login.exchange(LoginProduct.INSTAGRAM, new InstagramLogin.Code(code));
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
