package dev.connexions.meta.sandbox.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that goes wrong on purpose.
 *
 * @param status what the answer's status is, where the behaviour answers
 * @param code Meta's error code, where the behaviour answers with one
 * @param body what is answered to the letter
 * @param usage what the usage headers say, in percent, where the behaviour throttles
 * @param times how often it still strikes; absent: as often as it likes
 * @param until when it ends, by the sandbox's clock
 */
public record Fault(
        String id,
        Match match,
        Behaviour behaviour,
        @Nullable Integer status,
        @Nullable Integer code,
        @Nullable Integer subcode,
        @Nullable JsonNode body,
        Duration delay,
        int usage,
        @Nullable Integer times,
        @Nullable Instant until,
        double probability) {

    Fault struck() {
        return new Fault(
                id,
                match,
                behaviour,
                status,
                code,
                subcode,
                body,
                delay,
                usage,
                times == null ? null : times - 1,
                until,
                probability);
    }

    boolean isOver(Instant now) {
        return (times != null && times < 1) || (until != null && !now.isBefore(until));
    }
}
