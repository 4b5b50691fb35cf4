package dev.connexions.application.token;

import dev.connexions.application.connexion.Connexions;
import dev.connexions.application.shared.Batch;
import dev.connexions.application.shared.Transactions;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.shared.Caller;
import dev.connexions.domain.shared.RequestId;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Walks over all tokens, some at each turn, and notes which of them no key opens: a key may be lost, or come back. */
public final class NoteUnreadableTokens {

    /** How many a turn tries. */
    public static final int ROWS = 1000;

    private final Transactions transactions;
    private final Connexions connexions;
    private final UnreadableTokens tokens;
    private final InstantSource clock;
    private final AtomicReference<@Nullable ConnexionId> reached = new AtomicReference<>();

    public NoteUnreadableTokens(
            Transactions transactions, Connexions connexions, UnreadableTokens tokens, InstantSource clock) {
        this.transactions = transactions;
        this.connexions = connexions;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** @return how many notes it changed */
    public int turn() {
        var across = Caller.Job.across("note-unreadable-tokens", RequestId.random());
        var glance = transactions.in(across, tx -> tokens.glance(tx, reached.get(), ROWS));
        reached.set(glance.end());
        Batch.each(
                glance.found(),
                each -> transactions.<@Nullable Void>in(across.within(each.organisation()), tx -> {
                    if (connexions.lock(tx, each.connexion()).isPresent()) {
                        tokens.note(tx, each.connexion(), each.unreadable(), clock.instant());
                    }
                    return null;
                }));
        return glance.found().size();
    }
}
