package dev.connexions.meta.sandbox.webhooks;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was sent, and what is to be sent again. Guarded by its owner's lock. */
public final class Outbox {

    private static final int KEPT = 1000;

    private final Map<String, Delivery> deliveries = new LinkedHashMap<>();

    public void put(Delivery delivery) {
        deliveries.put(delivery.id(), delivery);
        if (deliveries.size() > KEPT) {
            deliveries.remove(deliveries.keySet().iterator().next());
        }
    }

    public Optional<Delivery> find(String id) {
        return Optional.ofNullable(deliveries.get(id));
    }

    public List<Delivery> due(Instant now) {
        return deliveries.values().stream()
                .filter(delivery -> delivery.nextAt() != null && !now.isBefore(delivery.nextAt()))
                .toList();
    }

    /** Eldest first. */
    public Collection<Delivery> everything() {
        return List.copyOf(deliveries.values());
    }

    public void clear() {
        deliveries.clear();
    }
}
