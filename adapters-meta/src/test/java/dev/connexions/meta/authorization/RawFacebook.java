package dev.connexions.meta.authorization;

import dev.connexions.application.authorization.ConsentToken;
import dev.connexions.application.authorization.InstagramLogin.Code;
import dev.connexions.application.authorization.InstagramLogin.Exchange;
import dev.connexions.application.authorization.InstagramLogin.Proof;
import dev.connexions.domain.connexion.Account;
import dev.connexions.domain.connexion.AccountId;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.shared.AccessToken;
import dev.connexions.domain.token.TokenLease;
import dev.connexions.meta.shared.AppSecret;
import dev.connexions.meta.shared.GraphClient;
import dev.connexions.meta.shared.MetaSettings;
import dev.connexions.meta.testing.RawServer;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/** A Facebook that answers well until a test spoils one of its answers. */
final class RawFacebook implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-11-27T10:00:00.123456Z");
    static final String TOKENS = "/v26.0/oauth/access_token";
    static final String ME = "/v26.0/me";
    static final String PERMISSIONS = "/v26.0/me/permissions";
    static final String INSPECT = "/v26.0/debug_token";
    static final String ACCOUNTS = "/v26.0/me/accounts";
    static final String BUSINESSES = "/v26.0/me/businesses";
    static final String PAGE = "/v26.0/300100200";
    static final String ACCOUNT = "/v26.0/17841400000000001";
    static final String LONG = "{\"access_token\":\"EAAcanaryLong\",\"token_type\":\"bearer\",\"expires_in\":5183944}";
    static final String BAKERY = "{\"id\":\"300100200\",\"name\":\"Bakery North\",\"access_token\":\"EAAcanaryPage\","
            + "\"tasks\":[\"ANALYZE\",\"CREATE_CONTENT\"],"
            + "\"instagram_business_account\":{\"id\":\"17841400000000001\",\"username\":\"bakery.north\"}}";
    static final ConsentToken CONSENT =
            new ConsentToken(new AccessToken("EAAcanaryLong"), new TokenLease(NOW, NOW.plusSeconds(5183944)));
    static final Account KNOWN = new Account(new AccountId("17841400000000001"), "bakery.north", null, "300100200");

    final RawServer server = new RawServer();
    private final GraphClient client = new GraphClient(settings(server.url()), () -> NOW);
    private final GraphLogin login;

    RawFacebook() {
        login = new GraphLogin(client, settings(server.url()), () -> NOW, Duration.ofSeconds(9));
        tokens(LONG);
        server.on(ME, 200, "{\"id\":\"998877665544\"}");
        server.on(PERMISSIONS, 200, permissions("business_management", "granted"));
        server.on(INSPECT, 200, inspected("USER", 1796400000, ""));
        server.on(ACCOUNTS, 200, list(BAKERY));
        server.on(BUSINESSES, 200, list());
        server.on(PAGE, 200, BAKERY);
        server.on(ACCOUNT, 200, "{\"id\":\"17841400000000001\",\"username\":\"bakery.north\"}");
    }

    static MetaSettings settings(URI meta) {
        return new MetaSettings(
                "v26.0",
                URI.create("https://app.example/cb?tenant=1"),
                null,
                new MetaSettings.FacebookApp("4820019283", AppSecret.parse("canary-secret\nold"), meta, meta, meta));
    }

    static String list(String... items) {
        return "{\"data\":[" + String.join(",", items) + "]}";
    }

    static String more(String after, String... items) {
        return "{\"data\":[" + String.join(",", items) + "],\"paging\":{\"cursors\":{\"after\":\"" + after
                + "\"},\"next\":\"https://evil.example/?access_token=x&after=" + after + "\"}}";
    }

    static String permissions(String last, String status) {
        return list(
                permission("pages_show_list", "granted"),
                permission("pages_read_engagement", "granted"),
                permission("instagram_basic", "granted"),
                permission("instagram_content_publish", "granted"),
                permission("instagram_manage_insights", "declined"),
                permission(last, status));
    }

    static String permission(String name, String status) {
        return "{\"permission\":\"" + name + "\",\"status\":\"" + status + "\"}";
    }

    static String inspected(String type, long expiresAt, String more) {
        return "{\"data\":{\"app_id\":4820019283,\"type\":\"" + type + "\",\"is_valid\":true,\"expires_at\":"
                + expiresAt + ",\"issued_at\":1795773600,\"user_id\":\"998877665544\"" + more + "}}";
    }

    /** What the code is worth, and then what that is worth. */
    void tokens(String longLived) {
        var asked = new AtomicInteger();
        server.on(
                TOKENS,
                out -> out.write(RawServer.answer(
                        200,
                        "application/json",
                        asked.getAndIncrement() % 2 == 0
                                ? "{\"access_token\":\"EAAcanaryShort\",\"token_type\":\"bearer\",\"expires_in\":5183}"
                                : longLived)));
    }

    GraphLogin login() {
        return login;
    }

    Exchange exchange() {
        return exchange("AQBcanaryCode");
    }

    Exchange exchange(String code) {
        return login.exchange(LoginProduct.FACEBOOK, new Code(code));
    }

    Proof prove() {
        return prove(KNOWN);
    }

    Proof prove(Account account) {
        return login.prove(LoginProduct.FACEBOOK, CONSENT, account);
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
