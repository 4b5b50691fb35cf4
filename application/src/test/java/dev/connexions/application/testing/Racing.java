package dev.connexions.application.testing;

import dev.connexions.application.shared.StaleException;
import dev.connexions.application.shared.Transactions;
import dev.connexions.application.shared.Tx;
import dev.connexions.domain.shared.Caller;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Lets some transactions lose a race: they do their work and are rolled back. Not for several threads. */
public final class Racing implements Transactions {

    private final Transactions transactions;
    private int before;
    private int races;
    private Runnable winner = () -> {};

    /** The {@code first} transaction and those after it lose, {@code races} in all. */
    public Racing(Transactions transactions, int first, int races) {
        this.transactions = transactions;
        this.before = first - 1;
        this.races = races;
    }

    /** What whoever won a race did. */
    public Racing andThen(Runnable won) {
        winner = won;
        return this;
    }

    @Override
    public <T extends @Nullable Object> T in(Caller caller, Function<Tx, T> work) {
        if (before-- > 0 || races-- <= 0) {
            return transactions.in(caller, work);
        }
        try {
            return transactions.in(caller, tx -> {
                var undone = work.apply(tx);
                throw new StaleException("somebody else won, so this is undone: " + undone);
            });
        } finally {
            winner.run();
        }
    }
}
