package dev.connexions.meta.sandbox.requests;

import dev.connexions.meta.sandbox.http.Call;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Takes the secrets out of a call: by the names they go by, and whatever is too long to be anything else. */
final class Masking {

    private static final String MASK = "***";

    private static final Pattern SECRET_NAME = Pattern.compile(
            "(?i).*(secret|token|password|signed_request|proof|assertion|credential).*|code|code_verifier|state");
    private static final Pattern PLAIN_NAME = Pattern.compile("[a-z][a-z0-9_.\\[\\]-]{0,39}");
    private static final Pattern SECRET_VALUE = Pattern.compile("(IGAA|IGQV|EAA|AQB)[A-Za-z0-9_-]{20,}");
    private static final int LONGEST_SEGMENT = 40;
    private static final int LONGEST_VALUE = 2200;

    private Masking() {}

    static Map<String, List<String>> parameters(Call call) {
        var masked = new LinkedHashMap<String, List<String>>();
        for (var name : call.params().names()) {
            var shown = PLAIN_NAME.matcher(name).matches() ? name : MASK;
            var secret = shown.equals(MASK) || SECRET_NAME.matcher(name).matches();
            masked.put(
                    shown,
                    call.params().all(name).stream()
                            .map(value -> secret || isSecret(value) ? MASK : value)
                            .toList());
        }
        return masked;
    }

    private static boolean isSecret(String value) {
        return value.length() > LONGEST_VALUE || SECRET_VALUE.matcher(value).find();
    }

    /** Somebody may have put a token where an id belongs. */
    static String path(String full) {
        return Arrays.stream(full.split("/", -1))
                .map(segment -> segment.length() > LONGEST_SEGMENT ? MASK : segment)
                .collect(Collectors.joining("/"));
    }
}
