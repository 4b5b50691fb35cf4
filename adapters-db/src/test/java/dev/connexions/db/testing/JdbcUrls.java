package dev.connexions.db.testing;

import dev.connexions.db.shared.Login;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The same server, another database, somebody else. */
final class JdbcUrls {

    private static final Pattern URL = Pattern.compile("(jdbc:postgresql://[^/?]*/)([^?]*)(?:\\?(.*))?");

    private JdbcUrls() {}

    static String withDatabase(String url, String database) {
        var parts = parts(url);
        var rest = parts.group(3) == null
                ? ""
                : Arrays.stream(parts.group(3).split("&"))
                        .filter(parameter -> !parameter.startsWith("user=") && !parameter.startsWith("password="))
                        .collect(Collectors.joining("&"));
        return parts.group(1) + database + (rest.isEmpty() ? "" : "?" + rest);
    }

    static String withDatabaseAndCredentials(String url, String database) {
        var parts = parts(url);
        return parts.group(1) + database + (parts.group(3) == null ? "" : "?" + parts.group(3));
    }

    static String withLogin(String url, Login login) {
        return url + (url.contains("?") ? "&" : "?") + "user=" + login.user() + "&password=" + login.password();
    }

    private static Matcher parts(String url) {
        var matcher = URL.matcher(url);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "CONNEXIONS_TEST_DB is no URL of the form jdbc:postgresql://host/database");
        }
        return matcher;
    }
}
