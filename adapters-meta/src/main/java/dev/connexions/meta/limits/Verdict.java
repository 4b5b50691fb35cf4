package dev.connexions.meta.limits;

/** What an answer says of limits by what it is, whatever its headers say. */
public enum Verdict {
    /** It went through the limits. */
    PASSED,
    /** The app as a whole asks too much. */
    APP_THROTTLED,
    /** The one whom the call is about does. */
    SUBJECT_THROTTLED,
    /** No answer, or none that tells. */
    SILENT
}
