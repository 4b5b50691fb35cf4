package dev.connexions.meta.sandbox.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

public record Answer(int status, SequencedMap<String, String> headers, String body) {

    public Answer {
        headers = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(headers));
    }

    public static Answer json(int status, JsonNode body) {
        return of(status, "application/json; charset=UTF-8", Json.write(body));
    }

    public static Answer html(int status, String body) {
        return of(status, "text/html; charset=UTF-8", body).with("Cache-Control", "no-store");
    }

    public static Answer text(int status, String body) {
        return of(status, "text/plain; charset=UTF-8", body);
    }

    public static Answer redirect(String location) {
        return new Answer(302, new LinkedHashMap<>(Map.of("Location", location)), "");
    }

    public static Answer empty(int status) {
        return new Answer(status, new LinkedHashMap<>(), "");
    }

    public Answer with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Answer(status, more, body);
    }

    public Answer withStatus(int next) {
        return new Answer(next, headers, body);
    }

    public Answer withBody(String next) {
        return new Answer(status, headers, next);
    }

    private static Answer of(int status, String contentType, String body) {
        return new Answer(status, new LinkedHashMap<>(Map.of("Content-Type", contentType)), body);
    }
}
