package dev.connexions.domain.authorization;

import java.util.Locale;

/** Why a session brought nothing. */
public enum Failure {
    /** The person said no. */
    DENIED,
    /** The consent shows no account that can be connected. */
    NO_PROFESSIONAL_ACCOUNT,
    /** A reconnect came back with another account. */
    WRONG_ACCOUNT,
    /** Another connexion of the organisation already holds the account. */
    ALREADY_LINKED,
    /** A permission, or a task on the Page, without which the account cannot be used was not given. */
    PERMISSION_MISSING,
    /** Meta refused the code: used, expired, or not ours. */
    CODE_REJECTED,
    /** Meta does not take the consent's token any more, before it could be used. */
    CONSENT_WITHDRAWN,
    /** Meta did not answer, or not in a way that can be trusted. */
    UPSTREAM_UNAVAILABLE;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
