package dev.connexions.meta.sandbox.faults;

import java.util.Locale;

public enum Behaviour {
    /** A given answer; nothing is done. */
    ANSWER,
    /** It is done, and answered as if it were not. */
    ANSWER_AFTER,
    /** The connection ends; nothing is done. */
    CUT_BEFORE,
    /** It is done, and the connection ends before anybody hears of it. */
    CUT_AFTER,
    /** The first half of what was sent arrives, and the connection ends. */
    CUT_MIDWAY,
    /** It is done, and told late. */
    SLOW,
    /** It is done, and told byte by byte. */
    DRIP,
    /** A page instead of JSON; nothing is done. */
    HTML,
    /** Too many calls, and nothing is done; or nearly too many, and it is done. */
    THROTTLE,
    /** The connection breaks; nothing is done. */
    RESET,
    /** A container is made, and never gets anywhere. */
    CONTAINER_STUCK,
    /** A container is made, and fails; its status names the subcode. */
    CONTAINER_ERROR,
    /** A container is made, and fails; its status does not say why. */
    CONTAINER_ERROR_UNEXPLAINED,
    /** A container is made, and fails; it has no status code, only a sentence. */
    CONTAINER_ERROR_UNCODED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean isAboutContainers() {
        return name().startsWith("CONTAINER_");
    }
}
