package dev.connexions.meta.sandbox.webhooks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connexions.meta.sandbox.http.Json;
import java.time.Instant;
import java.util.Set;

/**
 * One thing that happened to an account.
 *
 * @param value as Meta's documentation shapes it, for the field
 */
public record Update(String account, String field, JsonNode value, Instant at) {

    /** These come as {@code messaging}, with times in milliseconds. */
    private static final Set<String> MESSAGING = Set.of(
            "messages",
            "message_reactions",
            "message_edit",
            "messaging_postbacks",
            "messaging_seen",
            "messaging_referral",
            "messaging_optins");

    /** The ways in which Meta writes an entry; the first is what is delivered (dossier 8.4). */
    public enum Shape {
        CHANGES,
        /** As printed for Instagram Login: field and value stand in the entry itself. */
        FIELD_IN_ENTRY,
        /** Without values, as for an app that does not want them. */
        CHANGED_FIELDS
    }

    JsonNode entry(Shape shape) {
        if (MESSAGING.contains(field)) {
            var entry = Json.object().put("id", account).put("time", at.toEpochMilli());
            entry.putArray("messaging").add(value);
            return entry;
        }
        var entry = Json.object().put("id", account).put("time", at.getEpochSecond());
        switch (shape) {
            case CHANGES ->
                entry.putArray("changes").addObject().put("field", field).set("value", value);
            case FIELD_IN_ENTRY -> entry.put("field", field).set("value", value);
            case CHANGED_FIELDS -> entry.putArray("changed_fields").add(field);
        }
        return entry;
    }
}
