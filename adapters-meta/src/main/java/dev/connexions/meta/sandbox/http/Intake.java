package dev.connexions.meta.sandbox.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes a {@link Call} of what came in. */
public final class Intake {

    private static final Set<String> FORMS = Set.of("", "application/x-www-form-urlencoded", "text/plain");

    private Intake() {}

    /** @param path with its query, as it stands in the request line */
    public static Call read(String method, String origin, String path, Map<String, String> headers, Body body) {
        var question = path.indexOf('?');
        var authority = headers.get("host");
        var address = Address.of(question < 0 ? path : path.substring(0, question), authority);
        var params = new Params();
        decode(params, question < 0 ? "" : path.substring(question + 1));
        // a test that posts JSON to the control API may say what it likes about its type, and an upload is no parameter
        if (!address.host().startsWith("_") && !address.host().equals(MetaHosts.FACEBOOK_UPLOAD)) {
            readBody(params, headers.getOrDefault("content-type", ""), body);
        }
        var meant = params.one("method").orElse(method).toUpperCase(Locale.ROOT);
        var token = bearer(headers.get("authorization"));
        return new Call(
                meant,
                origin,
                address,
                params,
                token == null ? params.one("access_token").orElse(null) : token,
                headers,
                body);
    }

    private static void readBody(Params params, String contentType, Body body) {
        var type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (type.equals("multipart/form-data")) {
            Multipart.into(params, contentType, body);
        } else if (type.equals("application/json")) {
            var json = Json.read(body.length() == 0 ? "{}" : body.text());
            json.properties()
                    .forEach(member -> params.add(
                            member.getKey(),
                            member.getValue().isValueNode()
                                    ? member.getValue().asText()
                                    : Json.write(member.getValue())));
        } else if (FORMS.contains(type)) {
            decode(params, body.text());
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
