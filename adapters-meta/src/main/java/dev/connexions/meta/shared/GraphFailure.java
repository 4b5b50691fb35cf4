package dev.connexions.meta.shared;

import org.jspecify.annotations.Nullable;

/**
 * Why a call brought nothing, by Meta's codes alone: its texts are translated for whoever asks. None of them carries a
 * secret.
 */
public sealed interface GraphFailure {

    /** No whole answer came in time. Whether the call had an effect is unknown. */
    record NoAnswer(String why) implements GraphFailure {}

    /** An answer came that is not what Meta documents. */
    record Unintelligible(String why) implements GraphFailure {}

    /** Meta's own trouble, which passes. */
    record Outage(int status, int code) implements GraphFailure {}

    record Throttled(int code) implements GraphFailure {}

    /** The token is expired, revoked or unknown; the subcode says which. */
    record TokenRefused(int code, @Nullable Integer subcode) implements GraphFailure {}

    record PermissionRefused(int code, @Nullable Integer subcode) implements GraphFailure {}

    /** Anything else that Meta refuses. */
    record Rejected(int code, @Nullable Integer subcode) implements GraphFailure {}

    /** In words, for a log or a caller. */
    default String summary() {
        return switch (this) {
            case NoAnswer(var why) -> "Meta did not answer: " + why;
            case Unintelligible(var why) -> "Meta's answer cannot be trusted: " + why;
            case Outage(var status, var code) -> "Meta is out of order: status " + status + ", code " + code;
            case Throttled(var code) -> "Meta throttles us: code " + code;
            case TokenRefused(var code, var subcode) -> "Meta refused the token: " + codes(code, subcode);
            case PermissionRefused(var code, var subcode) -> "Meta misses a permission: " + codes(code, subcode);
            case Rejected(var code, var subcode) -> "Meta refused: " + codes(code, subcode);
        };
    }

    private static String codes(int code, @Nullable Integer subcode) {
        return subcode == null ? "code " + code : "code " + code + "/" + subcode;
    }
}
