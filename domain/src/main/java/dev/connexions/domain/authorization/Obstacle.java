package dev.connexions.domain.authorization;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why an account that a consent shows cannot be connected. */
public enum Obstacle {
    /** It is no professional account; personal ones have no API. */
    PERSONAL,
    /** No Instagram account is linked to the Page. */
    NOT_LINKED,
    /** The person left the Page unticked, or has no part in it any more. */
    PAGE_NOT_GRANTED,
    /** The person may look at the Page, but not work on it. */
    TASK_MISSING,
    /** A permission without which the account cannot be used was not given for it. */
    SCOPE_MISSING,
    /** Another connexion of the organisation holds it. Ours, not Meta's. */
    ALREADY_LINKED;

    /** What it comes to for a session that has no other account to offer. */
    public Failure failure() {
        return switch (this) {
            case PERSONAL, NOT_LINKED, PAGE_NOT_GRANTED -> Failure.NO_PROFESSIONAL_ACCOUNT;
            case TASK_MISSING, SCOPE_MISSING -> Failure.PERMISSION_MISSING;
            case ALREADY_LINKED -> Failure.ALREADY_LINKED;
        };
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Obstacle> of(String code) {
        return Arrays.stream(values()).filter(o -> o.code().equals(code)).findFirst();
    }
}
