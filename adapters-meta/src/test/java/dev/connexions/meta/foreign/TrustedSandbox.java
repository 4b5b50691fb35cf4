package dev.connexions.meta.foreign;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.meta.sandbox.SandboxAccount;
import dev.connexions.meta.testing.RunningSandbox;
import dev.connexions.meta.testing.Trust;
import java.time.Duration;
import java.util.Locale;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;

/**
 * A sandbox over HTTPS: one of the two SDKs speaks nothing else, and the other follows no page that is not. Neither can be
 * told whom to trust, so everybody in this process does as long as it is open.
 */
final class TrustedSandbox implements AutoCloseable {

    /** The newest that both know. */
    static final String VERSION = "v24.0";

    static final String SCOPES = RunningSandbox.FACEBOOK_SCOPES
            + ",instagram_manage_comments,instagram_manage_insights,instagram_manage_contents,business_management";

    final RunningSandbox meta = RunningSandbox.startSecure();
    private final SSLSocketFactory usual = HttpsURLConnection.getDefaultSSLSocketFactory();

    TrustedSandbox() {
        var certificate = meta.sandbox().certificate().orElseThrow();
        HttpsURLConnection.setDefaultSSLSocketFactory(Trust.in(certificate).getSocketFactory());
    }

    /** Where one of Meta's hosts is. */
    String at(String host) {
        return meta.sandbox().secureUrl().orElseThrow() + "/" + host;
    }

    /** What a browser asks for that is sent to the address. */
    String path(String url) {
        return url.substring(at("").length() - 1);
    }

    JsonNode control(String path, String json) {
        var reply = meta.control("POST", path, json);
        if (reply.status() >= 300) {
            throw new IllegalStateException(path + ": " + reply.body());
        }
        return reply.json();
    }

    /** In the way in which a call says it. */
    String daysAgo(int days) {
        return Long.toString(
                meta.sandbox().clock().instant().minus(Duration.ofDays(days)).getEpochSecond());
    }

    /** Published long enough ago for its figures to be in. */
    String post(SandboxAccount account, String members) {
        var at = meta.sandbox().clock().instant().minus(Duration.ofDays(10));
        return control("/accounts/" + account.id() + "/media", "{\"at\":\"" + at + "\"" + members + "}")
                .path("id")
                .asText();
    }

    SandboxAccount account(LoginProduct product) {
        return meta.account(
                "{\"username\":\"bakery.north\",\"type\":\"BUSINESS\",\"followers\":4000,\"login\":\""
                        + product.name().toLowerCase(Locale.ROOT) + "\"}",
                "bakery.north");
    }

    /** What speaks for an account: its own token, or that of the Page that it is linked to. */
    String token(LoginProduct product, SandboxAccount account) {
        return switch (product) {
            case INSTAGRAM -> meta.longToken(account);
            case FACEBOOK ->
                meta.get(
                                "/graph.facebook.com/" + VERSION + "/me/accounts?fields=access_token",
                                meta.userToken(account, SCOPES))
                        .json()
                        .at("/data/0/access_token")
                        .asText();
        };
    }

    /** A portfolio of one page, and of nobody but this person. */
    void portfolio(String person, String name, String page) {
        var business = control("/businesses", "{\"name\":\"" + name + "\",\"people\":[\"" + person + "\"]}");
        control(
                "/pages",
                "{\"name\":\"%s\",\"owner\":\"%s\",\"business\":\"%s\"}"
                        .formatted(page, person, business.path("id").asText()));
    }

    String picture() {
        return file("bread.jpg", "image").path("url").asText();
    }

    String film() {
        return file("bread.mp4", "video").path("url").asText();
    }

    byte[] filmBytes() {
        return meta.bytes(file("bread.mp4", "video").path("here").asText());
    }

    private JsonNode file(String name, String kind) {
        return control("/files", "{\"name\":\"" + name + "\",\"" + kind + "\":{}}");
    }

    @Override
    public void close() {
        HttpsURLConnection.setDefaultSSLSocketFactory(usual);
        meta.close();
    }
}
