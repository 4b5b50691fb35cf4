package dev.connexions.domain.shared;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Ties an answer, its log lines and its audit entries together: 1 to 128 characters of {@code A-Z a-z 0-9 . _ : -}. */
public record RequestId(String value) {

    private static final int MAX_LENGTH = 128;
    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._:-]{1,128}");

    public RequestId {
        if (!SANE.matcher(value).matches()) {
            throw new IllegalArgumentException("a request id is 1 to 128 characters of A-Z a-z 0-9 . _ : -");
        }
    }

    public static Optional<RequestId> parse(String value) {
        return SANE.matcher(value).matches() ? Optional.of(new RequestId(value)) : Optional.empty();
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
