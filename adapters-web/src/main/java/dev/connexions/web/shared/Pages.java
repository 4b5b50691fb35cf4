package dev.connexions.web.shared;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.connexions.domain.shared.OrganisationId;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Lists by pages. A cursor is sealed, so that nobody makes one up or reads one, and bound to the path with all other
 * parameters; inside it stands the organisation that it was handed out in.
 */
public final class Pages {

    private static final String LIMIT = "limit";
    private static final String CURSOR = "cursor";
    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 200;
    private static final int MAX_CURSOR_LENGTH = 1024;

    /**
     * Where a page begins.
     *
     * @param position as {@link #answer} was given it
     */
    public record Start(OrganisationId inside, String position) {}

    public record Asked(int limit, @Nullable Start start) {

        public @Nullable OrganisationId inside() {
            return start == null ? null : start.inside();
        }

        public @Nullable String position() {
            return start == null ? null : start.position();
        }
    }

    private final URI publicUrl;
    private final Seal seal;

    public Pages(URI publicUrl, Seal seal) {
        this.publicUrl = publicUrl;
        this.seal = seal;
    }

    /** Adds what is wrong to the call's faults. */
    public Asked asked(Call call, Query query) {
        var limit = query.optional(LIMIT, ProblemType.MALFORMED_REQUEST, Pages::limit)
                .orElse(DEFAULT_LIMIT);
        var cursor = query.optional(
                        CURSOR,
                        ProblemType.INVALID_CURSOR,
                        text -> open(text, list(call, query))
                                .orElseThrow(() -> new IllegalArgumentException("this cursor is not for this list")))
                .orNull();
        return new Asked(limit, cursor);
    }

    /** @param next where the following page begins, on one line; absent on the last */
    public Answer answer(Call call, Query query, OrganisationId organisation, List<?> items, @Nullable String next) {
        if (next == null) {
            return Answer.json(200, new Page(items, null));
        }
        var cursor = issue(organisation, next, list(call, query));
        var parameters = query.without(CURSOR);
        parameters.put(CURSOR, cursor);
        var address = publicUrl + call.path() + "?" + QueryString.encode(parameters);
        return Answer.json(200, new Page(items, cursor)).with("Link", "<" + address + ">; rel=\"next\"");
    }

    public static Refusal foreignPosition() {
        return new Refusal(ProblemType.INVALID_CURSOR, "This cursor is not for this list.");
    }

    private record Page(List<?> items, @Nullable String nextCursor) {}

    private String issue(OrganisationId organisation, String position, byte[] list) {
        var plain = (organisation.value() + " " + position).getBytes(UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(seal.seal(plain, list));
    }

    private Optional<Start> open(String cursor, byte[] list) {
        if (cursor.length() > MAX_CURSOR_LENGTH) {
            return Optional.empty();
        }
        try {
            return seal.open(Base64.getUrlDecoder().decode(cursor), list).map(plain -> {
                var parts = new String(plain, UTF_8).split(" ", 2);
                return new Start(new OrganisationId(UUID.fromString(parts[0])), parts[1]);
            });
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** What a cursor is bound to. */
    private static byte[] list(Call call, Query query) {
        SortedMap<String, String> parameters = query.without(CURSOR);
        return Json.bytes(List.of(call.path(), parameters));
    }

    private static int limit(String text) {
        if (text.matches("[1-9][0-9]{0,2}")) {
            var limit = Integer.parseInt(text);
            if (limit <= MAX_LIMIT) {
                return limit;
            }
        }
        throw new IllegalArgumentException("an integer from 1 to " + MAX_LIMIT);
    }
}
