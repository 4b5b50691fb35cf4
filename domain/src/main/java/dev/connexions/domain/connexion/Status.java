package dev.connexions.domain.connexion;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A state's name, as the API spells it. */
public enum Status {
    PENDING,
    ACTIVE,
    THROTTLED,
    ERROR,
    EXPIRED,
    REAUTHORIZATION_REQUIRED,
    REVOKED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Status> of(String code) {
        return Arrays.stream(values()).filter(s -> s.code().equals(code)).findFirst();
    }
}
