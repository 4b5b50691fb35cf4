package dev.connexions.meta.limits;

import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What one answer said of limits, as far as it made sense.
 *
 * @param app the app's use in percent
 * @param others by Meta's id of whom it is about
 * @param retryAfter how long to wait, from now
 */
record Signals(
        OptionalInt app,
        Map<String, Share> others,
        @Nullable Duration retryAfter) {

    static final Signals NONE = new Signals(OptionalInt.empty(), Map.of(), null);

    /**
     * @param percent of the limit
     * @param regain how long until Meta lets the subject through again; absent when it does now
     */
    record Share(OptionalInt percent, @Nullable Duration regain) {}
}
