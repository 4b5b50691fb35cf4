package dev.connexions.meta.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connexions.application.shared.MetaAccess;
import dev.connexions.application.webhook.InstagramSubscriptions;
import dev.connexions.application.webhook.WebhookField;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.meta.shared.AccountCalls;
import dev.connexions.meta.shared.Answered;
import dev.connexions.meta.shared.Answers;
import dev.connexions.meta.shared.Deadline;
import dev.connexions.meta.shared.GarbledAnswerException;
import dev.connexions.meta.shared.GraphClient;
import dev.connexions.meta.shared.MetaSettings;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Subscriptions at Meta, by HTTP. */
public final class GraphSubscriptions implements InstagramSubscriptions {

    /** The port promises ten seconds; the rest is for the database. */
    private static final Duration LIMIT = Duration.ofSeconds(9);

    private static final String EDGE = "subscribed_apps";

    /** A Page takes its own fields only, and at least one: this one exists on every Page. */
    private static final String PAGE_FIELD = "feed";

    private final GraphClient client;
    private final Map<LoginProduct, String> appIds = new LinkedHashMap<>();
    private final Duration limit;

    public GraphSubscriptions(GraphClient client, MetaSettings settings) {
        this(client, settings, LIMIT);
    }

    GraphSubscriptions(GraphClient client, MetaSettings settings, Duration limit) {
        this.client = client;
        this.limit = limit;
        var instagram = settings.instagram();
        if (instagram != null) {
            appIds.put(LoginProduct.INSTAGRAM, instagram.id());
        }
        var facebook = settings.facebook();
        if (facebook != null) {
            appIds.put(LoginProduct.FACEBOOK, facebook.id());
        }
    }

    @Override
    public Change subscribe(MetaAccess access, Set<WebhookField> fields) {
        var elsewhere = fields.stream()
                .filter(field -> !field.offeredWith(access.product()))
                .collect(Collectors.toSet());
        if (!elsewhere.isEmpty()) {
            return new Change.NotOffered(elsewhere);
        }
        if (fields.isEmpty()) {
            return unsubscribe(access);
        }
        var node = node(access);
        if (node == null) {
            return new Change.NoPage();
        }
        var call = AccountCalls.post(access, node, EDGE).with("subscribed_fields", names(access, fields));
        return Answered.<Change>ofCommand(client.send(call, Deadline.in(limit)), new Change.Done(), Change.Failed::new);
    }

    @Override
    public Change unsubscribe(MetaAccess access) {
        var node = node(access);
        if (node == null) {
            return new Change.NoPage();
        }
        var call = AccountCalls.delete(access, node, EDGE);
        return Answered.<Change>ofRemoval(client.send(call, Deadline.in(limit)), new Change.Done(), Change.Failed::new);
    }

    @Override
    public Current current(MetaAccess access) {
        var node = node(access);
        if (node == null) {
            return new Current.NoPage();
        }
        return Answered.of(
                client.send(AccountCalls.get(access, node, EDGE), Deadline.in(limit)),
                body -> current(access, body),
                Current.Failed::new);
    }

    private static @Nullable String node(MetaAccess access) {
        return switch (access.product()) {
            case INSTAGRAM -> access.account().value();
            case FACEBOOK -> access.pageId();
        };
    }

    private static String names(MetaAccess access, Set<WebhookField> fields) {
        return switch (access.product()) {
            case INSTAGRAM -> fields.stream().map(WebhookField::code).sorted().collect(Collectors.joining(","));
            case FACEBOOK -> PAGE_FIELD;
        };
    }

    /** A Page lists every app that is subscribed to it, by {@code id}; an account calls the same {@code app_id}. */
    private Current current(MetaAccess access, JsonNode body) {
        var data = body.get("data");
        if (data == null || !data.isArray()) {
            throw new GarbledAnswerException("data is no list");
        }
        var ours = appIds.get(access.product());
        for (var app : data) {
            if (Answers.id(app, app.has("app_id") ? "app_id" : "id").equals(ours)) {
                return fields(app.path("subscribed_fields"));
            }
        }
        return new Current.NotSubscribed();
    }

    private static Current fields(JsonNode list) {
        var names = new TreeSet<String>();
        for (var element : list) {
            if (!element.isTextual()) {
                throw new GarbledAnswerException("subscribed_fields holds something that is no name");
            }
            names.add(element.textValue());
        }
        return names.isEmpty() ? new Current.NotSubscribed() : new Current.Subscribed(names);
    }
}
