package dev.connexions.meta.sandbox.usage;

import dev.connexions.meta.sandbox.world.World;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** All that is counted. Safe for use by many threads; the world is asked inside its lock. */
public final class Meters {

    /** @param id of the app, person, page or account whose calls are counted */
    public record Key(Regime regime, String id) {}

    public record Entry(Key key, Reading reading) {}

    /** The id of the one app there is. */
    public static final String THE_APP = "app";

    private static final Reading NOTHING = new Reading(0, 0);

    private final Map<Key, Meter> meters = new ConcurrentHashMap<>();

    public Reading count(World world, Key key) {
        return isUnlimited(world, key) ? NOTHING : meter(key).count(Limits.of(world, key), world.now());
    }

    /** Lets it be as if this much were used up. */
    public Reading set(World world, Key key, int percent) {
        return meter(key).set(percent, Limits.of(world, key), world.now());
    }

    public boolean isUnlimited(World world, Key key) {
        return Limits.of(world, key) == Limits.NONE;
    }

    public List<Entry> all(World world) {
        return meters.entrySet().stream()
                .map(entry ->
                        new Entry(entry.getKey(), entry.getValue().look(Limits.of(world, entry.getKey()), world.now())))
                .toList();
    }

    public void clear() {
        meters.clear();
    }

    private Meter meter(Key key) {
        return meters.computeIfAbsent(key, k -> new Meter(k.regime().window()));
    }
}
