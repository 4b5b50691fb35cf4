package dev.connexions.application.token;

import java.util.List;
import java.util.function.Consumer;

/** Work on many things of which none stops the others. */
final class Batch {

    private Batch() {}

    /** @throws RuntimeException once all had their turn: the first that went wrong, with the others in tow */
    static <T> void each(List<T> items, Consumer<T> work) {
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
}
