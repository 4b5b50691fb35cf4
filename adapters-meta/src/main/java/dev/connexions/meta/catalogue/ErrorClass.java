package dev.connexions.meta.catalogue;

/**
 * What one of Meta's errors is to us.
 *
 * @param reason one word for programs
 * @param appWide whether a throttle holds for the whole app, not for one account
 * @param effectPossible whether the call may have had its effect although Meta answers like this
 */
public record ErrorClass(Kind kind, String reason, boolean appWide, boolean effectPossible) {

    /** For what stands in no table. */
    static final ErrorClass UNKNOWN = new ErrorClass(Kind.REJECTED, "unclassified", false, false);

    public enum Kind {
        TOKEN,
        PERMISSION,
        CHECKPOINT,
        THROTTLED,
        TRANSIENT,
        REJECTED
    }
}
