package dev.connexions.meta.sandbox.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Makes a {@link Call} of what came in. */
final class Intake {

    private Intake() {}

    static Call read(
            String method,
            String path,
            @Nullable String query,
            @Nullable String authorization,
            @Nullable String contentType,
            String body) {
        var address = Address.of(path);
        var params = new Params();
        decode(params, query == null ? "" : query);
        // a test that posts JSON to the control API may say what it likes about its type
        if (!address.host().startsWith("_")) {
            readBody(params, contentType == null ? "" : contentType, body);
        }
        var meant = params.one("method").orElse(method).toUpperCase(Locale.ROOT);
        var token = bearer(authorization);
        return new Call(
                meant,
                address,
                params,
                token == null ? params.one("access_token").orElse(null) : token,
                body);
    }

    private static void readBody(Params params, String contentType, String body) {
        var type = contentType.toLowerCase(Locale.ROOT);
        if (type.startsWith("multipart/form-data")) {
            Multipart.into(params, contentType, body);
        } else if (type.startsWith("application/json")) {
            var json = Json.read(body.isEmpty() ? "{}" : body);
            json.properties()
                    .forEach(member -> params.add(
                            member.getKey(),
                            member.getValue().isValueNode()
                                    ? member.getValue().asText()
                                    : Json.write(member.getValue())));
        } else {
            decode(params, body);
        }
    }

    private static void decode(Params params, String encoded) {
        for (var pair : encoded.split("&", -1)) {
            var equals = pair.indexOf('=');
            if (!pair.isEmpty()) {
                params.add(
                        unescape(equals < 0 ? pair : pair.substring(0, equals)),
                        equals < 0 ? "" : unescape(pair.substring(equals + 1)));
            }
        }
    }

    private static String unescape(String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw new UnreadableCallException("a parameter has a broken %-escape");
        }
    }

    private static @Nullable String bearer(@Nullable String authorization) {
        if (authorization == null) {
            return null;
        }
        var space = authorization.indexOf(' ');
        var scheme = space < 0 ? "" : authorization.substring(0, space);
        return scheme.equalsIgnoreCase("bearer") || scheme.equalsIgnoreCase("oauth")
                ? authorization.substring(space + 1).strip()
                : null;
    }
}
