package dev.connexions.meta.sandbox.world;

import dev.connexions.meta.sandbox.clock.VirtualClock;
import dev.connexions.meta.sandbox.people.People;
import dev.connexions.meta.sandbox.people.Seed;
import dev.connexions.meta.sandbox.token.Tokens;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All that the sandbox remembers. Its parts are touched only inside {@link #look} and {@link #change}, one at a time; a
 * change is on disk, if there is a file, before anybody hears of it.
 */
public final class World {

    private final ReentrantLock lock = new ReentrantLock();
    private final VirtualClock clock;
    private final People people = new People();
    private final Tokens tokens = new Tokens();
    private final @Nullable StateFile file;
    private long seed;
    private AnswerShape shape = AnswerShape.FLAT;

    /** Reads the state file, if there is one; the seed then only counts at the next reset. */
    public World(long seed, @Nullable Path stateFile, InstantSource real) {
        this.seed = seed;
        this.clock = new VirtualClock(real, Duration.ZERO);
        this.file = stateFile == null ? null : new StateFile(stateFile);
        var stored = file == null ? null : file.read().orElse(null);
        if (stored == null) {
            Seed.into(people, seed);
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

    public Tokens tokens() {
        return tokens;
    }

    public long seed() {
        return seed;
    }

    public AnswerShape shape() {
        return shape;
    }

    public void answerIn(AnswerShape next) {
        shape = next;
    }

    /** Work that changes nothing. */
    public <T> T look(Function<World, T> work) {
        lock.lock();
        try {
            return work.apply(this);
        } finally {
            lock.unlock();
        }
    }

    /** Work that changes something, unless it throws: then it must have changed nothing. */
    public <T> T change(Function<World, T> work) {
        lock.lock();
        try {
            var result = work.apply(this);
            keep();
            return result;
        } finally {
            lock.unlock();
        }
    }

    /** As on the first day. */
    public void reset(long nextSeed) {
        seed = nextSeed;
        shape = AnswerShape.FLAT;
        clock.reset();
        tokens.clear();
        people.clear();
        Seed.into(people, seed);
    }

    private void keep() {
        if (file != null) {
            file.write(new Snapshot(
                    Snapshot.FORMAT,
                    seed,
                    clock.offset(),
                    shape,
                    people.people(),
                    people.accounts(),
                    tokens.nextNumber(),
                    tokens.codes(),
                    tokens.tokens()));
        }
    }

    private void restore(Snapshot stored) {
        seed = stored.seed();
        shape = stored.shape();
        clock.advance(stored.clockOffset());
        stored.people().forEach(people::put);
        stored.accounts().forEach(people::put);
        tokens.restore(stored.tokensIssued(), stored.codes(), stored.tokens());
    }
}
