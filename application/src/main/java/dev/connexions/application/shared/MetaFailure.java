package dev.connexions.application.shared;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Why Meta did not do what it was asked, told by its codes alone: its texts are translated for whoever asks. Every port to
 * Meta answers these. A reason is one word for programs, such as {@code caption_too_long}. None carries a secret.
 */
public sealed interface MetaFailure {

    /**
     * What Meta said, as it may be shown and recorded.
     *
     * @param code the HTTP status where Meta gave no code of its own
     */
    record Evidence(int code, @Nullable Integer subcode) {

        @Override
        public String toString() {
            return subcode == null ? "code " + code : "code " + code + "/" + subcode;
        }
    }

    /** The token is expired, revoked or unknown. */
    record TokenInvalid(String reason, Evidence evidence) implements MetaFailure {}

    /** The token is good, and may not do this. */
    record PermissionMissing(String reason, Evidence evidence) implements MetaFailure {}

    /** Meta wants the person to do something at Meta first: a checkpoint, a restriction, an unconfirmed account. */
    record Checkpoint(String reason, Evidence evidence) implements MetaFailure {}

    /**
     * Meta asks to wait, or our own limiter does before Meta has to; then there is no evidence, and nothing was sent.
     *
     * @param until absent when nobody said for how long
     */
    record ThrottledUntil(@Nullable Instant until, @Nullable Evidence evidence) implements MetaFailure {}

    /** Meta says that it could not, this time. Nothing happened; the same call may be made again. */
    record Transient(String reason, Evidence evidence) implements MetaFailure {}

    /**
     * The call may have had its effect: ask Meta what is the case before it is made again.
     *
     * @param sign what was seen instead of an answer that says so; never ambiguous itself
     */
    record Ambiguous(MetaFailure sign) implements MetaFailure {

        public Ambiguous {
            if (sign instanceof Ambiguous) {
                throw new IllegalArgumentException("doubt about doubt is doubt");
            }
        }
    }

    /** Meta refuses this very call, and will again. */
    record Rejected(String reason, Evidence evidence) implements MetaFailure {}

    /** No answer, or none that can be relied on. */
    record Outage(Kind kind) implements MetaFailure {

        public enum Kind {
            /** Nobody could be reached: nothing was sent. */
            UNREACHABLE,
            /** No whole answer in time. */
            TIMEOUT,
            /** The connection broke before the answer was whole. */
            CUT,
            /** Meta answered with a fault of its own. */
            FAILED,
            /** An answer came that is not what Meta documents. */
            INVALID,
            /** So much went wrong lately that it was not even tried. */
            SUSPENDED;

            public String code() {
                return name().toLowerCase(Locale.ROOT);
            }
        }
    }

    /** In words, for a log or a caller. */
    default String summary() {
        return switch (this) {
            case TokenInvalid(var reason, var evidence) -> "Meta refused the token (" + reason + "): " + evidence;
            case PermissionMissing(var reason, var evidence) ->
                "Meta misses a permission (" + reason + "): " + evidence;
            case Checkpoint(var reason, var evidence) ->
                "Meta wants the account's owner to act (" + reason + "): " + evidence;
            case ThrottledUntil(var until, var evidence) ->
                "Meta throttles us" + (until == null ? "" : " until " + until)
                        + (evidence == null ? "" : ": " + evidence);
            case Transient(var reason, var evidence) -> "Meta could not, this time (" + reason + "): " + evidence;
            case Ambiguous(var sign) -> "It may have been done all the same. " + sign.summary();
            case Rejected(var reason, var evidence) -> "Meta refused (" + reason + "): " + evidence;
            case Outage(var kind) ->
                switch (kind) {
                    case UNREACHABLE -> "Meta cannot be reached";
                    case TIMEOUT -> "Meta did not answer in time";
                    case CUT -> "Meta's answer broke off";
                    case FAILED -> "Meta is out of order";
                    case INVALID -> "Meta's answer cannot be trusted";
                    case SUSPENDED -> "Meta was out of order lately and is not asked for a while";
                };
        };
    }
}
