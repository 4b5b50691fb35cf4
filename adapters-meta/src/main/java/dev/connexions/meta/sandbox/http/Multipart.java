package dev.connexions.meta.sandbox.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.regex.Pattern;

/** The fields of {@code multipart/form-data} (RFC 7578); no call that the sandbox knows takes a file this way. */
final class Multipart {

    private static final Pattern BOUNDARY =
            Pattern.compile(";\\s*boundary=(?:\"([^\"]{1,70})\"|([^;\\s\"]{1,70}))", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAME =
            Pattern.compile("(?i)content-disposition:[^\r\n]*;\\s*name=\"([^\"\r\n]*)\"(;\\s*filename=)?");

    private Multipart() {}

    static void into(Params params, String contentType, Body body) {
        var boundary = BOUNDARY.matcher(contentType);
        if (!boundary.find()) {
            throw new UnreadableCallException("multipart without a boundary");
        }
        var delimiter = "\r\n--" + (boundary.group(1) == null ? boundary.group(2) : boundary.group(1));
        var parts = ("\r\n" + new String(body.bytes(), ISO_8859_1)).split(Pattern.quote(delimiter), -1);
        // before the first delimiter and behind the last there is nothing that counts
        for (var i = 1; i < parts.length - 1; i++) {
            var part = parts[i];
            var head = part.indexOf("\r\n\r\n");
            var name = NAME.matcher(head < 0 ? "" : part.substring(0, head));
            if (!name.find()) {
                throw new UnreadableCallException("a part of the multipart body has no name");
            }
            if (name.group(2) == null) {
                params.add(utf8(name.group(1)), utf8(part.substring(head + 4)));
            }
        }
    }

    /** Byte for byte until here, so that a file among the parts does no harm. */
    private static String utf8(String bytes) {
        return new String(bytes.getBytes(ISO_8859_1), UTF_8);
    }
}
