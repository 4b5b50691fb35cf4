package dev.connexions.domain.shared;

import java.util.Optional;
import java.util.UUID;

/** Ties an answer, its log lines and its audit entries together: 1 to 128 characters of {@code A-Z a-z 0-9 . _ : -}. */
public record RequestId(String value) {

    private static final int MAX_LENGTH = 128;
    private static final String OTHERS = "._:-";

    public RequestId {
        if (!isSane(value)) {
            throw new IllegalArgumentException("a request id is 1 to 128 characters of A-Z a-z 0-9 . _ : -");
        }
    }

    public static Optional<RequestId> parse(String value) {
        return isSane(value) ? Optional.of(new RequestId(value)) : Optional.empty();
    }

    private static boolean isSane(String value) {
        for (var i = 0; i < value.length(); i++) {
            var c = value.charAt(i);
            var allowed = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!allowed && OTHERS.indexOf(c) < 0) {
                return false;
            }
        }
        return !value.isEmpty() && value.length() <= MAX_LENGTH;
    }

    /** One that nobody else has, and that begins as this one does: its caller may have sent this one before. */
    public RequestId attempt() {
        var unique = UUID.randomUUID().toString();
        var kept = Math.min(value.length(), MAX_LENGTH - unique.length() - 1);
        return new RequestId(value.substring(0, kept) + ":" + unique);
    }

    public static RequestId random() {
        return new RequestId(UUID.randomUUID().toString());
    }
}
