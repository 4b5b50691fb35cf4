package dev.connexions.meta.sandbox.webhooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connexions.meta.sandbox.http.Json;
import dev.connexions.meta.sandbox.media.Comment;
import dev.connexions.meta.sandbox.media.Post;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What Meta's messages say. */
public final class Payloads {

    private Payloads() {}

    /** @param wrapped in an array, as the documentation prints it */
    public static String notification(List<Update> updates, Update.Shape shape, boolean wrapped, boolean escaped) {
        var body = Json.object().put("object", "instagram");
        var entries = body.putArray("entry");
        updates.forEach(update -> entries.add(update.entry(shape)));
        var whole = Json.write(wrapped ? Json.array().add(body) : body);
        return escaped ? escaped(whole) : whole;
    }

    public static ObjectNode comment(Comment comment, Post post, WebhookSettings.CommentKey key) {
        var value = Json.object()
                .put(key.name().toLowerCase(Locale.ROOT), comment.id())
                .put("text", comment.text());
        value.set("from", Json.object().put("id", comment.authorId()).put("username", comment.author()));
        if (comment.parent() != null) {
            value.put("parent_id", comment.parent());
        }
        value.set(
                "media",
                Json.object()
                        .put("id", post.id())
                        .put("media_product_type", post.product().name()));
        return value;
    }

    /** @param comment absent when the caption did it */
    public static ObjectNode mention(String post, @Nullable String comment) {
        var value = Json.object().put("media_id", post);
        return comment == null ? value : value.put("comment_id", comment);
    }

    /** Something plausible for a field of which nothing is said. */
    public static JsonNode sample(String field, String account, Instant now) {
        return switch (field) {
            case "comments", "live_comments" -> Json.read("""
                {"id":"18020000000000301","from":{"id":"990000111","username":"guest.one"},"text":"Très bon gâteau / nice cake",
                 "media":{"id":"17950000000000201","media_product_type":"FEED"}}\
                """);
            case "mentions" -> Json.read("""
                {"media_id":"17950000000000202","comment_id":"18020000000000302"}\
                """);
            case "story_insights" -> Json.read("""
                {"media_id":"17950000000000203","impressions":40,"reach":35,"taps_forward":20,"taps_back":2,"exits":4,"replies":-1}\
                """);
            default -> message(account, now);
        };
    }

    private static JsonNode message(String account, Instant now) {
        var message = Json.object().put("timestamp", now.toEpochMilli());
        message.putObject("sender").put("id", "990000111");
        message.putObject("recipient").put("id", account);
        message.putObject("message").put("mid", "mid.example").put("text", "Ouvert dimanche ?");
        return message;
    }

    public static String signedRequest(String secret, String userId, Instant now, boolean issuedAtAsText) {
        var payload = Json.object().put("user_id", userId).put("algorithm", "HMAC-SHA256");
        if (issuedAtAsText) {
            payload.put("issued_at", Long.toString(now.getEpochSecond()));
        } else {
            payload.put("issued_at", now.getEpochSecond());
        }
        return Signing.request(secret, Json.write(payload));
    }

    private static String escaped(String json) {
        var text = new StringBuilder(json.length());
        json.chars().forEach(c -> {
            if (c == '/') {
                text.append("\\/");
            } else if (c > 0x7e) {
                text.append(String.format(Locale.ROOT, "\\u%04x", c));
            } else {
                text.append((char) c);
            }
        });
        return text.toString();
    }
}
