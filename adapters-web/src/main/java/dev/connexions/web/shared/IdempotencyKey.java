package dev.connexions.web.shared;

import dev.connexions.domain.audit.AuditEntry;
import dev.connexions.domain.shared.Digest;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a caller calls a request, so that it is done once. Quoted or bare, it is the same key. */
record IdempotencyKey(String value) {

    private static final HeaderName HEADER = HeaderNames.create("Idempotency-Key");

    /** A string of RFC 9651 without parameters, and without blanks. */
    private static final Pattern QUOTED = Pattern.compile("\"((?:[!#-\\[\\]-~]|\\\\[\"\\\\])+)\"");

    /** A comma would be the end of a list's first member. */
    private static final Pattern BARE = Pattern.compile("[!#-+\\--~]+");

    private static final Pattern ESCAPED = Pattern.compile("\\\\(.)");
    private static final int MAX_LENGTH = 255;
    private static final int MAX_HEADER_LENGTH = 2 * MAX_LENGTH + 2;

    /** @throws Refusal when there is one that is none */
    static Optional<IdempotencyKey> of(Headers headers) {
        var values = Exchange.all(headers, HEADER);
        if (values.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(values.getFirst())
                .filter(only -> values.size() == 1)
                .flatMap(IdempotencyKey::parse)
                .or(() -> {
                    throw new Refusal(
                            ProblemType.IDEMPOTENCY_KEY_INVALID,
                            "Idempotency-Key is sent once, with 1 to 255 visible ASCII characters, quoted or bare.");
                });
    }

    private static Optional<IdempotencyKey> parse(String header) {
        if (header.length() > MAX_HEADER_LENGTH) {
            return Optional.empty();
        }
        var quoted = QUOTED.matcher(header);
        var text = quoted.matches() ? ESCAPED.matcher(quoted.group(1)).replaceAll("$1") : header;
        var isKey = (quoted.matches() || BARE.matcher(header).matches()) && text.length() <= MAX_LENGTH;
        return isKey ? Optional.of(new IdempotencyKey(text)) : Optional.empty();
    }

    Digest digest() {
        return AuditEntry.sha256(value);
    }

    @Override
    public String toString() {
        return "IdempotencyKey";
    }
}
