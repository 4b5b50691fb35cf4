package dev.connexions.web.authorization;

import dev.connexions.domain.shared.OneTimeSecret;
import dev.connexions.web.shared.Call;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * The cookie that ties a consent to the browser that began it. {@code Lax}, because Meta's redirect is a navigation from
 * another site; a request that another site makes in the background does not carry it.
 */
final class BrowserBinding {

    static final String HEADER = "Set-Cookie";

    private static final String NAME = "connexions_oauth";
    private static final int MAX_LENGTH = 128;

    private final String attributes;

    BrowserBinding(URI publicUrl) {
        attributes = "; HttpOnly; SameSite=Lax; Path=" + publicUrl.getPath() + "/meta/oauth"
                + ("https".equals(publicUrl.getScheme()) ? "; Secure" : "");
    }

    String bind(OneTimeSecret browser, Duration lifetime) {
        return NAME + "=" + browser.reveal() + attributes + "; Max-Age=" + lifetime.toSeconds();
    }

    String release() {
        return NAME + "=" + attributes + "; Max-Age=0";
    }

    Optional<OneTimeSecret> of(Call call) {
        return call.cookie(NAME)
                .filter(value -> !value.isEmpty() && value.length() <= MAX_LENGTH)
                .map(OneTimeSecret::new);
    }
}
