package dev.connexions.meta.sandbox.content;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connexions.meta.sandbox.http.Json;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** How the Graph writes what is not text. */
final class Wire {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'+0000'").withZone(ZoneOffset.UTC);

    private Wire() {}

    static String moment(Instant at) {
        return MOMENT.format(at);
    }

    static ObjectNode success() {
        return Json.object().put("success", true);
    }

    static ObjectNode id(String id) {
        return Json.object().put("id", id);
    }
}
