package dev.connexions.domain.authorization;

import java.util.Locale;

/** Why a session brought nothing. */
public enum Failure {
    /** The person said no. */
    DENIED,
    /** The account is personal, or Meta shows none. */
    NO_PROFESSIONAL_ACCOUNT,
    /** A reconnect came back with another account. */
    WRONG_ACCOUNT,
    /** Another connexion of the organisation already holds the account. */
    ALREADY_LINKED,
    /** Not even the permission to see the profile was given. */
    PERMISSION_MISSING,
    /** Meta refused the code: used, expired, or not ours. */
    CODE_REJECTED,
    /** Meta did not answer, or not in a way that can be trusted. */
    UPSTREAM_UNAVAILABLE;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
