package dev.connexions.meta.sandbox.webhooks;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the apps want to hear, and of which accounts and pages. Guarded by its owner's lock. */
public final class Subscriptions {

    private final Map<String, AppSubscription> apps = new LinkedHashMap<>();
    private final Map<String, Map<String, Set<String>>> accounts = new TreeMap<>();

    public void put(AppSubscription subscription) {
        apps.put(subscription.key(), subscription);
    }

    public Optional<AppSubscription> of(String product, String object) {
        return Optional.ofNullable(apps.get(product + "/" + object));
    }

    public void remove(String product, String object) {
        apps.remove(product + "/" + object);
    }

    public void forgetApps() {
        apps.clear();
    }

    public Collection<AppSubscription> apps() {
        return List.copyOf(apps.values());
    }

    /** Replaces what was, as Meta does; it does not add to it. */
    public void subscribe(String product, String subject, Collection<String> fields) {
        accounts.computeIfAbsent(product, p -> new TreeMap<>()).put(subject, new TreeSet<>(fields));
    }

    public void unsubscribe(String product, String subject) {
        accounts.getOrDefault(product, new TreeMap<>()).remove(subject);
    }

    public Set<String> fields(String product, String subject) {
        return Set.copyOf(accounts.getOrDefault(product, Map.of()).getOrDefault(subject, Set.of()));
    }

    public Map<String, Map<String, Set<String>>> accounts() {
        return Map.copyOf(accounts);
    }

    public void restore(Collection<AppSubscription> savedApps, Map<String, Map<String, Set<String>>> savedAccounts) {
        clear();
        savedApps.forEach(this::put);
        savedAccounts.forEach((product, all) -> all.forEach((id, fields) -> subscribe(product, id, fields)));
    }

    public void clear() {
        apps.clear();
        accounts.clear();
    }
}
