package dev.connexions.domain.shared;

import java.util.regex.Pattern;

/**
 * The one rule for the ids of Meta's objects. They are texts (many exceed 2^53) and stand in the path of an address, so
 * nothing else than digits is let in.
 */
public final class MetaIds {

    private static final Pattern ID = Pattern.compile("[0-9]{1,32}");

    private MetaIds() {}

    /** @throws IllegalArgumentException naming {@code what} unless it is 1 to 32 digits */
    public static String checked(String what, String value) {
        if (!ID.matcher(value).matches()) {
            throw new IllegalArgumentException(what + " is 1 to 32 digits");
        }
        return value;
    }
}
