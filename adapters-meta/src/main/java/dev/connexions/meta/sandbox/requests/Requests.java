package dev.connexions.meta.sandbox.requests;

import dev.connexions.meta.sandbox.http.Call;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The last ten thousand calls. Safe for use by many threads. */
public final class Requests {

    private static final int KEPT = 10_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Received> newestFirst = new ArrayDeque<>();
    private long numbers;

    public void record(
            Instant at, Call call, @Nullable String account, @Nullable Integer status, @Nullable String fault) {
        lock.lock();
        try {
            numbers++;
            newestFirst.addFirst(new Received(
                    numbers,
                    at,
                    call.method(),
                    Masking.path(call.address().full()),
                    Masking.parameters(call),
                    call.token() != null,
                    account,
                    status,
                    fault));
            if (newestFirst.size() > KEPT) {
                newestFirst.removeLast();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Newest first. */
    public List<Received> find(Predicate<Received> filter) {
        lock.lock();
        try {
            return newestFirst.stream().filter(filter).toList();
        } finally {
            lock.unlock();
        }
    }

    public void clear() {
        lock.lock();
        try {
            newestFirst.clear();
        } finally {
            lock.unlock();
        }
    }
}
