package dev.connexions.meta.foreign;

import com.facebook.ads.sdk.APIContext;
import com.facebook.ads.sdk.APIException;
import com.google.gson.JsonObject;
import dev.connexions.meta.testing.RunningSandbox;
import org.jspecify.annotations.Nullable;

/** Meta's own SDK for Java, with another base address than Meta's. */
final class MetaSdk {

    private MetaSdk() {}

    /** Each call carries the proof that the app's secret is known. */
    static APIContext facebook(TrustedSandbox sandbox, String token) {
        return context(sandbox.at("graph.facebook.com"), token, RunningSandbox.FACEBOOK_SECRET);
    }

    static APIContext instagram(TrustedSandbox sandbox, String token) {
        return context(sandbox.at("graph.instagram.com"), token, null);
    }

    private static APIContext context(String base, String token, @Nullable String secret) {
        return new APIContext(base, base, TrustedSandbox.VERSION, token, secret, null, false);
    }

    /** The SDK has no type for an error: what it throws says it word for word. */
    static JsonObject error(APIException failed) {
        return failed.getRawResponseAsJsonObject().getAsJsonObject("error");
    }
}
