package dev.connexions.application.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/** Several threads that do something at the same moment. */
public final class Together {

    private Together() {}

    /** What each of them failed with, if it failed. */
    public static List<Optional<Throwable>> run(int threads, IntConsumer work) throws InterruptedException {
        var start = new CyclicBarrier(threads);
        try (var executor = Executors.newFixedThreadPool(threads)) {
            var all = new ArrayList<Future<?>>();
            for (var i = 0; i < threads; i++) {
                var index = i;
                all.add(executor.submit(() -> {
                    start.await();
                    work.accept(index);
                    return index;
                }));
            }
            var failures = new ArrayList<Optional<Throwable>>();
            for (var each : all) {
                try {
                    each.get();
                    failures.add(Optional.empty());
                } catch (ExecutionException failed) {
                    failures.add(Optional.ofNullable(failed.getCause()));
                }
            }
            return failures;
        }
    }
}
