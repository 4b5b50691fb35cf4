package dev.connexions.meta.sandbox.faults;

import java.util.Locale;

public enum Behaviour {
    /** A given answer; nothing is done. */
    ANSWER,
    /** The connection ends; nothing is done. */
    CUT_BEFORE,
    /** It is done, and the connection ends before anybody hears of it. */
    CUT_AFTER,
    /** It is done, and told late. */
    SLOW,
    /** It is done, and told byte by byte. */
    DRIP,
    /** A page instead of JSON; nothing is done. */
    HTML,
    /** Too many calls; nothing is done. */
    THROTTLE,
    /** The connection breaks; nothing is done. */
    RESET;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
