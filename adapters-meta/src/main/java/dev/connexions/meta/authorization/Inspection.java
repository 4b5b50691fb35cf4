package dev.connexions.meta.authorization;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connexions.meta.shared.Answers;
import dev.connexions.meta.shared.GarbledAnswerException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What Meta says of a token.
 *
 * @param appId whose token it is; absent where Meta says nothing
 * @param type {@code USER}, {@code PAGE}, … ; absent where Meta says nothing
 * @param expiresAt absent when it has no end, or none was named
 * @param endless whether it was said to have no end
 * @param scopes what the person granted; absent where Meta does not say
 * @param targets for each permission that was given for some things only, their ids
 */
record Inspection(
        @Nullable String appId,
        @Nullable String type,
        boolean valid,
        @Nullable Instant issuedAt,
        @Nullable Instant expiresAt,
        boolean endless,
        @Nullable Set<String> scopes,
        Map<String, Set<String>> targets) {

    /** Now and then Meta answers an empty list instead, which says nothing, and so denies nothing. */
    static final Inspection SILENT = new Inspection(null, null, true, null, null, false, null, Map.of());

    /** The year 2100: whatever lies beyond is no date of Meta's. */
    private static final long LATEST = 4_102_444_800L;

    static Inspection read(JsonNode body) {
        var data = body.get("data");
        if (data == null || (data.isArray() && data.isEmpty())) {
            return SILENT;
        }
        if (!data.isObject()) {
            throw new GarbledAnswerException("data is no object");
        }
        return new Inspection(
                // a number with old apps
                data.hasNonNull("app_id") ? Answers.id(data, "app_id") : null,
                Answers.textIfAny(data, "type"),
                data.path("is_valid").asBoolean(false),
                instant(data, "issued_at"),
                instant(data, "expires_at"),
                isZero(data, "expires_at"),
                scopes(data.path("scopes")),
                targets(data.path("granular_scopes")));
    }

    /** Whether a permission covers a thing. Without a list it covers all of them. */
    boolean covers(String scope, String id) {
        var ids = targets.get(scope);
        return ids == null || ids.isEmpty() || ids.contains(id);
    }

    /** Whether a permission is said not to be given, to a token that lives. */
    boolean lacks(String scope) {
        return valid && scopes != null && !scopes.contains(scope);
    }

    private static @Nullable Set<String> scopes(JsonNode scopes) {
        if (!scopes.isArray()) {
            return null;
        }
        var names = new TreeSet<String>();
        scopes.forEach(scope -> names.add(scope.asText()));
        return names;
    }

    private static @Nullable Instant instant(JsonNode data, String member) {
        return !data.hasNonNull(member) || isZero(data, member)
                ? null
                : Instant.ofEpochSecond(Answers.seconds(data, member, 1, LATEST));
    }

    /** Which stands for never. */
    private static boolean isZero(JsonNode data, String member) {
        var value = data.path(member);
        return value.isIntegralNumber() && value.asLong() == 0;
    }

    private static Map<String, Set<String>> targets(JsonNode scopes) {
        var targets = new HashMap<String, Set<String>>();
        for (var scope : scopes) {
            var ids = new TreeSet<String>();
            scope.path("target_ids").forEach(id -> ids.add(id.asText()));
            targets.put(scope.path("scope").asText(), ids);
        }
        return targets;
    }
}
