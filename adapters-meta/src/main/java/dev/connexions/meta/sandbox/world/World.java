package dev.connexions.meta.sandbox.world;

import dev.connexions.meta.sandbox.clock.VirtualClock;
import dev.connexions.meta.sandbox.people.Assets;
import dev.connexions.meta.sandbox.people.People;
import dev.connexions.meta.sandbox.people.Seed;
import dev.connexions.meta.sandbox.token.Tokens;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All that the sandbox remembers. Its parts are touched only inside {@link #look}, many at a time, and {@link #change}, one
 * at a time; a change is on disk, if there is a file, before anybody hears of it.
 */
public final class World {

    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final VirtualClock clock;
    private final People people = new People();
    private final Assets assets = new Assets();
    private final Tokens tokens = new Tokens();
    private final Settings settings;
    private final Map<String, Part<?>> parts = new LinkedHashMap<>();
    private final @Nullable StateFile file;
    private long seed;

    /** Reads the state file, if there is one; the seed then only counts at the next reset. */
    public World(
            long seed,
            @Nullable Path stateFile,
            InstantSource real,
            Collection<Setting<?>> settings,
            Collection<Part<?>> parts) {
        this.seed = seed;
        this.clock = new VirtualClock(real, Duration.ZERO);
        this.settings = new Settings(settings);
        parts.forEach(part -> this.parts.put(part.name(), part));
        this.file = stateFile == null ? null : new StateFile(stateFile);
        var stored = file == null ? null : file.read().orElse(null);
        if (stored == null) {
            begin();
            keep();
        } else {
            restore(stored);
        }
    }

    public VirtualClock clock() {
        return clock;
    }

    public Instant now() {
        return clock.instant();
    }

    public People people() {
        return people;
    }

    public Assets assets() {
        return assets;
    }

    public Tokens tokens() {
        return tokens;
    }

    public long seed() {
        return seed;
    }

    public Settings settings() {
        return settings;
    }

    public <T> T setting(Setting<T> setting) {
        return settings.get(setting);
    }

    public <P extends Part<?>> P part(Class<P> type) {
        return parts.values().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no such part: " + type));
    }

    /** Work that changes nothing. */
    public <T> T look(Function<World, T> work) {
        lock.readLock().lock();
        try {
            return work.apply(this);
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Work that changes something, unless it throws: then it must have changed nothing. Never inside {@link #look}. */
    public <T> T change(Function<World, T> work) {
        if (lock.getReadHoldCount() > 0) {
            throw new IllegalStateException("a change inside a look would wait for itself");
        }
        lock.writeLock().lock();
        try {
            var result = work.apply(this);
            keep();
            return result;
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** As on the first day. */
    public void reset(long nextSeed) {
        seed = nextSeed;
        clock.reset();
        settings.clear();
        tokens.clear();
        people.clear();
        assets.clear();
        begin();
    }

    private void begin() {
        Seed.into(people, assets, seed);
        parts.values().forEach(part -> part.begin(this));
    }

    private void keep() {
        if (file != null) {
            file.write(new Snapshot(
                    Snapshot.FORMAT,
                    seed,
                    clock.offset(),
                    settings.describe(),
                    people.people(),
                    people.accounts(),
                    assets.businesses(),
                    assets.pages(),
                    assets.consents(),
                    tokens.nextNumber(),
                    tokens.codes(),
                    tokens.tokens(),
                    file.written(parts.values())));
        }
    }

    private void restore(Snapshot stored) {
        seed = stored.seed();
        settings.restore(stored.settings());
        clock.advance(stored.clockOffset());
        stored.people().forEach(people::put);
        stored.accounts().forEach(people::put);
        stored.businesses().forEach(assets::put);
        stored.pages().forEach(assets::put);
        stored.consents().forEach(assets::put);
        tokens.restore(stored.tokensIssued(), stored.codes(), stored.tokens());
        parts.values().forEach(part -> restore(part, stored));
    }

    private <S> void restore(Part<S> part, Snapshot stored) {
        var saved = stored.parts().get(part.name());
        if (saved == null) {
            part.begin(this);
        } else {
            part.restore(StateFile.read(saved, part.form()));
        }
    }
}
