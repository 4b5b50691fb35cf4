package dev.connexions.domain.token;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the renewal of a connexion's token goes.
 *
 * @param nextAt when it is tried next; absent when it is not to be, and for a token that nobody has looked at yet
 * @param failures in a row
 * @param last the latest attempt, whoever asked for it
 */
public record Refreshing(
        @Nullable Instant nextAt, int failures, @Nullable Attempt last) {

    public static final Refreshing NONE = new Refreshing(null, 0, null);

    private static final String RENEWED = "renewed";

    /** @param failure absent when it brought a token */
    public record Attempt(Instant at, @Nullable RenewalFailure failure) {

        /** As the API spells it. */
        public String result() {
            return failure == null ? RENEWED : failure.code();
        }

        /** @throws IllegalArgumentException for a result that nobody knows */
        public static Attempt of(Instant at, String result) {
            return new Attempt(
                    at,
                    result.equals(RENEWED)
                            ? null
                            : RenewalFailure.of(result)
                                    .orElseThrow(() -> new IllegalArgumentException("no result of a renewal")));
        }
    }

    public Refreshing {
        if (failures < 0) {
            throw new IllegalArgumentException("failures are counted from 0");
        }
    }

    /** For a token that has just come, or that is looked at for the first time. */
    public Refreshing startingAt(@Nullable Instant opens) {
        return new Refreshing(opens, 0, last);
    }

    public static Refreshing renewedAt(Instant now, @Nullable Instant opens) {
        return new Refreshing(opens, 0, new Attempt(now, null));
    }

    public Refreshing failed(RenewalFailure why, @Nullable Instant retry, Instant now) {
        return new Refreshing(retry, failures + 1, new Attempt(now, why));
    }

    /** As {@link #failed}, but what was planned stays planned. */
    public Refreshing failedOnDemand(RenewalFailure why, Instant now) {
        return new Refreshing(nextAt, failures, new Attempt(now, why));
    }
}
