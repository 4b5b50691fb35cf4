package dev.connexions.meta.sandbox.http;

import org.jspecify.annotations.Nullable;

/**
 * What the sandbox was asked.
 *
 * @param method what it means, which a parameter {@code method} may say differently from HTTP
 * @param token the access token, from header or parameters
 * @param body as it was sent, for who wants more than parameters
 */
public record Call(
        String method,
        Address address,
        Params params,
        @Nullable String token,
        String body) {

    @Override
    public String toString() {
        return method + " " + address.path();
    }

    public boolean isGet() {
        return method.equals("GET");
    }

    public boolean isPost() {
        return method.equals("POST");
    }
}
