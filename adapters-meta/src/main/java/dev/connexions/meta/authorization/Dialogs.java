package dev.connexions.meta.authorization;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/** Addresses that a browser is sent to. */
final class Dialogs {

    private Dialogs() {}

    static URI page(URI address, SequencedMap<String, String> query) {
        return URI.create(address + "?"
                + query.entrySet().stream()
                        .map(p -> p.getKey() + "=" + URLEncoder.encode(p.getValue(), UTF_8))
                        .collect(Collectors.joining("&")));
    }
}
