package dev.connexions.meta.sandbox.graph;

import dev.connexions.meta.sandbox.http.MetaHosts;

/** The two hosts that speak the Graph dialect, and what differs between them (dossier 1.2, 1.3). */
public enum GraphHost {
    FACEBOOK(MetaHosts.FACEBOOK_GRAPH, "instagram_", "OAuthException", "GraphMethodException"),
    INSTAGRAM(MetaHosts.INSTAGRAM_GRAPH, "instagram_business_", "IGApiException", "IGApiException");

    private final String host;
    private final String scopePrefix;
    private final String fieldError;
    private final String methodError;

    GraphHost(String host, String scopePrefix, String fieldError, String methodError) {
        this.host = host;
        this.scopePrefix = scopePrefix;
        this.fieldError = fieldError;
        this.methodError = methodError;
    }

    public String host() {
        return host;
    }

    /** {@code content_publish} is {@code instagram_content_publish} here and {@code instagram_business_content_publish} there. */
    public String scope(String capability) {
        return scopePrefix + capability;
    }

    /** The {@code type} of an error about a parameter. */
    public String fieldError() {
        return fieldError;
    }

    /** The {@code type} of an error about an object or a method. */
    public String methodError() {
        return methodError;
    }
}
