package dev.connexions.application.testing;

import dev.connexions.application.shared.MetaAccess;
import dev.connexions.application.webhook.InstagramSubscriptions;
import dev.connexions.application.webhook.WebhookField;
import dev.connexions.domain.connexion.AccountId;
import dev.connexions.domain.connexion.LoginProduct;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Keeps what each account subscribed to. */
public final class FakeSubscriptions implements InstagramSubscriptions {

    private final MetaScript script;
    private final Map<AccountId, Set<String>> subscribed = new ConcurrentHashMap<>();

    public FakeSubscriptions(InMemoryStore store) {
        script = new MetaScript(store);
    }

    public MetaScript script() {
        return script;
    }

    @Override
    public Change subscribe(MetaAccess access, Set<WebhookField> fields) {
        var failure = script.ofUnrepeatable();
        if (failure.isPresent()) {
            return new Change.Failed(failure.get());
        }
        var missing = fields.stream()
                .filter(field -> !field.offeredWith(access.product()))
                .collect(Collectors.toSet());
        if (!missing.isEmpty()) {
            return new Change.NotOffered(missing);
        }
        if (lacksItsPage(access)) {
            return new Change.NoPage();
        }
        if (fields.isEmpty()) {
            subscribed.remove(access.account());
            return new Change.Done();
        }
        subscribed.put(
                access.account(),
                access.product() == LoginProduct.FACEBOOK
                        ? Set.of("feed")
                        : fields.stream().map(WebhookField::code).collect(Collectors.toSet()));
        return new Change.Done();
    }

    @Override
    public Change unsubscribe(MetaAccess access) {
        var failure = script.ofRepeatable();
        if (failure.isPresent()) {
            return new Change.Failed(failure.get());
        }
        if (lacksItsPage(access)) {
            return new Change.NoPage();
        }
        subscribed.remove(access.account());
        return new Change.Done();
    }

    @Override
    public Current current(MetaAccess access) {
        var failure = script.ofRepeatable();
        if (failure.isPresent()) {
            return new Current.Failed(failure.get());
        }
        if (lacksItsPage(access)) {
            return new Current.NoPage();
        }
        var fields = subscribed.get(access.account());
        return fields == null ? new Current.NotSubscribed() : new Current.Subscribed(fields);
    }

    private static boolean lacksItsPage(MetaAccess access) {
        return access.product() == LoginProduct.FACEBOOK && access.pageId() == null;
    }
}
