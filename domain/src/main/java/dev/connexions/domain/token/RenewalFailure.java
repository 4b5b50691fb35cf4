package dev.connexions.domain.token;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why a renewal brought no token. None of them by itself says that the connexion is over. */
public enum RenewalFailure {
    /** Meta says that the token is expired, revoked or unknown. */
    TOKEN_REFUSED,
    /** The token lacks the permission that renewing takes. */
    PERMISSION_MISSING,
    /** Meta refuses and its code does not tell why: too young, dead, or of another kind. */
    REFUSED,
    /** Meta asks to wait. */
    THROTTLED,
    /** Meta's own trouble, which passes. */
    UPSTREAM_FAILED,
    /** An answer came that cannot be trusted. */
    UPSTREAM_INVALID,
    /** No whole answer in time: Meta may have renewed it all the same, and the old token still works. */
    UPSTREAM_TIMEOUT;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<RenewalFailure> of(String code) {
        return Arrays.stream(values()).filter(f -> f.code().equals(code)).findFirst();
    }
}
