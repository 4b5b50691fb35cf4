package dev.connexions.meta.sandbox.requests;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A call that came in, and what it got.
 *
 * @param parameters without the secrets
 * @param account whom it was about, as far as it told
 * @param status absent when no answer was sent
 * @param fault what struck it
 */
public record Received(
        long number,
        Instant at,
        String method,
        String path,
        Map<String, List<String>> parameters,
        boolean withToken,
        @Nullable String account,
        @Nullable Integer status,
        @Nullable String fault) {}
