package dev.connexions.meta.foreign;

import com.restfb.DefaultFacebookClient;
import com.restfb.DefaultInstagramLoginClient;
import com.restfb.FacebookEndpoints;
import com.restfb.Version;
import dev.connexions.meta.testing.RunningSandbox;

/** RestFB, with other endpoints than Meta's. */
final class RestFb {

    private static final Version VERSION = Version.VERSION_24_0;

    private RestFb() {}

    /** @param token none: to log in. With one, each call carries the proof that the app's secret is known. */
    static DefaultFacebookClient facebook(TrustedSandbox sandbox, String token) {
        var client = token.isEmpty()
                ? new DefaultFacebookClient(VERSION)
                : new DefaultFacebookClient(token, RunningSandbox.FACEBOOK_SECRET, VERSION);
        client.setFacebookEndpointUrls(endpoints(sandbox));
        return client;
    }

    static DefaultInstagramLoginClient instagram(TrustedSandbox sandbox, String token) {
        var client = token.isEmpty()
                ? new DefaultInstagramLoginClient(VERSION)
                : new DefaultInstagramLoginClient(token, VERSION);
        client.setFacebookEndpointUrls(endpoints(sandbox));
        return client;
    }

    private static FacebookEndpoints endpoints(TrustedSandbox sandbox) {
        return new FacebookEndpoints() {

            @Override
            public String getFacebookEndpoint() {
                return sandbox.at("www.facebook.com");
            }

            @Override
            public String getGraphEndpoint() {
                return sandbox.at("graph.facebook.com");
            }

            // its own is for the reels of Pages: those of Instagram have another path on the same host
            @Override
            public String getReelUploadEndpoint() {
                return sandbox.at("rupload.facebook.com/ig-api-upload");
            }

            @Override
            public String getInstagramEndpoint() {
                return sandbox.at("graph.instagram.com");
            }

            @Override
            public String getInstagramApiEndpoint() {
                return sandbox.at("api.instagram.com");
            }

            @Override
            public String getInstagramOAuthEndpoint() {
                return sandbox.at("www.instagram.com");
            }
        };
    }
}
