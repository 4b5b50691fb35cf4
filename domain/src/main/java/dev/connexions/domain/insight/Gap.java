package dev.connexions.domain.insight;

/** Why there is no reading although Meta was, or could have been, asked. None of them is a zero. */
public enum Gap {
    /** Meta answered and had nothing: too early (up to 48 hours), too few followers, nothing happened. */
    NO_DATA,
    /** This login product, or this kind of media, has no such metric; Meta was not asked. */
    NOT_OFFERED,
    /** Meta keeps it for a shorter time than that; it was not asked. */
    TOO_OLD,
    /** The data file of metrics does not know it; Meta was not asked. */
    UNKNOWN_METRIC,
    /**
     * A story whose metrics Meta refuses with code 10: fewer than five people saw it, or the permission is gone. Only
     * another call tells which.
     */
    WITHHELD,
    /** Older than the account's change to a professional one. */
    BEFORE_CONVERSION,
    /** Meta refuses this metric here, for a reason that it does not put into a code. */
    REFUSED
}
