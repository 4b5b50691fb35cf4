package dev.connexions.acceptance.full;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connexions.acceptance.Seen;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the API's representations say, in the scenarios' terms. */
final class Json {

    private Json() {}

    static Seen.Connexion connexion(JsonNode json) {
        var capabilities = new HashMap<String, @Nullable String>();
        json.path("capabilities")
                .properties()
                .forEach(capability -> capabilities.put(
                        capability.getKey(),
                        capability.getValue().path("available").asBoolean()
                                ? null
                                : capability.getValue().path("reason").asText()));
        return new Seen.Connexion(
                UUID.fromString(json.path("id").asText()),
                UUID.fromString(json.path("organisationId").asText()),
                json.path("key").asText(),
                json.path("status").asText(),
                json.path("enabled").asBoolean(),
                text(json.path("account").path("username")),
                capabilities,
                list(json.path("missingPermissions"), JsonNode::asText),
                instant(json.path("tokenExpiresAt")),
                Instant.parse(json.path("createdAt").asText()),
                instant(json.path("nextRefreshAt")),
                text(json.path("lastRefresh").path("result")),
                json.path("clientType").asText(),
                UUID.fromString(json.path("clientId").asText()),
                uuid(json.path("grantId")),
                text(json.path("statusReason")));
    }

    static Seen.Page page(JsonNode json) {
        return new Seen.Page(list(json.path("items"), Json::connexion), text(json.path("nextCursor")));
    }

    static Seen.Session session(JsonNode json) {
        return new Seen.Session(
                UUID.fromString(json.path("id").asText()),
                json.path("status").asText(),
                text(json.path("failure").path("code")),
                text(json.path("authorizeUrl")),
                list(
                        json.path("candidates"),
                        candidate -> new Seen.Candidate(
                                text(candidate.path("accountId")),
                                text(candidate.path("pageName")),
                                text(candidate.path("reason")))),
                list(
                        json.path("affects"),
                        other -> UUID.fromString(other.path("id").asText())));
    }

    static Seen.Grant grant(JsonNode json) {
        return new Seen.Grant(
                UUID.fromString(json.path("id").asText()),
                list(
                        json.path("connexions"),
                        each -> UUID.fromString(each.path("id").asText())),
                list(json.path("missing"), JsonNode::asText));
    }

    static Seen.Quota quota(JsonNode json) {
        var limit = json.path("dailyLimit");
        var remaining = json.path("remaining");
        return new Seen.Quota(
                limit.isNumber() ? limit.intValue() : null,
                json.path("used").asLong(),
                json.path("held").asLong(),
                remaining.isNumber() ? remaining.longValue() : null);
    }

    static Seen.Reservation reservation(JsonNode json) {
        return new Seen.Reservation(
                UUID.fromString(json.path("id").asText()),
                json.path("units").asInt(),
                json.path("state").asText());
    }

    static Seen.Token token(JsonNode json) {
        return new Seen.Token(json.path("accessToken").asText(), instant(json.path("expiresAt")));
    }

    static Seen.Audit audit(JsonNode json) {
        return new Seen.Audit(list(
                json.path("items"),
                entry -> new Seen.Entry(
                        entry.path("sequence").asLong(),
                        entry.path("action").asText(),
                        entry.path("actor").path("kind").asText(),
                        text(entry.path("actor").path("reason")),
                        entry.path("outcome").asText(),
                        entry.path("previousHash").asText(),
                        entry.path("hash").asText())));
    }

    private static @Nullable String text(JsonNode node) {
        return node.isMissingNode() || node.isNull() ? null : node.asText();
    }

    private static @Nullable UUID uuid(JsonNode node) {
        var text = text(node);
        return text == null ? null : UUID.fromString(text);
    }

    private static @Nullable Instant instant(JsonNode node) {
        var text = text(node);
        return text == null ? null : Instant.parse(text);
    }

    private static <T> List<T> list(JsonNode array, Function<JsonNode, T> read) {
        var items = new ArrayList<T>();
        array.forEach(item -> items.add(read.apply(item)));
        return List.copyOf(items);
    }
}
