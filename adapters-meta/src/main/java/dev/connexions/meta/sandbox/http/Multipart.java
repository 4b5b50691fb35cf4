package dev.connexions.meta.sandbox.http;

import java.util.regex.Pattern;

/** The fields of {@code multipart/form-data} (RFC 7578); files are not among what the sandbox takes. */
final class Multipart {

    private static final Pattern BOUNDARY =
            Pattern.compile(";\\s*boundary=(?:\"([^\"]{1,70})\"|([^;\\s\"]{1,70}))", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAME = Pattern.compile("(?i)content-disposition:[^\r\n]*;\\s*name=\"([^\"\r\n]*)\"");

    private Multipart() {}

    static void into(Params params, String contentType, String body) {
        var boundary = BOUNDARY.matcher(contentType);
        if (!boundary.find()) {
            throw new UnreadableCallException("multipart without a boundary");
        }
        var delimiter = "\r\n--" + (boundary.group(1) == null ? boundary.group(2) : boundary.group(1));
        var parts = ("\r\n" + body).split(Pattern.quote(delimiter), -1);
        // before the first delimiter and behind the last there is nothing that counts
        for (var i = 1; i < parts.length - 1; i++) {
            var part = parts[i];
            var head = part.indexOf("\r\n\r\n");
            var name = NAME.matcher(head < 0 ? "" : part.substring(0, head));
            if (!name.find()) {
                throw new UnreadableCallException("a part of the multipart body has no name");
            }
            params.add(name.group(1), part.substring(head + 4));
        }
    }
}
