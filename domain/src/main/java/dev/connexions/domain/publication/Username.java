package dev.connexions.domain.publication;

import java.util.regex.Pattern;

/** An Instagram user by name, without {@code @}: 1 to 30 letters, digits, periods and underscores of US-ASCII. */
public record Username(String value) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._]{1,30}");

    public Username {
        if (!NAME.matcher(value).matches()) {
            throw new IllegalArgumentException("a username is 1 to 30 letters, digits, periods and underscores");
        }
    }
}
