package dev.connexions.acceptance;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** The same work, several times at the same moment; what goes wrong with one goes wrong with the scenario. */
public final class AtOnce {

    private AtOnce() {}

    public static void run(int times, Runnable work) {
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<Callable<Integer>>();
            for (var i = 0; i < times; i++) {
                var number = i;
                all.add(() -> {
                    work.run();
                    return number;
                });
            }
            for (var done : workers.invokeAll(all)) {
                done.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }
}
