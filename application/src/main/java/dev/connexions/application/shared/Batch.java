package dev.connexions.application.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Function;

/** Work on many things of which none stops the others. */
public final class Batch {

    private Batch() {}

    /** @throws RuntimeException once all had their turn: the first that went wrong, with the others in tow */
    public static <T> void each(List<T> items, Consumer<T> work) {
        RuntimeException first = null;
        for (var item : items) {
            try {
                work.accept(item);
            } catch (RuntimeException failure) {
                if (first == null) {
                    first = failure;
                } else if (!first.equals(failure)) {
                    first.addSuppressed(failure);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }

    /**
     * Several at a time, each in a thread of its own.
     *
     * @return what each came to, in the order of the items
     * @throws RuntimeException once all had their turn: the first that went wrong, with the others in tow
     */
    public static <T, R> List<R> atOnce(List<T> items, int most, Function<T, R> work) {
        var results = new ArrayList<R>();
        var permits = new Semaphore(most);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var under = items.stream()
                    .map(item -> threads.submit(() -> {
                        permits.acquire();
                        try {
                            return work.apply(item);
                        } finally {
                            permits.release();
                        }
                    }))
                    .toList();
            each(under, future -> results.add(result(future)));
        }
        return results;
    }

    private static <R> R result(Future<R> future) {
        try {
            return future.get();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new CancellationException("stopped");
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
        }
    }
}
