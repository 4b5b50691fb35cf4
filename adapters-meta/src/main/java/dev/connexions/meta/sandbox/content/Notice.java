package dev.connexions.meta.sandbox.content;

import dev.connexions.meta.sandbox.app.RegisteredApp;
import dev.connexions.meta.sandbox.webhooks.Signing;
import dev.connexions.meta.sandbox.webhooks.Update;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * News to be told, and how badly: Meta delivers at least once and in any order.
 *
 * @param url absent: the callback that the app subscribed with
 * @param together whether all of it comes in one POST
 * @param reversed whether the last comes first
 * @param copies how often each POST comes
 */
public record Notice(
        String product,
        @Nullable String url,
        List<Update> updates,
        Update.Shape shape,
        boolean wrapped,
        Signature signature,
        boolean together,
        boolean reversed,
        int copies) {

    public Notice {
        updates = List.copyOf(updates);
    }

    static Notice plain(String product, Update update) {
        return new Notice(product, null, List.of(update), Update.Shape.CHANGES, false, Signature.RIGHT, true, false, 1);
    }

    /** What comes in one POST each. */
    List<List<Update>> posts() {
        var ordered = reversed ? updates.reversed() : updates;
        return together
                ? List.of(ordered)
                : ordered.stream().map(update -> List.of(update)).toList();
    }

    public enum Signature {
        RIGHT,
        /** Nobody's. */
        WRONG,
        MISSING,
        /** By the secret of the other login product's app (quirk 27). */
        OTHER_APP,
        /** The old header comes along. */
        WITH_LEGACY;

        Map<String, String> headers(RegisteredApp app, @Nullable RegisteredApp other, String body) {
            var name = "X-Hub-Signature-256";
            var right = Signing.header(app.secret(), body);
            return switch (this) {
                case RIGHT -> Map.of(name, right);
                case WRONG -> Map.of(name, Signing.header(app.secret() + "-not", body));
                case MISSING -> Map.of();
                case OTHER_APP -> Map.of(name, other == null ? right : Signing.header(other.secret(), body));
                case WITH_LEGACY -> Map.of(name, right, "X-Hub-Signature", Signing.legacyHeader(app.secret(), body));
            };
        }
    }
}
