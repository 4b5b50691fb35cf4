package dev.connexions.db.background;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;

/**
 * One kind of work that comes round again and again.
 *
 * @param name unique and lasting: by it the replicas agree on who does it
 * @param pause between the end of one and the next
 * @param full what a turn answers when there may be more to do: the next one comes at once
 * @param work a turn; answers how much it did
 */
public record Turn(String name, Duration pause, int full, IntSupplier work) {

    /** Until one of them was not full, or somebody wants to stop. */
    public void takeAll(BooleanSupplier stopping) {
        while (work.getAsInt() >= full && !stopping.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }
}
