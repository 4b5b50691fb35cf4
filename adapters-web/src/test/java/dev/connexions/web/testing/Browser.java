package dev.connexions.web.testing;

import dev.connexions.application.authorization.InstagramLogin;
import java.net.URI;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A person's browser: keeps the cookie, follows the button. */
public final class Browser {

    private final Client client;
    private @Nullable String cookie;
    private @Nullable String state;

    private Browser(Client client) {
        this.client = client;
    }

    public static Browser at(TestService service) {
        return new Browser(service.client().with("Accept", "text/html,*/*;q=0.8"));
    }

    /** Presses the button of the page. */
    public Browser opens(String link) {
        var sent = client.get(link).has(200);
        if (!sent.text().contains("<form method=\"post\">")) {
            throw new AssertionError("no button: " + sent);
        }
        var pressed = client.post(link).has(303);
        cookie = pressed.header("Set-Cookie").split(";", 2)[0];
        state = Arrays.stream(URI.create(pressed.header("Location")).getQuery().split("&"))
                .filter(parameter -> parameter.startsWith("state="))
                .map(parameter -> parameter.substring("state=".length()))
                .collect(Collectors.joining());
        return this;
    }

    public Reply agrees(InstagramLogin.Code code) {
        return comesBack("state=" + state() + "&code=" + code.value());
    }

    public Reply comesBack(String query) {
        var carrying = cookie == null ? client : client.with("Cookie", cookie);
        return carrying.get("/meta/oauth/callback?" + query);
    }

    public String state() {
        if (state == null) {
            throw new IllegalStateException("this browser opened no link");
        }
        return state;
    }

    public String cookie() {
        if (cookie == null) {
            throw new IllegalStateException("this browser was given no cookie");
        }
        return cookie;
    }

    public void carries(String other) {
        cookie = other;
    }
}
