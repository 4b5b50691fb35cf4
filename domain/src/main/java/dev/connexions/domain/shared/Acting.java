package dev.connexions.domain.shared;

/** An administrator of the platform reaching beyond its own organisation, and why: what is said lands in the audit. */
public sealed interface Acting {

    String reason();

    /** In one organisation, as if it were the administrator's own. */
    record Within(OrganisationId organisation, String reason) implements Acting {}

    /** Over all of them, to look. */
    record Everywhere(String reason) implements Acting {}

    int MAX_REASON = 500;

    /** @throws IllegalArgumentException when the text is not one line of 1 to 500 characters */
    static String chosenReason(String raw) {
        return Texts.line("a reason", raw, MAX_REASON);
    }
}
