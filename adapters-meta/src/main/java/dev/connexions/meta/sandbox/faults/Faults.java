package dev.connexions.meta.sandbox.faults;

import dev.connexions.meta.sandbox.http.Call;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/** The faults that are planted, the first that matches striking. Safe for use by many threads. */
public final class Faults {

    private final ReentrantLock lock = new ReentrantLock();
    private final List<Fault> planted = new ArrayList<>();
    private final InstantSource clock;
    private Random dice;
    private long ids;

    public Faults(InstantSource clock, long seed) {
        this.clock = clock;
        this.dice = new Random(seed);
    }

    public Fault plant(Function<String, Fault> making) {
        lock.lock();
        try {
            ids++;
            var fault = making.apply("fault-" + ids);
            planted.add(fault);
            return fault;
        } finally {
            lock.unlock();
        }
    }

    /** Those that may still strike. */
    public List<Fault> alive() {
        lock.lock();
        try {
            planted.removeIf(fault -> fault.isOver(clock.instant()));
            return List.copyOf(planted);
        } finally {
            lock.unlock();
        }
    }

    public Optional<Fault> find(String id) {
        return alive().stream().filter(fault -> fault.id().equals(id)).findFirst();
    }

    public boolean remove(String id) {
        lock.lock();
        try {
            return planted.removeIf(fault -> fault.id().equals(id));
        } finally {
            lock.unlock();
        }
    }

    public void clear() {
        lock.lock();
        try {
            planted.clear();
        } finally {
            lock.unlock();
        }
    }

    /** The same seed throws the same dice again. */
    public void reset(long seed) {
        lock.lock();
        try {
            planted.clear();
            dice = new Random(seed);
        } finally {
            lock.unlock();
        }
    }

    public Optional<Fault> strike(Call call, About about) {
        lock.lock();
        try {
            var now = clock.instant();
            for (var i = 0; i < planted.size(); i++) {
                var fault = planted.get(i);
                if (!fault.isOver(now)
                        && fault.match().covers(call, about)
                        && dice.nextDouble() < fault.probability()) {
                    planted.set(i, fault.struck());
                    return Optional.of(fault);
                }
            }
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }
}
