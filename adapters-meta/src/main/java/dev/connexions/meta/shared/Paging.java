package dev.connexions.meta.shared;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the next page of a list is. Meta's {@code next} is an address with a token in it, on a host of Meta's choosing: only
 * its cursor is ever used.
 */
final class Paging {

    private static final int MAX_CURSOR = 2048;
    private static final String AFTER = "after=";

    private Paging() {}

    /**
     * Empty at the end. A page may be empty and yet not the last, and the last one has cursors, too.
     *
     * @throws GarbledAnswerException when there is more and nothing says where
     */
    static Optional<String> after(JsonNode page) {
        var paging = page.get("paging");
        var next = paging == null || paging.isNull() ? null : Answers.textIfAny(paging, "next");
        if (paging == null || next == null) {
            return Optional.empty();
        }
        var cursor = Answers.textIfAny(paging.path("cursors"), "after");
        var found = cursor == null ? inAddress(next) : cursor;
        if (found == null || found.isEmpty() || found.length() > MAX_CURSOR) {
            throw new GarbledAnswerException("there is a next page, and nothing says where");
        }
        return Optional.of(found);
    }

    private static @Nullable String inAddress(String next) {
        try {
            var query = URI.create(next).getRawQuery();
            return query == null
                    ? null
                    : Arrays.stream(query.split("&", -1))
                            .filter(part -> part.startsWith(AFTER))
                            .map(part -> URLDecoder.decode(part.substring(AFTER.length()), UTF_8))
                            .findFirst()
                            .orElse(null);
        } catch (IllegalArgumentException malformed) {
            throw new GarbledAnswerException("next is no address");
        }
    }
}
