package dev.connexions.meta.sandbox.control;

import java.util.regex.Pattern;

/** User names as Instagram allows them. */
final class Names {

    private static final Pattern USERNAME = Pattern.compile("[a-z0-9._]{1,30}");

    private Names() {}

    static String username(Members members) {
        var username = members.requiredText("username");
        if (!USERNAME.matcher(username).matches()) {
            throw members.bad("username", "must be 1 to 30 of a-z, 0-9, dot and underscore");
        }
        return username;
    }
}
