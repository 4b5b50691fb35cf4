package dev.connexions.domain.connexion;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of professional account. A personal one has no API and is never connected. */
public enum AccountType {
    BUSINESS,
    MEDIA_CREATOR;

    /** Meta's documentation writes {@code Media_Creator}, its answers {@code MEDIA_CREATOR}: case tells nothing. */
    public static Optional<AccountType> of(String text) {
        var name = text.toUpperCase(Locale.ROOT);
        return Arrays.stream(values()).filter(type -> type.name().equals(name)).findFirst();
    }
}
