package dev.connexions.meta.sandbox.http;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the sandbox was asked.
 *
 * @param method what it means, which a parameter {@code method} may say differently from HTTP
 * @param origin scheme and authority, as the caller wrote them
 * @param token the access token, from header or parameters
 * @param headers by their names in lower case; of several of one name the first
 * @param body as it was sent, for who wants more than parameters
 */
public record Call(
        String method,
        String origin,
        Address address,
        Params params,
        @Nullable String token,
        Map<String, String> headers,
        Body body) {

    public Call {
        headers = Map.copyOf(headers);
    }

    @Override
    public String toString() {
        return method + " " + address.path();
    }

    /** A HEAD is a GET of which the listener keeps the body to itself. */
    public boolean isGet() {
        return method.equals("GET") || method.equals("HEAD");
    }

    public boolean isPost() {
        return method.equals("POST");
    }

    /** Where Meta's host begins, for links in answers. */
    public String base() {
        return origin + address.prefix();
    }

    /** What arrived of it when the connection ended midway. */
    public Call firstHalf() {
        return new Call(method, origin, address, params, token, headers, body.firstHalf());
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** The same call, as if it had been sent with another token and its host named as {@code prefix} does. */
    public Call with(String prefix, @Nullable String itsToken) {
        var there = new Address(address.full(), prefix, address.host(), address.version(), address.path());
        return new Call(method, origin, there, params, itsToken, headers, body);
    }
}
